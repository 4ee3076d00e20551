// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";

export const wantsInvitations = async (db: Db | Tx, person: string): Promise<boolean> =>
  (await db.selectFrom("upcoming.no_invitations").select("person").where("person", "=", person).executeTakeFirst()) === undefined;

export const sayNoToInvitations = (tx: Tx, person: string, now: Date): Promise<unknown> =>
  tx
    .insertInto("upcoming.no_invitations")
    .values({ person, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const sayYesToInvitations = (tx: Tx, person: string): Promise<unknown> =>
  tx.deleteFrom("upcoming.no_invitations").where("person", "=", person).execute();
