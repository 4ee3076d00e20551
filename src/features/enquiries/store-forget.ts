// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { dropDraftsAbout } from "#features/drafts/index.ts";
import { mailboxIdsOf } from "#features/people/index.ts";
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
