// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { localitiesOf } from "#features/places/index.ts";
import { themesOf } from "#features/themes/index.ts";
import { excludes, type Exclusion } from "./exclude.ts";
import { ordered } from "./order.ts";
import type { Counterpart } from "./reason.ts";
import { entriesOf, poolFor } from "./store-find.ts";
import { askOf } from "./wanted.ts";
import { weigh } from "./weigh.ts";

/**
 * The things of the other side that fit best, best first, each with two to four reasons and with what is to be asked about. In: a
 * thing that has an entry, open or not; at most how many (1 to 100). Only what is public is found. Two queries.
 */
export async function counterparts(db: Db | Tx, thing: string, { limit, now }: { limit: number; now: Date }): Promise<Counterpart[]> {
  const localities = await localitiesOf(db);
  const [own] = await entriesOf(db, [thing], localities);
  if (!own) return [];
  const pool = await poolFor(db, askOf(own, localities), localities);
  const today = localDayOf(now);
  const open = pool.filter((other) => excludes(own, other, today) === undefined);
  return ordered(weigh(own, open, { themes: await themesOf(db), limit, now }), { limit, now }).map(({ shown }) => shown);
}

/** Why these two are no counterparts by the hard rules; undefined where they may be. "gone" where one of them is not there. */
export async function whyNot(db: Db | Tx, own: string, other: string, now: Date): Promise<Exclusion | "gone" | undefined> {
  const both = await entriesOf(db, [own, other], await localitiesOf(db));
  const [one, two] = [own, other].map((id) => both.find(({ thing }) => thing === id));
  return one && two ? excludes(one, two, localDayOf(now)) : "gone";
}
