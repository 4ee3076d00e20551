// SPDX-License-Identifier: EUPL-1.2
import { hashOfToken } from "#platform/auth/session.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { mostAttempts, stateOf, type LogInLink } from "./link.ts";

const logInLinks = (db: Db | Tx) =>
  db
    .selectFrom("people.mail_link as link")
    .select([
      "link.id",
      "link.mailbox",
      "link.expires_at as expiresAt",
      "link.used_at as usedAt",
      "link.attempts",
      "link.browser_hash",
      "link.code_hash",
    ])
    .where("link.purpose", "=", "log-in");

type Row = Awaited<ReturnType<ReturnType<typeof logInLinks>["executeTakeFirstOrThrow"]>>;
export type FoundLink = LogInLink & { mailbox: string };

/** The database demands both hashes of a log-in link. */
const found = ({ browser_hash, code_hash, ...row }: Row): FoundLink => ({
  ...row,
  browserHash: browser_hash ?? Buffer.alloc(0),
  codeHash: code_hash ?? Buffer.alloc(0),
});

/** A log-in link by its token. With `lock` nobody else judges it at the same time. */
export async function logInLink(db: Db | Tx, token: string, { lock }: { lock: boolean }): Promise<FoundLink | undefined> {
  const links = logInLinks(db).where("link.token_hash", "=", hashOfToken(token));
  const row = await (lock ? links.forUpdate() : links).executeTakeFirst();
  return row && found(row);
}

/**
 * The open links that a browser asked for last, locked: those to the mailbox of its newest, so that one guess is never
 * tried on many mailboxes at once.
 */
export async function linksOfBrowser(tx: Tx, browserHash: Buffer, now: Date): Promise<FoundLink[]> {
  const rows = await logInLinks(tx)
    .where("link.browser_hash", "=", browserHash)
    .where("link.expires_at", ">", now)
    .orderBy("link.created_at", "desc")
    .orderBy("link.id", "desc")
    .limit(3)
    .forUpdate()
    .execute();
  const links = rows.map(found).filter((link) => link.mailbox === rows[0]?.mailbox);
  return links.filter((link) => stateOf(link, now) === "open");
}

export const useUp = (tx: Tx, link: string, now: Date): Promise<unknown> =>
  tx.updateTable("people.mail_link").set({ used_at: now }).where("id", "=", link).execute();

/** One wrong code more on each of these. */
export const countAttempt = (tx: Tx, links: string[]): Promise<unknown> =>
  tx
    .updateTable("people.mail_link")
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("id", "in", links)
    .where("attempts", "<", mostAttempts)
    .execute();
