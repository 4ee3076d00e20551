// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { addDays, type LocalDay } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { agreeDays, outcomeDays, outcomeSilenceDays, silenceDays } from "./introduction.ts";
import { helpAfterDays, warnedDays } from "./post.ts";

/** So many at a time: the next run takes the others. */
const most = 500;

export type Due = { reference: string; id: string };

/** Each question is asked of all, or of one post or introduction alone. */
const alone = (only: string | undefined) => (only === undefined ? sql`true` : sql`thing.id = ${only}`);

/** Posts whose last day comes within a warning that was not given. The nearest warning alone: nobody gets two at once. */
export async function toWarn(
  db: Db,
  today: LocalDay,
  only?: string,
): Promise<(Due & { expiresOn: LocalDay; daysBefore: (typeof warnedDays)[number] })[]> {
  const [early, late] = warnedDays;
  const { rows } = await sql<Due & { expiresOn: LocalDay }>`
    SELECT post.id, thing.reference, post.expires_on AS "expiresOn" FROM exchange.post JOIN platform.thing ON thing.id = post.id
    WHERE ${alone(only)} AND post.listed_at IS NOT NULL AND post.expires_on BETWEEN ${today}::date AND ${addDays(today, early)}::date
      AND NOT EXISTS (SELECT 1 FROM exchange.expiry_warning warning WHERE warning.post = post.id AND warning.expires_on = post.expires_on
        AND warning.days_before = CASE WHEN post.expires_on <= ${addDays(today, late)}::date THEN ${sql.lit(late)} ELSE ${sql.lit(early)} END)
    ORDER BY post.expires_on LIMIT ${sql.lit(most)}`.execute(db);
  return rows.map((row) => ({ ...row, daysBefore: row.expiresOn <= addDays(today, late) ? late : early }));
}

export async function toExpire(db: Db, today: LocalDay, only?: string): Promise<(Due & { expiresOn: LocalDay })[]> {
  const { rows } = await sql<Due & { expiresOn: LocalDay }>`
    SELECT post.id, thing.reference, post.expires_on AS "expiresOn" FROM exchange.post JOIN platform.thing ON thing.id = post.id
    WHERE ${alone(only)} AND post.published_at IS NOT NULL AND post.expired_at IS NULL AND post.closed IS NULL AND post.expires_on < ${today}::date
    ORDER BY post.expires_on LIMIT ${sql.lit(most)}`.execute(db);
  return rows;
}

/** Posts that nobody has answered, and that no broker was asked to help with since they were put up. */
export async function unanswered(db: Db, today: LocalDay, only?: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    SELECT post.id, thing.reference FROM exchange.post JOIN platform.thing ON thing.id = post.id
    WHERE ${alone(only)} AND post.listed_at IS NOT NULL AND post.contacts = 0 AND post.expires_on >= ${today}::date
      AND (post.published_at AT TIME ZONE 'Europe/Copenhagen')::date <= ${addDays(today, -helpAfterDays)}::date
      AND NOT EXISTS (SELECT 1 FROM exchange.follow_up WHERE follow_up.thing = post.id AND follow_up.why = 'no-contact')
      -- What was brought in by the thousand is answered when somebody asks, and is helped once it is somebody's.
      AND (thing.owner_person IS NOT NULL OR NOT EXISTS (SELECT 1 FROM platform.external WHERE external.thing = post.id))
    ORDER BY post.published_at LIMIT ${sql.lit(most)}`.execute(db);
  return rows;
}

const introductions = (db: Db, which: ReturnType<typeof sql>, only: string | undefined): Promise<Due[]> =>
  within(db, asSystem, async (tx) => {
    const { rows } = await sql<Due>`
      SELECT introduction.id, thing.reference FROM exchange.introduction JOIN platform.thing ON thing.id = introduction.id
      LEFT JOIN exchange.exchange deal ON deal.introduction = introduction.id
      WHERE ${alone(only)} AND ${which} ORDER BY introduction.proposed_at LIMIT ${sql.lit(most)}`.execute(tx);
    return rows;
  });

export const toLapse = (db: Db, today: LocalDay, only?: string): Promise<Due[]> =>
  introductions(db, sql`introduction.standing = 'proposed' AND introduction.lapses_on < ${today}::date`, only);

export const toAsk = (db: Db, today: LocalDay, only?: string): Promise<Due[]> =>
  introductions(
    db,
    sql`introduction.standing = 'agreed' AND NOT introduction.registered AND deal.asked_at IS NULL AND deal.on_day <= ${addDays(today, -outcomeDays)}::date`,
    only,
  );

/** What somebody has let lie: an introduction without an answer, two yeses without an agreement, a day that nobody has told of. Each is noticed once. */
export const silent = (db: Db, today: LocalDay, only?: string): Promise<Due[]> =>
  introductions(
    db,
    sql`((introduction.standing = 'proposed' AND (introduction.proposed_at AT TIME ZONE 'Europe/Copenhagen')::date <= ${addDays(today, -silenceDays)}::date
        AND NOT EXISTS (SELECT 1 FROM exchange.follow_up WHERE follow_up.thing = introduction.id AND follow_up.why = 'silence'))
      OR (introduction.standing = 'accepted' AND (introduction.accepted_at AT TIME ZONE 'Europe/Copenhagen')::date <= ${addDays(today, -agreeDays)}::date
        AND NOT EXISTS (SELECT 1 FROM exchange.follow_up WHERE follow_up.thing = introduction.id AND follow_up.why = 'not-agreed'))
      OR (introduction.standing = 'agreed' AND NOT introduction.registered AND deal.on_day <= ${addDays(today, -outcomeSilenceDays)}::date
        AND deal.standing <> 'disputed' AND NOT EXISTS (SELECT 1 FROM exchange.follow_up WHERE follow_up.thing = introduction.id AND follow_up.why = 'no-outcome')))`,
    only,
  );
