// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Author } from "./author.ts";

/** Puts one list of areas in the place of another; those that stay keep who named them, and when. */
export async function setConcerns(
  tx: Tx,
  { idea, areas, person, now }: { idea: string; areas: string[]; person: string; now: Date },
): Promise<void> {
  await sql`DELETE FROM ideas.concern WHERE idea = ${idea} AND NOT area = ANY(${areas}::uuid[])`.execute(tx);
  await sql`
    INSERT INTO ideas.concern (idea, area, slot, person, at)
    SELECT ${idea}, wanted.area, free.slot, ${person}, ${now} FROM (
      SELECT area, row_number() OVER (ORDER BY nr) AS nr FROM unnest(${areas}::uuid[]) WITH ORDINALITY AS all_areas(area, nr)
      WHERE area NOT IN (SELECT area FROM ideas.concern WHERE idea = ${idea})
    ) AS wanted JOIN (
      SELECT slot, row_number() OVER (ORDER BY slot) AS nr FROM generate_series(1, 3) AS slot
      WHERE slot NOT IN (SELECT slot FROM ideas.concern WHERE idea = ${idea})
    ) AS free USING (nr)`.execute(tx);
}

export const addQuestion = (
  tx: Tx,
  question: { id: string; idea: string; by: string; asked: string; text: string; wished: LocalDay; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("ideas.question")
    .values({
      id: question.id,
      idea: question.idea,
      asked_by: question.by,
      asked: question.asked,
      text: question.text,
      wished: question.wished,
      at: question.now,
    })
    .execute();

/** Out: the question that was open to this colleague, or undefined where there was none. */
export async function answerQuestion(
  tx: Tx,
  { idea, asked, reply, now }: { idea: string; asked: string; reply: string; now: Date },
): Promise<string | undefined> {
  const row = await tx
    .updateTable("ideas.question")
    .set({ reply, replied_at: now })
    .where("idea", "=", idea)
    .where("asked", "=", asked)
    .where("replied_at", "is", null)
    .where("withdrawn_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Takes back a question that is open, for who asked it. Out: whether there was such a one. */
export async function withdrawQuestion(
  tx: Tx,
  { id, idea, by, now }: { id: string; idea: string; by: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("ideas.question")
    .set({ withdrawn_at: now })
    .where("id", "=", id)
    .where("idea", "=", idea)
    .where("asked_by", "=", by)
    .where("replied_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export const addNote = (tx: Tx, note: { id: string; idea: string; text: string; person: string; now: Date }): Promise<unknown> =>
  tx.insertInto("ideas.note").values({ id: note.id, idea: note.idea, text: note.text, person: note.person, at: note.now }).execute();

export type Question = {
  id: string;
  idea: string;
  askedBy: string;
  askedByName: string;
  asked: string;
  askedName: string;
  text: string;
  wished: LocalDay;
  at: Date;
  reply: string | null;
  repliedAt: Date | null;
  withdrawnAt: Date | null;
};

/** It waits for the colleague's reply. */
export const isOpen = ({ repliedAt, withdrawnAt }: Question): boolean => repliedAt === null && withdrawnAt === null;

const questions = (db: Db | Tx) =>
  db
    .selectFrom("ideas.question as question")
    .innerJoin("people.shown as asker", "asker.id", "question.asked_by")
    .innerJoin("people.shown as asked", "asked.id", "question.asked")
    .select([
      "question.id",
      "question.idea",
      "question.asked_by as askedBy",
      "asker.name as askedByName",
      "question.asked",
      "asked.name as askedName",
      "question.text",
      "question.wished",
      "question.at",
      "question.reply",
      "question.replied_at as repliedAt",
      "question.withdrawn_at as withdrawnAt",
    ])
    .orderBy("question.at", "desc")
    .orderBy("question.id");

const named = <T extends { askedByName: string | null; askedName: string | null }>(row: T) => ({
  ...row,
  askedByName: row.askedByName ?? "",
  askedName: row.askedName ?? "",
});

/** What was asked about an idea, the newest first; of one colleague, or of all. */
export async function questionsOn(db: Db, idea: string, asked?: string): Promise<Question[]> {
  const rows = await questions(db)
    .where("question.idea", "=", idea)
    .$if(asked !== undefined, (query) => query.where("question.asked", "=", asked ?? ""))
    .limit(sql.lit(50))
    .execute();
  return rows.map(named);
}

export async function questionById(db: Db | Tx, id: string): Promise<Question | undefined> {
  const row = await questions(db).where("question.id", "=", id).executeTakeFirst();
  return row && named(row);
}

export type Note = { text: string; name: string; at: Date };

/** The newest notes first. */
export async function notesOn(db: Db, idea: string): Promise<Note[]> {
  const rows = await db
    .selectFrom("ideas.note as note")
    .innerJoin("people.shown as person", "person.id", "note.person")
    .select(["note.text", "person.name", "note.at"])
    .where("note.idea", "=", idea)
    .orderBy("note.at", "desc")
    .orderBy("note.id")
    .limit(sql.lit(100))
    .execute();
  return rows.map((row) => ({ ...row, name: row.name ?? "" }));
}

/** Something inside the case that somebody should look at, though the idea does not wait for their answer. */
export type Aside = Author & {
  why: "asked" | "replied" | "concerned";
  id: string;
  reference: string;
  title: string;
  place: string | null;
  placeSlug: string | null;
  area: string;
  areaSlug: string;
  areaName: string;
  areaNameEn: string;
  /** Who asks, or who has replied. */
  who: string | null;
  wished: LocalDay | null;
};

/**
 * For one person and the areas whose inbox they keep, of ideas that wait for their answer: what they are asked, what colleagues
 * replied to them, and what concerns their areas. One query, at most so many.
 */
export async function asidesFor(db: Db, { person, areas }: { person: string; areas: string[] }): Promise<Aside[]> {
  const { rows } = await sql<Aside>`
    SELECT aside.why, aside.id, thing.reference, idea.title, idea.shown_name AS "shownName", idea.on_behalf AS "onBehalf",
      idea.on_behalf_kind AS "onBehalfKind", locality.name AS place, locality.slug AS "placeSlug", area.id AS area, area.slug AS "areaSlug",
      area.name AS "areaName", area.name_en AS "areaNameEn", other.name AS who, aside.wished
    FROM (
      SELECT 'asked' AS why, id::text, idea, asked_by AS who, wished FROM ideas.question WHERE asked = ${person} AND replied_at IS NULL AND withdrawn_at IS NULL
      UNION ALL SELECT 'replied', id::text, idea, asked, NULL FROM ideas.question WHERE asked_by = ${person} AND replied_at IS NOT NULL
      UNION ALL SELECT DISTINCT 'concerned', 'concern ' || idea, idea, NULL::uuid, NULL::date FROM ideas.concern WHERE area = ANY(${areas}::uuid[])
    ) AS aside
    JOIN ideas.idea ON idea.id = aside.idea AND idea.standing IN ('waiting', 'investigating')
    JOIN platform.thing ON thing.id = idea.id AND thing.withdrawn_at IS NULL
    JOIN places.shown_area area ON area.id = thing.area
    LEFT JOIN places.shown_locality locality ON locality.id = thing.locality
    LEFT JOIN people.shown other ON other.id = aside.who
    WHERE NOT EXISTS (SELECT 1 FROM ideas.look WHERE look.idea = idea.id AND NOT look.let_through)
    ORDER BY idea.due_by, aside.id LIMIT 200`.execute(db);
  return rows;
}
