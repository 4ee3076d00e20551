// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { areasOf, has, personOf, type Actor } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Finder } from "#platform/operations/operation.ts";

export type Typed = Record<string, string>;
export type Draft = { typed: Typed; at: Date };
export type Phrase = { id: string; title: string; text: string; area: { name: string; nameEn: string } | null };

/** A thing as much as one needs to know of it to keep a draft about it: what is public, or in one's inbox, or one's own. */
export const draftable: Finder<{ id: string; reference: string }> = {
  kind: "thing",
  find: (db, reference, { actor }) =>
    db
      .selectFrom("platform.thing as thing")
      .select(["thing.id", "thing.reference"])
      .where("thing.reference", "=", reference)
      .where((eb) =>
        eb.or([
          eb("thing.visibility", "=", "public"),
          eb("thing.owner_person", "=", personOf(actor)?.id ?? null),
          ...(areasOf(actor).length > 0 ? [eb("thing.area", "in", areasOf(actor))] : []),
          ...(has(actor, "secretariat") ? [eb.lit(true)] : []),
        ]),
      )
      .executeTakeFirst(),
};

export const keep = (
  tx: Tx,
  { person, form, thing, typed, now }: { person: string; form: string; thing: string; typed: Typed; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("drafts.draft")
    .values({ person, form, thing, typed: JSON.stringify(typed), at: now })
    .onConflict((conflict) => conflict.columns(["person", "form", "thing"]).doUpdateSet({ typed: JSON.stringify(typed), at: now }))
    .execute();

/** What was sent is no draft any more. */
export const dropDraft = (tx: Tx, { person, form, thing }: { person: string; form: string; thing: string }): Promise<unknown> =>
  tx.deleteFrom("drafts.draft").where("person", "=", person).where("form", "=", form).where("thing", "=", thing).execute();

/** Where what was asked is forgotten, nobody keeps half an answer to it. */
export const dropDraftsAbout = (tx: Tx, thing: string): Promise<unknown> =>
  tx.deleteFrom("drafts.draft").where("thing", "=", thing).execute();

/** A person's draft in a form, and the phrases that they can put in: one query. */
export async function aidsFor(
  db: Db,
  actor: Actor,
  { form, thing }: { form: string; thing: string },
): Promise<{ draft: Draft | undefined; phrases: Phrase[] }> {
  const person = personOf(actor)?.id ?? null;
  const { rows } = await sql<{ typed: Typed | null; at: Date | null; phrases: Phrase[] }>`
    SELECT draft.typed, draft.at, coalesce((SELECT jsonb_agg(to_jsonb(phrase) ORDER BY phrase.title) FROM (${phrases(actor)}) AS phrase), '[]') AS phrases
    FROM (VALUES (1)) AS one LEFT JOIN drafts.draft ON draft.person = ${person}::uuid AND draft.form = ${form} AND draft.thing = ${thing}::uuid`.execute(
    db,
  );
  const [row] = rows;
  return { draft: row?.typed && row.at ? { typed: row.typed, at: row.at } : undefined, phrases: row?.phrases ?? [] };
}

/** Somebody's own and those of the areas whose inbox they keep. */
const phrases = (actor: Actor) => sql`
  SELECT phrase.id, phrase.title, phrase.text,
    CASE WHEN area.id IS NULL THEN NULL ELSE jsonb_build_object('name', area.name, 'nameEn', area.name_en) END AS area
  FROM drafts.phrase LEFT JOIN places.shown_area area ON area.id = phrase.area
  WHERE phrase.person = ${personOf(actor)?.id ?? null}::uuid OR phrase.area = ANY(${areasOf(actor)}::uuid[])
  LIMIT ${sql.lit(100)}`;

export async function phrasesOf(db: Db, actor: Actor): Promise<Phrase[]> {
  const { rows } = await sql<Phrase>`SELECT * FROM (${phrases(actor)}) AS phrase ORDER BY phrase.area IS NOT NULL, phrase.title`.execute(
    db,
  );
  return rows;
}

/** A phrase that the actor may use. */
export const phrase: Finder<Phrase & { mine: boolean }> = {
  kind: "phrase",
  async find(db, reference, { actor }) {
    if (!/^[0-9a-f-]{36}$/i.test(reference)) return undefined;
    const { rows } =
      await sql<Phrase>`SELECT * FROM (${phrases(actor)}) AS phrase WHERE phrase.id::text = ${reference.toLowerCase()}`.execute(db);
    return rows[0] && { ...rows[0], mine: rows[0].area === null };
  },
};

export const addPhrase = (
  tx: Tx,
  row: { id: string; area: string | undefined; title: string; text: string; person: string; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("drafts.phrase")
    .values({
      id: row.id,
      person: row.area === undefined ? row.person : null,
      area: row.area ?? null,
      title: row.title,
      text: row.text,
      made_by: row.person,
      made_at: row.now,
    })
    .execute();

export const removePhrase = (tx: Tx, id: string): Promise<unknown> => tx.deleteFrom("drafts.phrase").where("id", "=", id).execute();

/** Of some things, those that a person has a draft about, and from when. One query. */
export async function draftsOf(db: Db, person: string): Promise<Map<string, Date>> {
  const rows = await db.selectFrom("drafts.draft").select(["thing", "at"]).where("person", "=", person).orderBy("at").execute();
  return new Map(rows.map(({ thing, at }) => [thing, at]));
}

/** Forgets drafts that nobody came back to. */
export const tidyDrafts = (db: Db, before: Date): Promise<unknown> => db.deleteFrom("drafts.draft").where("at", "<", before).execute();
