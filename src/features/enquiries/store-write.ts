// SPDX-License-Identifier: EUPL-1.2
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import { addThing, withdrawThing } from "#platform/db/things.ts";
import type { Duty } from "#features/places/index.ts";

export type NewEnquiry = {
  id: string;
  subject: string;
  text: string;
  name: string | undefined;
  phone: string | undefined;
  callWhen: string | undefined;
  mailbox: string | undefined;
  claimHash: Buffer | undefined;
  owner: string | undefined;
  area: string;
  acknowledgeBy: LocalDay;
  answerBy: LocalDay;
  now: Date;
};

/** A new enquiry. Its words go nowhere but into its own row: not into the search index either. Out: its reference. */
export function addEnquiry(tx: Tx, enquiry: NewEnquiry): Promise<string> {
  const { id, owner, area, now } = enquiry;
  const own = tx.insertInto("enquiries.enquiry").values({
    id,
    subject: enquiry.subject,
    text: enquiry.text,
    name: enquiry.name ?? null,
    phone: enquiry.phone ?? null,
    call_when: enquiry.phone === undefined ? null : (enquiry.callWhen ?? null),
    mailbox: enquiry.mailbox ?? null,
    claim_hash: enquiry.claimHash ?? null,
    submitted_at: now,
    acknowledge_by: enquiry.acknowledgeBy,
    answer_by: enquiry.answerBy,
    due_by: enquiry.answerBy,
  });
  const thing = { kind: "enquiry", letter: "H", visibility: "private", locality: undefined } as const;
  return addThing(tx, { ...thing, themes: [], id, ownerPerson: owner, area, now, year: Number(localDayOf(now).slice(0, 4)) }, own);
}

/** Says whose it is. The code has done its work. */
export async function giveOwner(tx: Tx, enquiry: string, person: string): Promise<void> {
  await tx
    .updateTable("platform.thing")
    .set({ owner_person: person })
    .where("id", "=", enquiry)
    .where("owner_person", "is", null)
    .execute();
  await tx.updateTable("enquiries.enquiry").set({ claim_hash: null }).where("id", "=", enquiry).execute();
}

type By = { enquiry: string; person: string; now: Date };

export const addAcknowledgement = (tx: Tx, { enquiry, person, now }: By): Promise<unknown> =>
  tx.insertInto("enquiries.acknowledgement").values({ enquiry, person, at: now }).execute();

export type NewAnswer = By & { id: string; text: string; ordinal: number; area: string } & (
    | { status: "answered" }
    | { status: "investigating"; newDay: LocalDay }
    | { status: "called"; calledOn: LocalDay }
  );

/** An answer, by letter or by a call, and what the clock needs to know of it. */
export async function addAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  const { id, enquiry, status, text, ordinal, area, person, now } = answer;
  const newDay = answer.status === "investigating" ? answer.newDay : null;
  await tx
    .insertInto("enquiries.answer")
    .values({
      id,
      enquiry,
      status,
      text,
      ordinal,
      area,
      person,
      at: now,
      new_day: newDay,
      called_on: answer.status === "called" ? answer.calledOn : null,
    })
    .execute();
  await tx
    .updateTable("enquiries.enquiry")
    .set({ standing: status, ...(newDay === null ? {} : { due_by: newDay }) })
    .where("id", "=", enquiry)
    .execute();
}

export const addMissedCall = (tx: Tx, { id, enquiry, person, calledOn, now }: By & { id: string; calledOn: LocalDay }): Promise<unknown> =>
  tx.insertInto("enquiries.missed_call").values({ id, enquiry, person, called_on: calledOn, at: now }).execute();

export const addNote = (tx: Tx, { id, enquiry, person, text, now }: By & { id: string; text: string }): Promise<unknown> =>
  tx.insertInto("enquiries.note").values({ id, enquiry, person, text, at: now }).execute();

/** Another area is to answer. The days stay: the database refuses to move them. Who gave it away no longer sees it. */
export async function handOver(
  tx: Tx,
  { id, enquiry, from, to, person, now }: By & { id: string; from: string; to: string },
): Promise<void> {
  await tx.insertInto("enquiries.hand_over").values({ id, enquiry, from_area: from, to_area: to, person, at: now }).execute();
  await tx.updateTable("platform.thing").set({ area: to }).where("id", "=", enquiry).execute();
}

type Words = { title: string; text: string; locality: string | undefined };

export const addProposal = (tx: Tx, { enquiry, person, title, text, locality, now }: By & Words): Promise<unknown> =>
  tx
    .insertInto("enquiries.proposal")
    .values({ enquiry, person, title, text, locality: locality ?? null, at: now })
    .execute();

/** The sender's yes, in the words that they let stand. From now on the idea is what is answered. */
export async function agree(tx: Tx, yes: { enquiry: string; now: Date; name: string | undefined } & Words): Promise<void> {
  await tx
    .updateTable("enquiries.proposal")
    .set({ title: yes.title, text: yes.text, locality: yes.locality ?? null, shown_name: yes.name ?? null, said: "yes", said_at: yes.now })
    .where("enquiry", "=", yes.enquiry)
    .execute();
  await tx.updateTable("enquiries.enquiry").set({ standing: "became-idea" }).where("id", "=", yes.enquiry).execute();
}

export const decline = (tx: Tx, { enquiry, now }: { enquiry: string; now: Date }): Promise<unknown> =>
  tx.updateTable("enquiries.proposal").set({ said: "no", said_at: now }).where("enquiry", "=", enquiry).execute();

/** By its sender; by nobody when its sender is erased. */
export async function withdraw(tx: Tx, { enquiry, person, now }: Omit<By, "person"> & { person: string | null }): Promise<void> {
  await withdrawThing(tx, enquiry, now);
  await tx.insertInto("enquiries.withdrawal").values({ enquiry, person, at: now }).execute();
}

/** Out: whether it is new; each deadline that passed is told once. */
export async function addEscalation(
  tx: Tx,
  { enquiry, what, due, now }: { enquiry: string; what: Duty; due: LocalDay; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("enquiries.escalation")
    .values({ enquiry, what, due, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
