// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import { areasOf, has, personOf, type Actor } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";

export type File = { id: string; large: string; small: string; width: number; height: number; smallWidth: number; smallHeight: number };

/** A picture as a page shows it. Its address is made from the thing's reference and its place. */
export type Picture = { place: number; alt: string; width: number; height: number; smallWidth: number; smallHeight: number };

/** Sent again, it is as new again. */
export const addFile = (tx: Tx, { id, large, small, ...sizes }: File, now: Date): Promise<unknown> =>
  tx
    .insertInto("platform.file")
    .values({
      id,
      large,
      small,
      width: sizes.width,
      height: sizes.height,
      small_width: sizes.smallWidth,
      small_height: sizes.smallHeight,
      made_at: now,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ large, small, made_at: now }))
    .execute();

export const fileById = async (db: Db | Tx, id: string): Promise<{ large: string; small: string } | undefined> =>
  db.selectFrom("platform.file").select(["large", "small"]).where("id", "=", id).executeTakeFirst();

/** Which of these files are there: what was never sent, and what was swept since, is not. Locked, so that no sweeping comes between. */
export async function knownFiles(tx: Tx, ids: string[]): Promise<Set<string>> {
  const rows = ids.length === 0 ? [] : await tx.selectFrom("platform.file").select("id").where("id", "in", ids).forShare().execute();
  return new Set(rows.map(({ id }) => id));
}

/** Puts them in the first places that are free. Out: how many found none. */
export async function addPictures(tx: Tx, thing: string, pictures: { file: string; alt: string }[], now: Date): Promise<number> {
  if (pictures.length === 0) return 0;
  const taken = await tx.selectFrom("platform.picture").select("place").where("thing", "=", thing).execute();
  const free = [1, 2, 3].filter((place) => !taken.some((one) => one.place === place));
  const rows = free.flatMap((place, index) => {
    const picture = pictures[index];
    return picture ? [{ thing, place, file: picture.file, alt: picture.alt, consent_at: now }] : [];
  });
  if (rows.length > 0) await tx.insertInto("platform.picture").values(rows).execute();
  return pictures.length - rows.length;
}

/** Takes a thing's pictures away from some places; the files themselves go in the next night. */
export const takePictures = async (tx: Tx, thing: string, places: number[]): Promise<void> => {
  if (places.length > 0) await tx.deleteFrom("platform.picture").where("thing", "=", thing).where("place", "in", places).execute();
};

/** Takes the pictures of things away; the files themselves go in the next night. In: a query for the ids of the things. */
export const removePictures = async (tx: Tx, things: RawBuilder<unknown>): Promise<void> =>
  void (await sql`DELETE FROM platform.picture WHERE thing IN (${things})`.execute(tx));

/** The pictures of a thing as one JSON value, for the query that reads the thing itself. In: the column with its id. */
export const picturesJson = (thing: RawBuilder<unknown>): RawBuilder<Picture[]> => sql<Picture[]>`
  coalesce((SELECT json_agg(json_build_object('place', picture.place, 'alt', picture.alt, 'width', file.width, 'height', file.height,
      'smallWidth', file.small_width, 'smallHeight', file.small_height) ORDER BY picture.place)
    FROM platform.picture JOIN platform.file ON file.id = picture.file WHERE picture.thing = ${thing}), '[]'::json)`;

export const pictureOf = async (db: Db | Tx, thing: string, place: number): Promise<{ large: string; small: string } | undefined> =>
  db
    .selectFrom("platform.picture")
    .innerJoin("platform.file", "platform.file.id", "platform.picture.file")
    .select(["large", "small"])
    .where("thing", "=", thing)
    .where("place", "=", place)
    .executeTakeFirst();

/** A thing that the actor may see: of what is held or withdrawn, only its author, who answers for its area, and the secretariat. */
export async function visibleThing(
  db: Db | Tx,
  reference: string,
  actor: Actor,
): Promise<{ id: string; kind: string; public: boolean } | undefined> {
  const { rows } = await sql<{ id: string; kind: string; public: boolean }>`
    SELECT thing.id, thing.kind, (${isListed}) AS public FROM platform.thing WHERE thing.reference = ${reference} AND ${visibleTo(actor)}`.execute(
    db,
  );
  return rows[0];
}

const isListed = sql<boolean>`thing.visibility = 'public' AND thing.withdrawn_at IS NULL`;

function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (has(actor, "secretariat")) return sql<boolean>`true`;
  const person = personOf(actor)?.id;
  if (person === undefined) return isListed;
  return sql<boolean>`((${isListed}) OR thing.owner_person = ${person}::uuid OR thing.area = ANY(${areasOf(actor)}::uuid[]))`;
}
