// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";
import type { Whereabouts } from "#platform/gathering.ts";
import type { Author } from "./author.ts";
import { isStanding, standings, type Standing } from "./idea.ts";

export type Filters = {
  q?: string | undefined;
  locality?: string | undefined;
  status?: Standing[] | undefined;
  /** Ids: one of them is enough. */
  themes?: string[] | undefined;
  /** Only the half-finished ones. */
  halfDone?: boolean | undefined;
  after?: string | undefined;
};

export type ListedIdea = Author & {
  id: string;
  reference: string;
  title: string;
  text: string;
  halfDone: boolean;
  localityName: string | null;
  listedAt: Date;
  standing: Standing;
  dueBy: string;
  acknowledged: boolean;
  theme: string | null;
  partOf: string | null;
  supports: number;
};

export const pageSize = 20;
/** Counts stop here: "1.000+" says enough, and costs the same in a village and in a region. */
export const countCap = 1_000;

/**
 * The newest first, one more than a page so that the page knows whether there is a next one. Numbers that never change stand
 * in the text: with them as parameters PostgreSQL plans anew each time, which costs three times the reading.
 */
export async function listIdeas(db: Db, filters: Filters): Promise<ListedIdea[]> {
  const { rows } = await sql<ListedIdea>`
    WITH idea AS (${filters.q === undefined ? newest(filters, sql`true`) : saying(filters.q, (found) => newest(filters, found))})
    SELECT ${columns} FROM idea JOIN platform.thing ON thing.id = idea.id ${joins}
    ORDER BY idea.listed_at DESC, idea.id DESC`.execute(db);
  return rows;
}

const newest = (filters: Filters, found: RawBuilder<boolean>) => sql`
  (SELECT idea.* FROM ideas.idea ${ofPlace(filters)}
  WHERE idea.listed_at IS NOT NULL AND ${matching(filters)} AND ${ofStatus(filters.status)} AND ${olderThan(filters.after)} AND ${found}
  ORDER BY idea.listed_at DESC, idea.id DESC LIMIT ${sql.lit(pageSize + 1)})`;

/** With so few hits they are sorted; with more, the newest ideas are read until enough of them have the word. */
const rareCap = 2_000;

/** Only one of the two halves runs: which, the number of hits decides. In: a statement in brackets for those that were found. */
const saying = (q: string, some: (found: RawBuilder<boolean>) => RawBuilder<unknown>) => sql`
  WITH found AS MATERIALIZED (${hits(q, rareCap + 1)})
  ${some(sql`(SELECT count(*) FROM found) <= ${sql.lit(rareCap)} AND idea.id IN (SELECT thing FROM found)`)}
  UNION ALL ${some(sql`(SELECT count(*) FROM found) > ${sql.lit(rareCap)} AND ${says(q)}`)}`;

const hits = (q: string, most: number) =>
  sql`SELECT thing FROM platform.search_document WHERE tokens @@ websearch_to_tsquery('danish', ${q}) LIMIT ${sql.lit(most)}`;
const says = (q: string) =>
  sql`(SELECT document.tokens FROM platform.search_document document WHERE document.thing = idea.id) @@ websearch_to_tsquery('danish', ${q})`;

/** `at` in ISO 8601, as JSON has it. Nobody here said what was brought in with an idea. */
export type ShortAnswer = { reason: string; at: string; person: string | null; area: string; areaEn: string; agreed: boolean };

/** The same for given ideas with their newest answer: those that are public, in one query. */
export async function listedByIds(db: Db, ids: string[]): Promise<(ListedIdea & { answer: ShortAnswer | null })[]> {
  const { rows } = await sql<ListedIdea & { answer: ShortAnswer | null }>`
    SELECT ${columns}, (
      SELECT json_build_object('reason', answer.reason, 'at', answer.at, 'person', CASE WHEN answer.at >= idea.submitted_at THEN person.name END, 'area', area.name, 'areaEn', area.name_en, 'agreed', answer.merge IS NOT NULL)
      FROM ideas.answer LEFT JOIN people.shown person ON person.id = answer.person JOIN places.shown_area area ON area.id = answer.area
      WHERE answer.idea = idea.id ORDER BY answer.ordinal DESC LIMIT 1) AS answer
    FROM ideas.idea JOIN platform.thing ON thing.id = idea.id ${joins}
    WHERE idea.listed_at IS NOT NULL AND idea.id = ANY(${ids}::uuid[])`.execute(db);
  return rows;
}

export type Counts = {
  of: Record<Standing, number>;
  /** There are more than were counted: each number is "at least". */
  more: boolean;
};

/** How many stand where, of those that match what else is chosen. Of all: each capped; of a choice: of at most the cap in all. */
export async function countByStanding(db: Db, filters: Filters): Promise<Counts> {
  const isChoice = filters.q !== undefined || filters.locality !== undefined || filters.themes !== undefined || filters.halfDone === true;
  const rows = await (isChoice ? countChoice(db, filters) : countAll(db));
  const of: Counts["of"] = { waiting: 0, investigating: 0, "we-do-it": 0, "you-do-we-help": 0, "not-possible": 0, "part-of": 0 };
  for (const { standing, count } of rows) if (isStanding(standing)) of[standing] = Math.min(count, countCap);
  return { of, more: isChoice ? rows.reduce((sum, { count }) => sum + count, 0) > countCap : rows.some(({ count }) => count > countCap) };
}

