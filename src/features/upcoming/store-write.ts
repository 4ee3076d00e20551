// SPDX-License-Identifier: EUPL-1.2
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import { addThing, indexThing, publishThing, withdrawThing } from "#platform/db/things.ts";
import { ordinalOf, type Fate, type Movable, type Phase } from "./listing.ts";

/** What somebody wrote about it. */
export type Written = {
  title: string;
  what: string;
  openFor: string;
  fixed: string;
  committee: string | undefined;
  decideOn: LocalDay;
  question: string | undefined;
  askUntil: LocalDay | undefined;
  phase: Phase;
};

export type NewListing = Written & { id: string; area: string; locality: string | undefined; themes: string[]; now: Date };

/** Everything that can be searched for. */
const body = ({ what, openFor, question }: Written): string => [what, openFor, question].filter((part) => part !== undefined).join("\n\n");

const columnsOf = (written: Written) => ({
  title: written.title,
  what: written.what,
  open_for: written.openFor,
  fixed: written.fixed,
  committee: written.committee ?? null,
  decide_on: written.decideOn,
  question: written.question ?? null,
  ask_until: written.askUntil ?? null,
  phase: written.phase,
});

/** A draft. Out: its reference. */
export function addListing(tx: Tx, listing: NewListing): Promise<string> {
  const own = tx.insertInto("upcoming.listing").values({ id: listing.id, ...columnsOf(listing) });
  const { id, area, locality, themes, title, now } = listing;
  const year = Number(localDayOf(now).slice(0, 4));
  return addThing(
    tx,
    { id, kind: "listing", letter: "V", visibility: "held", locality, area, themes, title, body: body(listing), now, year },
    own,
  );
}

export async function rewrite(tx: Tx, id: string, written: Omit<NewListing, "id" | "now">): Promise<void> {
  await tx.updateTable("upcoming.listing").set(columnsOf(written)).where("id", "=", id).execute();
  await tx
    .updateTable("platform.thing")
    .set({ area: written.area, locality: written.locality ?? null })
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("platform.thing_theme").where("thing", "=", id).execute();
  if (written.themes.length > 0) {
    await tx
      .insertInto("platform.thing_theme")
      .values(written.themes.map((theme) => ({ thing: id, theme })))
      .execute();
  }
  await indexThing(tx, id, written.title, body(written));
}

type Published = {
  id: string;
  phase: Phase;
  askedOn: LocalDay | null;
  tellBy: LocalDay | null;
  newsBy: LocalDay | null;
  person: string;
  now: Date;
};

/** From draft to public: from now on its days stand. */
export async function publish(tx: Tx, { id, phase, askedOn, tellBy, newsBy, person, now }: Published): Promise<void> {
  await publishThing(tx, id, now);
  await tx
    .updateTable("upcoming.listing")
    .set({ asked_on: askedOn, tell_by: tellBy, news_by: newsBy, listed_at: now })
    .where("id", "=", id)
    .execute();
  await tx
    .insertInto("upcoming.phase")
    .values({ listing: id, ordinal: ordinalOf(phase), phase, note: null, news_by: newsBy, person, at: now })
    .execute();
}

type Moved = { id: string; phase: Phase; note: string; newsBy: LocalDay | null; person: string; now: Date };

export async function move(tx: Tx, { id, phase, note, newsBy, person, now }: Moved): Promise<void> {
  await tx
    .insertInto("upcoming.phase")
    .values({ listing: id, ordinal: ordinalOf(phase), phase, note, news_by: newsBy, person, at: now })
    .execute();
  await tx.updateTable("upcoming.listing").set({ phase, news_by: newsBy }).where("id", "=", id).execute();
}

type PutOff = {
  id: string;
  what: Movable;
  from: LocalDay;
  to: LocalDay;
  reason: string;
  tellBy: LocalDay | null;
  newsBy: LocalDay | null;
  person: string;
  now: Date;
};

/** The reason first: without it the database moves no day. What is told by a day moves with the question alone. */
export async function putOff(tx: Tx, { id, what, from, to, reason, tellBy, newsBy, person, now }: PutOff): Promise<void> {
  await tx.insertInto("upcoming.postponement").values({ listing: id, what, from_day: from, to_day: to, reason, person, at: now }).execute();
  await tx
    .updateTable("upcoming.listing")
    .set(what === "question" ? { ask_until: to, tell_by: tellBy } : { decide_on: to, news_by: newsBy })
    .where("id", "=", id)
    .execute();
}

type Weighed = { listing: string; idea: string; fate: Fate; because: string; possibleIf: string | undefined; person: string; now: Date };

/** What became of an answer. Until it is told it can be written anew. */
export async function weigh(tx: Tx, { listing, idea, fate, because, possibleIf, person, now }: Weighed): Promise<void> {
  const said = { fate, because, possible_if: possibleIf ?? null, person, at: now };
  await tx
    .insertInto("upcoming.fate")
    .values({ listing, idea, ...said })
    .onConflict((conflict) => conflict.columns(["listing", "idea"]).doUpdateSet(said))
    .execute();
}

export const addClosure = (
  tx: Tx,
  { id, heard, doing, person, now }: { id: string; heard: string; doing: string; person: string; now: Date },
): Promise<unknown> => tx.insertInto("upcoming.closure").values({ listing: id, heard, doing, person, at: now }).execute();

export async function discard(tx: Tx, { id, person, now }: { id: string; person: string; now: Date }): Promise<void> {
  await withdrawThing(tx, id, now);
  await tx.insertInto("upcoming.discard").values({ listing: id, person, at: now }).execute();
}

/** Out: whether it is new; each is told once. */
export async function addEscalation(
  tx: Tx,
  { id, what, due, now }: { id: string; what: "reminder" | "late"; due: LocalDay; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("upcoming.escalation")
    .values({ listing: id, what, due, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
