// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import { indexThing } from "#platform/db/things.ts";

export type NewWords = {
  idea: string;
  ordinal: number;
  title: string;
  text: string;
  halfDone: boolean;
  locality: string | undefined;
  themes: string[];
  person: string;
  now: Date;
};

/** Keeps what stood there, and puts the new words in its place, in the index and in its themes too. No day and no area moves. */
export async function edit(tx: Tx, words: NewWords): Promise<void> {
  await sql`
    INSERT INTO ideas.edit (idea, ordinal, title, text, locality, half_done, person, at)
    SELECT idea.id, ${words.ordinal}, idea.title, idea.text, thing.locality, idea.half_done, ${words.person}, ${words.now}
    FROM ideas.idea JOIN platform.thing ON thing.id = idea.id WHERE idea.id = ${words.idea}`.execute(tx);
  await tx
    .updateTable("ideas.idea")
    .set({ title: words.title, text: words.text, half_done: words.halfDone })
    .where("id", "=", words.idea)
    .execute();
  await tx
    .updateTable("platform.thing")
    .set({ locality: words.locality ?? null })
    .where("id", "=", words.idea)
    .execute();
  await tx.deleteFrom("platform.thing_theme").where("thing", "=", words.idea).execute();
  await sql`INSERT INTO platform.thing_theme (thing, theme) SELECT ${words.idea}, unnest(${words.themes}::uuid[])`.execute(tx);
  await indexThing(tx, words.idea, words.title, words.text);
}

/** Notes that pictures were put on or taken away, without what they showed. */
export const addPictureChange = (
  tx: Tx,
  change: { idea: string; ordinal: number; added: number; removed: number; person: string; now: Date },
): Promise<unknown> => {
  const { now, ...row } = change;
  return tx
    .insertInto("ideas.picture_change")
    .values({ ...row, at: now })
    .execute();
};

export type PictureChange = { added: number; removed: number; at: Date };

/** How its pictures were changed after it was sent, first to last. */
export const pictureChangesOf = (db: Db, idea: string): Promise<PictureChange[]> =>
  db.selectFrom("ideas.picture_change").select(["added", "removed", "at"]).where("idea", "=", idea).orderBy("ordinal").execute();

export type Version = { title: string; text: string; place: string | null; halfDone: boolean; at: Date };

/** What an idea said before, first to last, each with the moment at which it was replaced. */
export async function replacedVersions(db: Db, idea: string): Promise<(Omit<Version, "at"> & { until: Date })[]> {
  const { rows } = await sql<Omit<Version, "at"> & { until: Date }>`
    SELECT edit.title, edit.text, locality.name AS place, edit.half_done AS "halfDone", edit.at AS until
    FROM ideas.edit LEFT JOIN places.shown_locality locality ON locality.id = edit.locality
    WHERE edit.idea = ${idea} ORDER BY edit.ordinal`.execute(db);
  return rows;
}
