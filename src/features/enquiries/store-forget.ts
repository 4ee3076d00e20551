// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { dropDraftsAbout } from "#features/drafts/index.ts";
import { mailboxIdsOf, mailboxOf } from "#features/people/index.ts";
import { withdraw } from "./store-write.ts";

/** Years after it was over, until what tells who it was from, and what they wrote, is removed. */
export const keptYears = 2;

/** The daily job: what was over long enough ago keeps its days and its turns, and no words and no person. */
export const forgetOld = (db: Db, now: Date): Promise<void> =>
  within(db, asSystem, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      SELECT enquiry.id FROM enquiries.enquiry JOIN platform.thing ON thing.id = enquiry.id
      WHERE enquiry.forgotten_at IS NULL AND coalesce(thing.withdrawn_at,
        (SELECT answer.at FROM enquiries.answer WHERE answer.enquiry = enquiry.id AND answer.final),
        (SELECT proposal.said_at FROM enquiries.proposal WHERE proposal.enquiry = enquiry.id AND proposal.said = 'yes')) < ${now}::timestamptz - make_interval(years => ${keptYears}::int)
      ORDER BY enquiry.id LIMIT 1000`.execute(tx);
    for (const { id } of rows) await forget(tx, id, now);
  });

/** What somebody sent. The transaction reads as the program. */
export const sentBy = (tx: Tx, person: string) =>
  tx
    .selectFrom("enquiries.enquiry as enquiry")
    .innerJoin("platform.thing as thing", "thing.id", "enquiry.id")
    .select(["thing.reference", "enquiry.subject", "enquiry.text", "enquiry.name", "enquiry.phone", "enquiry.call_when"])
    .select(["enquiry.submitted_at", "enquiry.standing"])
    .where("thing.owner_person", "=", person)
    .orderBy("enquiry.submitted_at")
    .execute();

/** What was sent with somebody's address and waits for their yes: without its words, which may not be theirs. */
export async function sentWithAddressOf(tx: Tx, person: string) {
  const mailboxes = await mailboxIdsOf(tx, person);
  const rows = await tx
    .selectFrom("enquiries.enquiry as enquiry")
    .innerJoin("platform.thing as thing", "thing.id", "enquiry.id")
    .select(["thing.reference", "enquiry.submitted_at", "enquiry.standing", "enquiry.mailbox"])
    .where("thing.owner_person", "is", null)
    .where(sql<boolean>`enquiry.mailbox = ANY (${mailboxes}::uuid[])`)
    .orderBy("enquiry.submitted_at")
    .execute();
  return Promise.all(rows.map(async ({ mailbox, ...row }) => ({ ...row, address: mailbox && (await mailboxOf(tx, mailbox))?.address })));
}

/**
 * Removes what one person sent, also what was sent from their mailbox without a yes. What is still open is withdrawn: nobody
 * is to wait with an answer for somebody who is gone.
 */
export async function forgetSender(tx: Tx, person: string, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string; open: boolean }>`
    SELECT enquiry.id, thing.withdrawn_at IS NULL AND enquiry.standing IN ('waiting', 'investigating') AS open
    FROM enquiries.enquiry JOIN platform.thing ON thing.id = enquiry.id
    WHERE thing.owner_person = ${person}::uuid OR (thing.owner_person IS NULL AND enquiry.mailbox = ANY (${await mailboxIdsOf(tx, person)}::uuid[]))
    ORDER BY enquiry.id`.execute(tx);
  for (const { id, open } of rows) {
    if (open) await withdraw(tx, { enquiry: id, person: null, now });
    await forget(tx, id, now);
  }
}

/** Removes words and persons of one enquiry. What it was asked and when it was answered stays as a count. */
export async function forget(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .updateTable("enquiries.enquiry")
    .set({ subject: "–", text: "–", name: null, mailbox: null, claim_hash: null, phone: null, call_when: null, forgotten_at: now })
    .where("id", "=", id)
    .execute();
  await tx.updateTable("enquiries.answer").set({ text: "–" }).where("enquiry", "=", id).execute();
  await dropDraftsAbout(tx, id);
  await tx.deleteFrom("enquiries.note").where("enquiry", "=", id).execute();
  await tx.deleteFrom("enquiries.proposal").where("enquiry", "=", id).execute();
  await tx.updateTable("enquiries.withdrawal").set({ person: null }).where("enquiry", "=", id).execute();
  await tx.updateTable("platform.thing").set({ owner_person: null }).where("id", "=", id).execute();
}
