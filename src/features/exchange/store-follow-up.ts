// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";

export const whys = ["no-contact", "silence", "not-agreed", "no-outcome", "disputed", "call"] as const;
export type Why = (typeof whys)[number];
export const isWhy = (value: unknown): value is Why => whys.some((why) => why === value);

/** Stands as the note of what nobody needed to do any more. */
export const overNote = "–";

/** Something for a broker to do, once at a time for each reason. Out: whether it is new. */
export async function addFollowUp(
  tx: Tx,
  { id, thing, why, dueOn, now }: { id: string; thing: string; why: Why; dueOn: LocalDay; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO exchange.follow_up (id, thing, why, due_on, at) VALUES (${id}, ${thing}, ${why}, ${dueOn}, ${now})
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Done, with a note for the log. Out: whether there was one. */
export async function closeFollowUp(
  tx: Tx,
  { thing, why, note, person, now }: { thing: string; why: Why; note: string; person: string | null; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("exchange.follow_up")
    .set({ done_at: now, note, person })
    .where("thing", "=", thing)
    .where("why", "=", why)
    .where("done_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export type FollowUp = { why: Why; dueOn: LocalDay; at: Date; doneAt: Date | null; note: string | null; who: string | null };

/** The log of one post or introduction, oldest first. */
export async function followUpsOf(db: Db | Tx, thing: string): Promise<FollowUp[]> {
  const { rows } = await sql<FollowUp>`
    SELECT follow_up.why, follow_up.due_on AS "dueOn", follow_up.at, follow_up.done_at AS "doneAt", follow_up.note, person.name AS who
    FROM exchange.follow_up LEFT JOIN people.shown person ON person.id = follow_up.person
    WHERE follow_up.thing = ${thing} ORDER BY follow_up.at, follow_up.id`.execute(db);
  return rows;
}
