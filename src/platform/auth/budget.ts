// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { tooMany } from "#platform/operations/refusal.ts";

/** How much of something one subject may do in a window of so many seconds. */
export type Budget = { what: string; most: number; seconds: number };

/** Takes one of the subject's budget for each row of `each`. A statement that says how many are used in this window: `used`. */
export const spending = (
  subject: string,
  { what, seconds }: Budget,
  now: Date,
  each: RawBuilder<unknown>,
): RawBuilder<{ used: number }> => {
  const window = new Date(Math.floor(now.getTime() / (seconds * 1000)) * seconds * 1000);
  return sql`INSERT INTO platform.budget (subject, what, window_start, used) SELECT ${subject}, ${what}, ${window}::timestamptz, 1 FROM ${each}
    ON CONFLICT (subject, what, window_start) DO UPDATE SET used = platform.budget.used + 1 RETURNING used`;
};

/** More than there was: refused with 429 and when to come back. */
export function checkSpent(used: number, { most, seconds }: Budget, now: Date): void {
  if (used > most) throw tooMany(seconds - (Math.floor(now.getTime() / 1000) % seconds));
}

/** Takes one of the subject's budget, or refuses. */
export async function spend(tx: Tx, subject: string, budget: Budget, now: Date): Promise<void> {
  const { rows } = await spending(subject, budget, now, sql`(VALUES (1)) AS once`).execute(tx);
  for (const { used } of rows) checkSpent(used, budget, now);
}

/** Invitations, suggestions and digests together: so many reach one person in a week. What they asked for themselves never counts. */
export const suggestions: Budget = { what: "suggestions", most: 2, seconds: 7 * 24 * 60 * 60 };

/** Takes one of each subject's budget. Out: those who had some left; nothing is refused. */
export async function spendEach(tx: Tx, subjects: string[], { what, most, seconds }: Budget, now: Date): Promise<string[]> {
  if (subjects.length === 0) return [];
  const window = new Date(Math.floor(now.getTime() / (seconds * 1000)) * seconds * 1000);
  const { rows } = await sql<{ subject: string }>`
    INSERT INTO platform.budget (subject, what, window_start, used) SELECT DISTINCT subject, ${what}, ${window}::timestamptz, 1 FROM unnest(${subjects}::text[]) AS subject
    ON CONFLICT (subject, what, window_start) DO UPDATE SET used = platform.budget.used + 1 WHERE platform.budget.used < ${most} RETURNING subject`.execute(
    tx,
  );
  return rows.map(({ subject }) => subject);
}
