// SPDX-License-Identifier: EUPL-1.2
import { sql, type Selectable } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { PlatformMail } from "#platform/db/schema.gen.ts";

export type Mail = Selectable<PlatformMail>;

/** A mail that is neither sent nor given up. */
export const waitingMail = (db: Db, id: string): Promise<Mail | undefined> =>
  db
    .selectFrom("platform.mail")
    .selectAll()
    .where("id", "=", id)
    .where("sent_at", "is", null)
    .where("failed_at", "is", null)
    .executeTakeFirst();

/** The newest, without their words. */
export const newestMails = (
  db: Db | Tx,
  most: number,
): Promise<Pick<Mail, "id" | "recipient" | "subject" | "created_at" | "sent_at" | "failed_at" | "attempts">[]> =>
  db
    .selectFrom("platform.mail")
    .select(["id", "recipient", "subject", "created_at", "sent_at", "failed_at", "attempts"])
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(most))
    .execute();

export const oneMail = (db: Db | Tx, id: string): Promise<Mail | undefined> =>
  db.selectFrom("platform.mail").selectAll().where("id", "=", id).executeTakeFirst();

/** How many went to the domain after an instant. */
export async function countSent(db: Db, domain: string, after: Date): Promise<number> {
  const { sent } = await db
    .selectFrom("platform.mail")
    .select((eb) => eb.fn.countAll<number>().as("sent"))
    .where("sent_at", ">", after)
    .where(sql<string>`split_part(recipient, '@', 2)`, "=", domain)
    .executeTakeFirstOrThrow();
  return sent;
}

export const noteSent = (db: Db, id: string, now: Date): Promise<unknown> =>
  db
    .updateTable("platform.mail")
    .set((eb) => ({ sent_at: now, attempts: eb("attempts", "+", 1), last_error: null }))
    .where("id", "=", id)
    .where("sent_at", "is", null)
    .execute();

/** In: why, without the server's words, which may hold an address; `giveUp` where there will be no other try. */
export const noteTry = (tx: Tx, id: string, { why, giveUp, now }: { why: string; giveUp: boolean; now: Date }): Promise<unknown> =>
  tx
    .updateTable("platform.mail")
    .set((eb) => ({ attempts: eb("attempts", "+", 1), last_error: why, ...(giveUp ? { failed_at: now } : {}) }))
    .where("id", "=", id)
    .execute();

/** The mails to some mailboxes, for the export of one person's data. */
export const mailsTo = (tx: Tx, mailboxes: string[]): Promise<Pick<Mail, "subject" | "plain" | "created_at" | "sent_at">[]> =>
  mailboxes.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom("platform.mail")
        .select(["subject", "plain", "created_at", "sent_at"])
        .where("recipient", "in", mailboxes)
        .orderBy("created_at")
        .execute();

/** Forgets them, also those that wait. */
export async function forgetMailsTo(tx: Tx, mailboxes: string[]): Promise<void> {
  if (mailboxes.length > 0) await tx.deleteFrom("platform.mail").where("recipient", "in", mailboxes).execute();
}