type Counted = { standing: string; count: number };

const countAll = keep(["idea"], async (db): Promise<Counted[]> => {
  const { rows } = await sql<Counted>`
    SELECT one.standing, (SELECT count(*) FROM (
      SELECT 1 FROM ideas.idea WHERE idea.standing = one.standing AND idea.listed_at IS NOT NULL LIMIT ${sql.lit(countCap + 1)}) AS capped) AS count
    FROM unnest(${[...standings]}::text[]) AS one(standing)`.execute(db);
  return rows;
});

const countChoice = async (db: Db, filters: Filters): Promise<Counted[]> => {
  const some = (found: RawBuilder<boolean>) => sql`
    (SELECT idea.standing FROM ideas.idea ${ofPlace(filters)} WHERE idea.listed_at IS NOT NULL AND ${matching(filters)} AND ${found}
    LIMIT ${sql.lit(countCap + 1)})`;
  const { rows } = await sql<Counted>`
    SELECT standing, count(*) FROM (${filters.q === undefined ? some(sql`true`) : saying(filters.q, some)}) AS capped GROUP BY standing`.execute(
    db,
  );
  return rows;
};

/** Things with the newest final answers, as far as they are public; of one place or some themes where that is asked for. */
export async function answeredLately(
  db: Db,
  limit: number,
  { locality, themes }: Whereabouts = {},
): Promise<{ id: string; kind: string; at: Date }[]> {
  return db
    .selectFrom("ideas.answer as answer")
    .innerJoin("ideas.idea as idea", "idea.id", "answer.idea")
    .select(["idea.id", "idea.kind", "answer.at"])
    .where("answer.status", "<>", "investigating")
    .where("idea.listed_at", "is not", null)
    .$if(locality !== undefined, (query) =>
      query.where(sql<boolean>`(SELECT locality FROM platform.thing WHERE thing.id = idea.id) = ${locality}::uuid`),
    )
    .$if(themes !== undefined, (query) =>
      query.where(sql<boolean>`EXISTS (SELECT 1 FROM platform.thing_theme WHERE thing = idea.id AND theme = ANY(${themes ?? []}::uuid[]))`),
    )
    .orderBy("answer.at", "desc")
    .limit(sql.lit(limit))
    .execute();
}

const columns = sql`
  idea.id, thing.reference, idea.title, left(idea.text, 400) AS text, idea.shown_name AS "shownName",
  idea.on_behalf AS "onBehalf", idea.on_behalf_kind AS "onBehalfKind", idea.half_done AS "halfDone", locality.name AS "localityName",
  idea.listed_at AS "listedAt", idea.standing, idea.due_by AS "dueBy", (acknowledgement.idea IS NOT NULL) AS acknowledged,
  (SELECT theme FROM platform.thing_theme WHERE thing = idea.id ORDER BY theme LIMIT 1) AS theme,
  coalesce((SELECT supports FROM dialogue.shown_support WHERE thing = idea.id), 0) AS supports,
  CASE WHEN idea.standing = 'part-of' THEN (SELECT words.title FROM ideas.answer JOIN platform.thing whole ON whole.id = answer.part_of
            JOIN platform.search_document words ON words.thing = whole.id
            WHERE answer.idea = idea.id AND answer.status = 'part-of' AND whole.visibility = 'public' AND whole.withdrawn_at IS NULL) END AS "partOf"`;

const joins = sql`
  LEFT JOIN places.shown_locality locality ON locality.id = thing.locality
  LEFT JOIN ideas.acknowledgement ON acknowledgement.idea = idea.id`;

/** The thing is only asked where the place is: whether it is public the list knows itself. */
export const ofPlace = ({ locality }: Filters): RawBuilder<unknown> =>
  locality === undefined ? sql`` : sql`JOIN platform.thing ON thing.id = idea.id`;

export function matching({ locality, themes, halfDone }: Filters): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`];
  if (locality !== undefined) {
    parts.push(
      sql`thing.locality = (SELECT id FROM places.shown_locality WHERE slug = ${locality}) AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL`,
    );
  }
  if (themes !== undefined)
    parts.push(sql`EXISTS (SELECT 1 FROM platform.thing_theme WHERE thing = idea.id AND theme = ANY(${themes}::uuid[]))`);
  if (halfDone) parts.push(sql`idea.half_done`);
  return sql.join(parts, sql` AND `);
}

const ofStatus = (status: Standing[] = []): RawBuilder<boolean> =>
  status.length === 0 ? sql`true` : sql`idea.standing = ANY(${status}::text[])`;

/** Pages by key: the place of the last one seen, not how many came before. */
const olderThan = (reference: string | undefined): RawBuilder<boolean> =>
  reference === undefined
    ? sql`true`
    : sql`(idea.listed_at, idea.id) < (SELECT seen.published_at, seen.id FROM platform.thing seen WHERE seen.reference = ${reference})`;
