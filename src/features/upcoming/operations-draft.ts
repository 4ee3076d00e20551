// SPDX-License-Identifier: EUPL-1.2
import type { z } from "zod";
import { localDayOf } from "#platform/clock/local-day.ts";
import { areasOf, type Actor } from "#platform/auth/actor.ts";
import type { Tx } from "#platform/db/connect.ts";
import { operation } from "#platform/operations/operation.ts";
import { forbidden, invalid } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { areaById, areaBySlug, calendarOf, localityWhere } from "#features/places/index.ts";
import { suggestThemes } from "#features/themes/index.ts";
import { Nothing, Written } from "./input.ts";
import { firstNews, tellDay, wrongDays } from "./listing.ts";
import { canList, ownsListing } from "./rules.ts";
import { must } from "./steps.ts";
import { listing } from "./store.ts";
import { committeeBySlug } from "./store-committees.ts";
import { addListing, discard, publish as makePublic, rewrite, type NewListing } from "./store-write.ts";

/** An area or a committee writes down what it is about to take up. Only they see it, until it is published. */
export const draft = operation({
  name: "upcoming.draft",
  input: Written,
  may: canList,
  audit: "listing.drafted",
  api: "POST /upcoming",
  moves: [],
  async run({ tx, actor, input, now, ids, note }) {
    const written = await checked(tx, actor, input, now);
    const id = ids.uuid();
    const reference = await addListing(tx, { id, ...written, now });
    note(id);
    return { reference };
  },
});

export const edit = operation({
  name: "upcoming.edit",
  input: Written,
  on: listing,
  may: ownsListing,
  audit: "listing.edited",
  api: "POST /upcoming/:reference/text",
  moves: [],
  async run({ tx, actor, input, on, now, note }) {
    must("edit", on, now);
    await rewrite(tx, on.id, await checked(tx, actor, input, now));
    note(on.id);
    return { reference: on.reference };
  },
});

/** From now on everybody sees it, its days stand, and where something is asked anybody can answer. */
export const publish = operation({
  name: "upcoming.publish",
  input: Nothing,
  on: listing,
  may: ownsListing,
  audit: "listing.published",
  api: "POST /upcoming/:reference/publication",
  moves: ["listing"],
  async run({ tx, actor, on, now, tell, note }) {
    must("publish", on, now);
    const today = localDayOf(now);
    // A draft may have lain for weeks: its days are looked at again.
    const wrong = wrongDays({ ...on, question: on.question ?? undefined, askUntil: on.askUntil ?? undefined }, today);
    if (Object.keys(wrong).length > 0) throw invalid(wrong);
    const asks = on.askUntil !== null;
    await makePublic(tx, {
      id: on.id,
      phase: on.phase,
      askedOn: asks ? today : null,
      tellBy: on.askUntil === null ? null : await tellBy(tx, on.area, on.askUntil),
      newsBy: firstNews(on.decideOn, today),
      person: idOf(actor),
      now,
    });
    tell({ name: "upcoming.published", thing: on.id });
    note(on.id, { asks });
    return { reference: on.reference };
  },
});

/** A draft that comes to nothing. */
export const discarded = operation({
  name: "upcoming.discard",
  input: Nothing,
  on: listing,
  may: ownsListing,
  audit: "listing.discarded",
  api: "POST /upcoming/:reference/discard",
  moves: [],
  async run({ tx, actor, on, now, note }) {
    must("discard", on, now);
    await discard(tx, { id: on.id, person: idOf(actor), now });
    note(on.id);
    return { reference: on.reference };
  },
});

/** By when all who answer a question hear what it led to: the area's own days for an answer, after the end. */
export async function tellBy(tx: Tx, area: string, askUntil: string): Promise<string> {
  const of = await areaById(tx, area);
  if (!of) throw invalid({ area: "wrong" });
  return tellDay(askUntil, of.answerDays, await calendarOf(tx));
}

/** What was written, with the names in it found; refused where the days do not fit or the writer may not write it there. */
async function checked(tx: Tx, actor: Actor, input: z.output<typeof Written>, now: Date): Promise<Omit<NewListing, "id" | "now">> {
  const { where, area: chosen, committee: named, decideOn, question, ...others } = input;
  const rest = { ...others, question };
  const wrong = wrongDays({ ...rest, decideOn }, localDayOf(now));
  if (decideOn === undefined || Object.keys(wrong).length > 0) throw invalid({ decideOn: "required", ...wrong });
  const locality = await localityWhere(tx, where);
  const [only, more] = areasOf(actor);
  const area = chosen !== undefined ? await areaBySlug(tx, chosen) : only && !more ? await areaById(tx, only) : undefined;
  if (!area) throw invalid({ area: chosen === undefined ? "required" : "wrong" });
  const committee = named === undefined ? undefined : await committeeBySlug(tx, named);
  if (named !== undefined && !committee) throw invalid({ committee: "wrong" });
  if (!ownsListing.allows(actor, { area: area.id, committee: committee?.slug ?? null })) throw forbidden();
  const themes = await suggestThemes(tx, `${rest.title}\n${rest.what}`);
  return { ...rest, decideOn, area: area.id, committee: committee?.slug, locality, themes: themes.map(({ id }) => id) };
}
