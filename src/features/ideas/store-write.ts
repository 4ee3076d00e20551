// SPDX-License-Identifier: EUPL-1.2
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import { addThing, publishThing, withdrawThing } from "#platform/db/things.ts";
import { addLink } from "#platform/links/index.ts";
import type { Duty } from "#features/places/index.ts";
import type { Author } from "./author.ts";
import { overtakeMerges } from "./store-merge.ts";
import type { AnswerStatus } from "./idea.ts";

export type NewIdea = Author & {
  id: string;
  title: string;
  text: string;
  halfDone: boolean;
  phone: string | undefined;
  mailbox: string | undefined;
  claimHash: Buffer | undefined;
  owner: string | undefined;
  locality: string | undefined;
  area: string;
  themes: string[];
  lookBy: LocalDay;
  acknowledgeBy: LocalDay;
  answerBy: LocalDay;
  now: Date;
};

/** A new idea: public at once where its author is known, else held. Out: its reference. */
export function addIdea(tx: Tx, idea: NewIdea): Promise<string> {
  const isPublic = idea.owner !== undefined;
  const own = tx.insertInto("ideas.idea").values({
    id: idea.id,
    title: idea.title,
    text: idea.text,
    shown_name: idea.shownName,
    on_behalf: idea.onBehalf,
    on_behalf_kind: idea.onBehalfKind,
    half_done: idea.halfDone,
    phone: idea.phone ?? null,
    mailbox: idea.mailbox ?? null,
    claim_hash: idea.claimHash ?? null,
    submitted_at: idea.now,
    look_by: idea.lookBy,
    acknowledge_by: idea.acknowledgeBy,
    answer_by: idea.answerBy,
    due_by: idea.answerBy,
    listed_at: isPublic ? idea.now : null,
  });
  const thing = {
    id: idea.id,
    kind: "idea",
    letter: "I",
    visibility: isPublic ? ("public" as const) : ("held" as const),
    ownerPerson: idea.owner,
    locality: idea.locality,
    area: idea.area,
    themes: idea.themes,
    title: idea.title,
    body: idea.text,
    now: idea.now,
    year: Number(yearOf(idea.now)),
  };
  return addThing(tx, thing, own);
}

/** From held to public: everybody can see it and it stands in the list. */
export async function publish(tx: Tx, idea: string, now: Date): Promise<void> {
  await publishThing(tx, idea, now);
  await tx.updateTable("ideas.idea").set({ listed_at: now }).where("id", "=", idea).execute();
}

/** Says whose idea it is. The code and the mailbox have done their work; the phone number stays for who is to call. */
export async function giveOwner(tx: Tx, idea: string, person: string): Promise<void> {
  await tx.updateTable("platform.thing").set({ owner_person: person }).where("id", "=", idea).where("owner_person", "is", null).execute();
  await tx.updateTable("ideas.idea").set({ claim_hash: null }).where("id", "=", idea).execute();
}

export const addLook = (
  tx: Tx,
  look: { idea: string; letThrough: boolean; reason: string | undefined; person: string; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("ideas.look")
    .values({ idea: look.idea, let_through: look.letThrough, reason: look.reason ?? null, person: look.person, at: look.now })
    .execute();

export const addAcknowledgement = (tx: Tx, { idea, person, now }: { idea: string; person: string; now: Date }): Promise<unknown> =>
  tx.insertInto("ideas.acknowledgement").values({ idea, person, at: now }).execute();

export type NewAnswer = {
  id: string;
  idea: string;
  status: AnswerStatus;
  reason: string;
  possibleIf: string | undefined;
  byRule?: boolean;
  nextStep: string | undefined;
  newDay: LocalDay | undefined;
  ordinal: number;
  partOf: string | undefined;
  area: string;
  /** None where two authors agreed. */
  person: string | undefined;
  merge?: string;
  now: Date;
};

/** An answer, and what the list and the clock need to know of it. */
export async function addAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  const { id, idea, status, reason, ordinal, area, person } = answer;
  await tx
    .insertInto("ideas.answer")
    .values({
      id,
      idea,
      status,
      reason,
      possible_if: answer.possibleIf ?? null,
      by_rule: answer.byRule ?? false,
      next_step: answer.nextStep ?? null,
      new_day: answer.newDay ?? null,
      ordinal,
      part_of: answer.partOf ?? null,
      area,
      person: person ?? null,
      merge: answer.merge ?? null,
      at: answer.now,
    })
    .execute();
  await tx
    .updateTable("ideas.idea")
    .set({ standing: status, ...(answer.newDay === undefined ? {} : { due_by: answer.newDay }) })
    .where("id", "=", idea)
    .execute();
  if (status !== "investigating") await overtakeMerges(tx, { idea, alsoAsWhole: status === "part-of", now: answer.now });
  if (answer.partOf === undefined) return;
  await addLink(tx, { from: idea, to: answer.partOf, relation: "part-of", now: answer.now });
}

/** Moves an idea to another area. Its days stay: the database refuses to move them. */
export async function handOver(
  tx: Tx,
  move: { id: string; idea: string; from: string; to: string; person: string; now: Date },
): Promise<void> {
  await tx.updateTable("platform.thing").set({ area: move.to }).where("id", "=", move.idea).execute();
  await tx.deleteFrom("ideas.concern").where("idea", "=", move.idea).where("area", "=", move.to).execute();
  await tx
    .insertInto("ideas.hand_over")
    .values({ id: move.id, idea: move.idea, from_area: move.from, to_area: move.to, person: move.person, at: move.now })
    .execute();
}

export async function withdraw(tx: Tx, { idea, person, now }: { idea: string; person: string; now: Date }): Promise<void> {
  await withdrawThing(tx, idea, now);
  await tx.updateTable("ideas.idea").set({ listed_at: null }).where("id", "=", idea).execute();
  await overtakeMerges(tx, { idea, alsoAsWhole: true, now });
  await tx.insertInto("ideas.withdrawal").values({ idea, person, at: now }).execute();
}

/** Out: whether it is new; each deadline that passed is told once. */
export async function addEscalation(
  tx: Tx,
  { idea, what, due, now }: { idea: string; what: Duty; due: LocalDay; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("ideas.escalation")
    .values({ idea, what, due, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

const yearOf = (now: Date): string => localDayOf(now).slice(0, 4);
