// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { areasOf, has, personOf, type Actor } from "#platform/auth/actor.ts";
import type { Db, Tx } from "./connect.ts";

/** Who reads: the person, the areas whose inbox they keep, whether they follow up on all, or the program itself. */
export type Scope = { person?: string | undefined; areas?: readonly string[]; followsUp?: boolean; system?: boolean };

export const asSystem: Scope = { system: true };

export const scopeOf = (actor: Actor): Scope =>
  actor.kind === "system" ? asSystem : { person: personOf(actor)?.id, areas: areasOf(actor), followsUp: has(actor, "secretariat") };

/**
 * Reads tables under row level security in somebody's name. The scope is the transaction's and ends with it: a connection
 * that goes back to the pool carries nobody. In a transaction that is there already it holds for the rest of it.
 */
export function within<T>(db: Db | Tx, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const here = async (tx: Tx): Promise<T> => {
    await setScope(tx, scope);
    return work(tx);
  };
  return isTransaction(db) ? here(db) : db.transaction().execute(here);
}

const isTransaction = (db: Db | Tx): db is Tx => db.isTransaction;

const setScope = (tx: Tx, { person, areas = [], followsUp = false, system = false }: Scope): Promise<unknown> =>
  sql`SELECT set_config('app.person', ${person ?? ""}, true), set_config('app.areas', ${areas.join(",")}, true),
    set_config('app.follows_up', ${followsUp ? "yes" : ""}, true), set_config('app.system', ${system ? "yes" : ""}, true)`.execute(tx);
