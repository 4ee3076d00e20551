// SPDX-License-Identifier: EUPL-1.2
import { sql, type OperationNodeSource } from "kysely";
import type { Tx } from "./connect.ts";

export type NewThing = {
  id: string;
  kind: string;
  letter: string;
  visibility: "public" | "held" | "private";
  ownerPerson?: string | undefined;
  ownerOrganisation?: string | undefined;
  locality: string | undefined;
  area: string | undefined;
  themes: string[];
  /** What it is found by. A private thing has no words here: they stand nowhere but with itself. */
  title?: string;
  body?: string;
  now: Date;
  year: number;
};

/**
 * The spine's row of a new thing, its themes, its place in the search index and the row of its own kind: one statement, one
 * round trip. In: the thing, and the INSERT of its own row. Out: its readable reference, e.g. I-2026-0142.
 */
export async function addThing(tx: Tx, thing: NewThing, own?: OperationNodeSource): Promise<string> {
  const publishedAt = thing.visibility === "public" ? thing.now : null;
  const { rows } = await sql<{ reference: string }>`
    WITH thing AS (
      INSERT INTO platform.thing (id, kind, reference, visibility, owner_person, owner_organisation, locality, area, created_at, published_at)
      VALUES (${thing.id}, ${thing.kind}, platform.next_reference(${thing.letter}, ${thing.year}), ${thing.visibility}, ${thing.ownerPerson ?? null},
        ${thing.ownerOrganisation ?? null}, ${thing.locality ?? null}, ${thing.area ?? null}, ${thing.now}, ${publishedAt})
      RETURNING reference
    ), themes AS (
      INSERT INTO platform.thing_theme (thing, theme) SELECT ${thing.id}, unnest(${thing.themes}::uuid[])
    )${thing.title === undefined ? sql`` : sql`, words AS (INSERT INTO platform.search_document (thing, title, body) VALUES (${thing.id}, ${thing.title}, ${thing.body ?? ""}))`}${own === undefined ? sql`` : sql`, own AS (${own})`}
    SELECT reference FROM thing`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("A thing was added and has no reference");
  return row.reference;
}

/** Puts the words of a thing into the search index, in the transaction that wrote them. */
export const indexThing = (tx: Tx, thing: string, title: string, body: string): Promise<unknown> =>
  tx
    .insertInto("platform.search_document")
    .values({ thing, title, body })
    .onConflict((conflict) => conflict.column("thing").doUpdateSet({ title, body }))
    .execute();

/**
 * From held to public. What it is tied to is held first: whoever counts a thing's answers under that thing's lock sees this one wholly
 * or not at all.
 */
export async function publishThing(tx: Tx, thing: string, now: Date): Promise<void> {
  await sql`SELECT FROM platform.thing WHERE id IN (SELECT to_thing FROM platform.link WHERE from_thing = ${thing}) ORDER BY id FOR KEY SHARE`.execute(
    tx,
  );
  await tx
    .updateTable("platform.thing")
    .set({ visibility: "public", published_at: now })
    .where("id", "=", thing)
    .where("visibility", "=", "held")
    .execute();
}

export const withdrawThing = (tx: Tx, thing: string, now: Date): Promise<unknown> =>
  tx.updateTable("platform.thing").set({ withdrawn_at: now }).where("id", "=", thing).where("withdrawn_at", "is", null).execute();
