// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import { isRelation, type Relation, type Way } from "./relations.ts";

/** Ties one thing to another. Tied twice is tied once. */
export const addLink = (tx: Tx, link: { from: string; to: string; relation: Relation; now: Date }): Promise<unknown> =>
  tx
    .insertInto("platform.link")
    .values({ from_thing: link.from, to_thing: link.to, relation: link.relation, created_at: link.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const removeLink = (tx: Tx, link: { from: string; to: string; relation: Relation }): Promise<unknown> =>
  tx
    .deleteFrom("platform.link")
    .where("from_thing", "=", link.from)
    .where("to_thing", "=", link.to)
    .where("relation", "=", link.relation)
    .execute();

/** The other end of a link, as much as everybody may see of it. */
export type Tie = { relation: Relation; way: Way; id: string; kind: string; reference: string; title: string; at: Date };

/** So many of a thing's links are shown; more is a list's business. */
const most = 60;
const mostOfOne = 500;

/** What a thing is tied to, both ways or one, oldest first: one query. What is not public is not there. */
export async function linksOf(db: Db | Tx, thing: string, only?: { relation: Relation; way: Way }): Promise<Tie[]> {
  const { rows } = await sql<Omit<Tie, "relation"> & { relation: string }>`
    SELECT link.relation, link.way, other.id, other.kind, other.reference, document.title, link.created_at AS at FROM (
      SELECT relation, 'to' AS way, to_thing AS other, created_at FROM platform.link WHERE from_thing = ${thing}
      UNION ALL SELECT relation, 'from', from_thing, created_at FROM platform.link WHERE to_thing = ${thing}
    ) AS link
    JOIN platform.thing other ON other.id = link.other AND other.visibility = 'public' AND other.withdrawn_at IS NULL
    JOIN platform.search_document document ON document.thing = other.id
    WHERE ${only === undefined ? sql`true` : sql`link.relation = ${only.relation} AND link.way = ${only.way}`}
    ORDER BY link.created_at, other.id LIMIT ${sql.lit(only === undefined ? most : mostOfOne)}`.execute(db);
  return rows.flatMap(({ relation, ...tie }) => (isRelation(relation) ? [{ ...tie, relation }] : []));
}

/** A public thing by its reference, of whatever kind. */
export const publicThing = (db: Db | Tx, reference: string): Promise<{ id: string; kind: string; title: string } | undefined> =>
  db
    .selectFrom("platform.thing as thing")
    .innerJoin("platform.search_document as document", "document.thing", "thing.id")
    .select(["thing.id", "thing.kind", "document.title"])
    .where("thing.reference", "=", reference)
    .where("thing.visibility", "=", "public")
    .where("thing.withdrawn_at", "is", null)
    .executeTakeFirst();

/** Waits for whoever works on a thing; until the transaction ends nobody works on it who locks it. Links to it can be made meanwhile. */
export const holdThing = (tx: Tx, reference: string): Promise<unknown> =>
  tx.selectFrom("platform.thing").select("id").where("reference", "=", reference).forKeyShare().execute();
