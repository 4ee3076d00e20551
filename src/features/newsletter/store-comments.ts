// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";

export const wantsComments = async (db: Db | Tx, person: string): Promise<boolean> =>
  (await db.selectFrom("newsletter.no_comments").select("person").where("person", "=", person).executeTakeFirst()) === undefined;

export const sayNoToComments = (tx: Tx, person: string, now: Date): Promise<unknown> =>
  tx
    .insertInto("newsletter.no_comments")
    .values({ person, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** From now on: what was said in the meantime is not told. Who wants them already goes on where they are. */
export async function sayYesToComments(tx: Tx, person: string, now: Date): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom("newsletter.no_comments").where("person", "=", person).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return;
  await tx
    .insertInto("newsletter.told")
    .values({ person, every: "comments", until: now })
    .onConflict((conflict) => conflict.columns(["person", "every"]).doUpdateSet({ until: sql<Date>`greatest(told.until, excluded.until)` }))
    .execute();
}
