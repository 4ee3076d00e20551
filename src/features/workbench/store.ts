// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";

/** Out: whether it is the first of the day to this person. */
export async function takeMorning(tx: Tx, { person, day, now }: { person: string; day: LocalDay; now: Date }): Promise<boolean> {
  const row = await tx
    .insertInto("workbench.morning")
    .values({ person, day, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("person")
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes down that somebody is reminded of these deadlines. Out: those of which they were not before, as "what due". */
export async function remind(
  tx: Tx,
  { person, day, deadlines }: { person: string; day: LocalDay; deadlines: { what: string; due: LocalDay }[] },
): Promise<Set<string>> {
  if (deadlines.length === 0) return new Set();
  const rows = await tx
    .insertInto("workbench.reminder")
    .values(deadlines.map((deadline) => ({ person, day, ...deadline })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(["what", "due"])
    .execute();
  return new Set(rows.map(({ what, due }) => `${what} ${due}`));
}

export const wantsMornings = async (db: Db | Tx, person: string): Promise<boolean> =>
  (await db.selectFrom("workbench.no_mornings").select("person").where("person", "=", person).executeTakeFirst()) === undefined;

export const sayNoToMornings = (tx: Tx, person: string, now: Date): Promise<unknown> =>
  tx
    .insertInto("workbench.no_mornings")
    .values({ person, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const sayYesToMornings = (tx: Tx, person: string): Promise<unknown> =>
  tx.deleteFrom("workbench.no_mornings").where("person", "=", person).execute();

/** Forgets mornings and reminders of before a day. */
export async function tidyMornings(db: Db, before: LocalDay): Promise<void> {
  await db.deleteFrom("workbench.morning").where("day", "<", before).execute();
  await db.deleteFrom("workbench.reminder").where("day", "<", before).execute();
}
