// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { keepAs } from "#platform/db/kept.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { localitiesOf } from "#features/places/index.ts";
import { Nothing } from "./input.ts";
import { breakdown, lastTwelveMonths, type Breakdown } from "./measures.ts";
import { contactCells, usefulCells } from "./store-measures.ts";

/** What moves the numbers. */
export const measuredKinds = ["offer", "need", "introduction", "feedback", "place"];

/** Both measures over twelve months, kept until a post, an introduction or an answer moves, or the day is over. */
export const measuresOf = (db: Db, now: Date): Promise<{ contact: Breakdown; useful: Breakdown }> => {
  const period = lastTwelveMonths(localDayOf(now));
  return keepAs(db, { kinds: measuredKinds, key: `exchange measures ${period.until}` }, async (read) => {
    const [posts, introductions] = await Promise.all([contactCells(read, period, now), usefulCells(read, period)]);
    return { contact: breakdown(posts), useful: breakdown(introductions) };
  });
};

/** Whether the exchange brings people together, by place and by who takes part: for everybody. */
export const measures = query({
  name: "exchange.measures",
  input: Nothing,
  may: anyone,
  api: "GET /exchange-measures",
  async run({ db, now }) {
    const [localities, told] = await Promise.all([localitiesOf(db), measuresOf(db, now)]);
    return { period: lastTwelveMonths(localDayOf(now)), ...told, localities: localities.map(({ slug, name }) => ({ slug, name })) };
  },
});
