// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Ids } from "#platform/clock/ids.ts";
import { hashOfToken } from "#platform/auth/session.ts";
import { linkToken, mayMail, stateOf, type LinkState } from "./link.ts";

export type NewLink = { mailbox: string; purpose: string; thing?: string | undefined; expiresAt: Date; now: Date };

/**
 * A link to be mailed, that confirms one thing until `expiresAt` and gives no session. Its token is not kept: the mail
 * and `linkToken(secret, id)` know it.
 */
export async function makeLink(
  tx: Tx,
  { ids, secret, ...link }: NewLink & { ids: Ids; secret: Buffer },
): Promise<{ id: string; token: string }> {
  const id = ids.uuid();
  const token = linkToken(secret, id);
  await insertLink(tx, { ...link, id, token });
  return { id, token };
}

/** The link of this purpose to this mailbox about this thing (or about none) that still lives, or a new one: for what stands in every mail. */
export async function sameLink(
  tx: Tx,
  { ids, secret, ...link }: NewLink & { ids: Ids; secret: Buffer },
): Promise<{ id: string; token: string }> {
  const known = await tx
    .selectFrom("people.mail_link")
    .select("id")
    .where("mailbox", "=", link.mailbox)
    .where("purpose", "=", link.purpose)
    .where("thing", "is not distinct from", link.thing ?? null)
    .where("used_at", "is", null)
    .where("expires_at", ">", new Date(link.now.getTime() + 180 * 24 * 60 * 60_000))
    .executeTakeFirst();
  return known ? { id: known.id, token: linkToken(secret, known.id) } : makeLink(tx, { ...link, ids, secret });
}

export type InsertedLink = NewLink & { id: string; token: string; browserHash?: Buffer; codeHash?: Buffer };

/** A link that is there already, because a job is done again, stays as it is. */
export const insertLink = (tx: Tx, link: InsertedLink): Promise<unknown> =>
  tx
    .insertInto("people.mail_link")
    .values({
      id: link.id,
      token_hash: hashOfToken(link.token),
      mailbox: link.mailbox,
      purpose: link.purpose,
      thing: link.thing ?? null,
      browser_hash: link.browserHash ?? null,
      code_hash: link.codeHash ?? null,
      created_at: link.now,
      expires_at: link.expiresAt,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();

export type Peeked = { state: LinkState; mailbox: string; address: string; lang: string; person: string | null; thing: string | null };

/** What a link is about, for the page with the button; changes nothing. Undefined: there is no such link. */
export async function peekLink(
  db: Db | Tx,
  { token, purpose, now }: { token: string; purpose: string; now: Date },
): Promise<Peeked | undefined> {
  const row = await db
    .selectFrom("people.mail_link as link")
    .innerJoin("people.mailbox as mailbox", "mailbox.id", "link.mailbox")
    .select([
      "link.expires_at",
      "link.used_at",
      "link.attempts",
      "link.thing",
      "mailbox.id as mailbox",
      "mailbox.address",
      "mailbox.lang",
      "mailbox.person",
    ])
    .where("link.token_hash", "=", hashOfToken(token))
    .where("link.purpose", "=", purpose)
    .executeTakeFirst();
  if (!row) return undefined;
  const { mailbox, address, lang, person, thing } = row;
  return {
    state: stateOf({ expiresAt: row.expires_at, usedAt: row.used_at, attempts: row.attempts }, now),
    mailbox,
    address,
    lang,
    person,
    thing,
  };
}

/** Uses a link up. Of many at the same time one gets it; the others, and who comes too late, get undefined. */
export const useLink = (
  tx: Tx,
  { token, purpose, now }: { token: string; purpose: string; now: Date },
): Promise<{ mailbox: string; thing: string | null } | undefined> =>
  tx
    .updateTable("people.mail_link")
    .set({ used_at: now })
    .where("token_hash", "=", hashOfToken(token))
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning(["mailbox", "thing"])
    .executeTakeFirst();

/**
 * Whether one more mail with a link of this purpose may go to a mailbox, whoever asks for it. The mailbox is locked: two at
 * once are counted one after the other. Counted over the minutes before now, not in fixed windows, at whose edge twice as
 * many would get through.
 */
export async function mayBeMailed(tx: Tx, { mailbox, purpose, now }: { mailbox: string; purpose: string; now: Date }): Promise<boolean> {
  await tx.selectFrom("people.mailbox").select("id").where("id", "=", mailbox).forUpdate().executeTakeFirst();
  const rows = await tx
    .selectFrom("people.mail_link")
    .select("created_at")
    .where("mailbox", "=", mailbox)
    .where("purpose", "=", purpose)
    .where("created_at", ">", new Date(now.getTime() - 24 * 60 * 60_000))
    .execute();
  return mayMail(
    rows.map((row) => row.created_at),
    now,
  );
}

/** Days after which a link that is over, and an address nobody confirmed, are forgotten. */
export const keptDays = 30;

/** Forgets what is over. An address that a thing still waits for (an idea that is not confirmed) stays with that thing. */
export async function tidyLinks(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 24 * 60 * 60_000);
  await db.deleteFrom("people.mail_link").where("expires_at", "<", before).execute();
  const forgotten = await db
    .selectFrom("people.mailbox as mailbox")
    .select("mailbox.id")
    .where("mailbox.person", "is", null)
    .where("mailbox.created_at", "<", before)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("people.mail_link as link").select("link.id").whereRef("link.mailbox", "=", "mailbox.id"))),
    )
    .limit(5_000)
    .execute();
  for (const { id } of forgotten) await db.deleteFrom("people.mailbox").where("id", "=", id).execute().catch(unlessNeeded);
}

/** 23503: something still refers to it. */
function unlessNeeded(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "23503")) throw error;
}
