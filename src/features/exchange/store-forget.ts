// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { eachByItself } from "#platform/jobs/by-itself.ts";
import { putIntoMatching } from "./store-matching.ts";

/** Days after the agreed day that contact data is kept; and that a mailbox waits for its owner, or a phone number after a post is over. */
export const contactDays = 365;
export const mailboxDays = 30;
/** Years after it was over, until what tells who it was, and what they wrote, is removed. */
export const keptYears = { post: 2, introduction: 3 } as const;

/** Since when a post is over: closed, or its last day has been. */
const overSince = sql`coalesce(closed_at, CASE WHEN expired_at IS NOT NULL THEN expires_on::timestamptz END)`;

/** So many at a time: the next night takes the others. */
const most = 1_000;

/** Removes what is not needed any more, one kind by itself: one that fails holds up no other. Done again, it removes nothing more. */
export async function forgetOld(db: Db, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  const yearsAgo = (years: number): RawBuilder<Date> => sql`${now}::timestamptz - make_interval(years => ${sql.lit(years)})`;
  const steps: ((tx: Tx) => Promise<unknown>)[] = [
    (tx) =>
      sql`DELETE FROM exchange.contact USING exchange.introduction one
        LEFT JOIN exchange.exchange deal ON deal.introduction = one.id
        WHERE contact.introduction = one.id AND coalesce(deal.on_day::timestamptz, one.accepted_at) < ${before(contactDays)}`.execute(tx),
    (tx) => sql`UPDATE exchange.post SET phone = NULL WHERE phone IS NOT NULL AND ${overSince} < ${before(mailboxDays)}`.execute(tx),
    (tx) =>
      sql`UPDATE exchange.post SET mailbox = NULL FROM platform.thing
        WHERE thing.id = post.id AND post.mailbox IS NOT NULL AND (thing.owner_person IS NOT NULL OR post.submitted_at < ${before(mailboxDays)})`.execute(
        tx,
      ),
    async (tx) =>
      forgetIntroductions(
        tx,
        await idsOf(
          tx,
          sql`SELECT one.id FROM exchange.introduction one LEFT JOIN exchange.exchange deal ON deal.introduction = one.id
            WHERE one.greeting <> '–' AND coalesce(one.ended_at, deal.on_day::timestamptz, one.accepted_at, one.proposed_at) < ${yearsAgo(keptYears.introduction)}
            ORDER BY one.id LIMIT ${sql.lit(most)}`,
        ),
      ),
    async (tx) =>
      forgetPosts(
        tx,
        await idsOf(
          tx,
          sql`SELECT id FROM exchange.post WHERE text <> '–'
              AND coalesce(${overSince}, CASE WHEN published_at IS NULL THEN submitted_at END) < ${yearsAgo(keptYears.post)}
            ORDER BY id LIMIT ${sql.lit(most)}`,
        ),
      ),
  ];
  await eachByItself(steps, (step) => within(db, asSystem, step));
}

async function idsOf(tx: Tx, statement: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${statement}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The words of posts, and whom they are from, go; that there was one, of which kind and where, stays. What is open is withdrawn. */
export async function forgetPosts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`ANY(${[...ids]}::uuid[])`;
  await sql`UPDATE exchange.post SET title = '–', text = '–', shown_name = NULL, party_name = NULL, phone = NULL, mailbox = NULL, claim_hash = NULL,
    weekdays = NULL, reach_km = NULL WHERE id = ${these}`.execute(tx);
  await sql`UPDATE exchange.post SET closed = 'withdrawn', closed_at = now() WHERE id = ${these} AND closed IS NULL`.execute(tx);
  await sql`UPDATE exchange.edit SET title = '–', text = '–', person = NULL WHERE post = ${these}`.execute(tx);
  await sql`UPDATE exchange.look SET reason = '–' WHERE post = ${these} AND reason IS NOT NULL`.execute(tx);
  await sql`UPDATE exchange.follow_up SET note = '–' WHERE thing = ${these} AND done_at IS NOT NULL`.execute(tx);
  await sql`UPDATE platform.search_document SET title = '–', body = '–' WHERE thing = ${these}`.execute(tx);
  await sql`UPDATE platform.thing SET withdrawn_at = coalesce(withdrawn_at, now()), owner_person = NULL WHERE id = ${these}`.execute(tx);
  for (const id of ids) await putIntoMatching(tx, id);
}

/** Who they were and what they wrote goes; that it came about, and how long it took, stays. The transaction reads as the program. */
async function forgetIntroductions(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`ANY(${[...ids]}::uuid[])`;
  await sql`UPDATE exchange.introduction SET greeting = '–', giver_name = '–', seeker_name = '–', giver_person = NULL, seeker_person = NULL,
    proposed_by = NULL, end_reason = NULL WHERE id = ${these}`.execute(tx);
  await sql`DELETE FROM exchange.message WHERE introduction = ${these}`.execute(tx);
  await sql`DELETE FROM exchange.contact WHERE introduction = ${these}`.execute(tx);
  await sql`UPDATE exchange.reply SET reason = NULL, person = NULL WHERE introduction = ${these}`.execute(tx);
  await sql`UPDATE exchange.exchange SET what = '–', person = NULL WHERE introduction = ${these}`.execute(tx);
  await sql`UPDATE exchange.outcome SET person = NULL WHERE introduction = ${these}`.execute(tx);
  await sql`UPDATE exchange.resolution SET note = '–' WHERE introduction = ${these}`.execute(tx);
  await sql`UPDATE exchange.follow_up SET note = '–' WHERE thing = ${these} AND done_at IS NOT NULL`.execute(tx);
  // What was said to all stays said, and who said it: they may still take it away.
  await sql`DELETE FROM exchange.appreciation WHERE introduction = ${these} AND NOT public`.execute(tx);
}
