// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";
import { isPostKind, postKinds, type Closing, type ContributionType, type PartyKind, type PostKind } from "./post.ts";

export type Filters = {
  q?: string | undefined;
  kind?: PostKind | undefined;
  type?: ContributionType | undefined;
  /** Ids: one of them is enough. */
  themes?: string[] | undefined;
  /** Ids of the localities that are near enough; what can be done from home is near everywhere. */
  near?: string[] | undefined;
  /** Parts of the week, as bits: one of them is enough, and what says nothing of the week is not found. */
  slots?: number | undefined;
  party?: PartyKind | undefined;
  home?: boolean | undefined;
  externalId?: string | undefined;
  after?: string | undefined;
};

export type ListedPost = {
  id: string;
  kind: PostKind;
  reference: string;
  title: string;
  text: string;
  type: ContributionType;
  shownName: string | null;
  organisation: string | null;
  partyKind: PartyKind;
  localityName: string | null;
  remote: boolean;
  weekdays: number | null;
  fromDay: LocalDay | null;
  untilDay: LocalDay | null;
  quantity: number | null;
  taken: number;
  paused: boolean;
  closed: Closing | null;
  contacts: number;
  listedAt: Date;
  expiresOn: LocalDay;
  theme: string | null;
  externalId: string | null;
};

export const pageSize = 24;
/** Counts stop here: "1.000+" says enough, and costs the same in a village and in a region. */
export const countCap = 1_000;

/** The newest first, one more than a page so that the page knows whether there is a next one. */
export async function listPosts(db: Db, filters: Filters, today: LocalDay, most = pageSize): Promise<ListedPost[]> {
  const { rows } = await sql<ListedPost>`
    WITH post AS (${filters.q === undefined ? newest(filters, today, most, sql`true`) : saying(filters.q, (found) => newest(filters, today, most, found))})
    SELECT ${columns} FROM post JOIN platform.thing ON thing.id = post.id ${joins}
    ORDER BY post.listed_at DESC, post.id DESC LIMIT ${sql.lit(most + 1)}`.execute(db);
  return rows;
}

const newest = (filters: Filters, today: LocalDay, most: number, found: RawBuilder<boolean>) => sql`
  (SELECT post.* FROM exchange.post ${ofPlace(filters)}
  WHERE ${inList(today)} AND ${ofKind(filters.kind)} AND ${matching(filters)} AND ${olderThan(filters.after)} AND ${found}
  ORDER BY post.listed_at DESC, post.id DESC LIMIT ${sql.lit(most + 1)})`;

/** In the list on a day: the clock takes out what expired, and may be late. */
export const inList = (today: LocalDay): RawBuilder<boolean> => sql`post.listed_at IS NOT NULL AND post.expires_on >= ${today}::date`;

/** With so few hits they are sorted; with more, the newest are read until enough of them have the word. */
const rareCap = 2_000;

const hits = (q: string) =>
  sql`SELECT thing FROM platform.search_document WHERE tokens @@ websearch_to_tsquery('danish', ${q}) LIMIT ${sql.lit(rareCap + 1)}`;

const saying = (q: string, some: (found: RawBuilder<boolean>) => RawBuilder<unknown>) => sql`
  WITH found AS MATERIALIZED (${hits(q)})
  ${some(sql`(SELECT count(*) FROM found) <= ${sql.lit(rareCap)} AND post.id IN (SELECT thing FROM found)`)}
  UNION ALL ${some(sql`(SELECT count(*) FROM found) > ${sql.lit(rareCap)} AND
    (SELECT document.tokens FROM platform.search_document document WHERE document.thing = post.id) @@ websearch_to_tsquery('danish', ${q})`)}`;

export type Counts = { of: Record<PostKind, number>; /** There are more than were counted: each number is "at least". */ more: boolean };

/** How many offers and needs match what else is chosen: each capped. */
export async function countByKind(db: Db, filters: Filters, today: LocalDay): Promise<Counts> {
  const { after: _, kind: __, ...rest } = filters;
  const chosen = Object.values(rest).some((value) => value !== undefined && value !== false);
  const rows = await (chosen ? countChoice(db, rest, today) : countAll(db));
  const of = Object.fromEntries(postKinds.map((kind) => [kind, 0])) as Record<PostKind, number>;
  for (const { kind, count } of rows) if (isPostKind(kind)) of[kind] = Math.min(count, countCap);
  return { of, more: rows.some(({ count }) => count > countCap) };
}

type Counted = { kind: string; count: number };

/** Of all, kept until a post moves. The clock takes out what expired soon after midnight, and moves the kind. */
const countAll = keep(["offer", "need"], async (db): Promise<Counted[]> => {
  const { rows } = await sql<Counted>`
    SELECT one.kind, (SELECT count(*) FROM (
      SELECT 1 FROM exchange.post WHERE post.kind = one.kind AND post.listed_at IS NOT NULL LIMIT ${sql.lit(countCap + 1)}) AS capped) AS count
    FROM unnest(${[...postKinds]}::text[]) AS one(kind)`.execute(db);
  return rows;
});

const countChoice = (db: Db, filters: Filters, today: LocalDay): Promise<Counted[]> =>
  filters.q === undefined ? countChosen(db, filters, today) : countFound(db, filters.q, filters, today);

const countChosen = async (db: Db, filters: Filters, today: LocalDay): Promise<Counted[]> => {
  const some = (kind: PostKind) => sql`
    (SELECT post.kind FROM exchange.post ${ofPlace(filters)} WHERE ${inList(today)} AND ${ofKind(kind)} AND ${matching(filters)}
    LIMIT ${sql.lit(countCap + 1)})`;
  const { rows } = await sql<Counted>`
    SELECT kind, count(*) FROM (${sql.join(postKinds.map(some), sql` UNION ALL `)}) AS capped GROUP BY kind`.execute(db);
  return rows;
};

/** Of the first hits of a word, which are all where there are no more than so many: a common word costs no more than that. */
const countFound = async (db: Db, q: string, filters: Filters, today: LocalDay): Promise<Counted[]> => {
  const { rows } = await sql<Counted>`
    WITH found AS MATERIALIZED (${hits(q)})
    SELECT post.kind, count(*) + CASE WHEN (SELECT count(*) FROM found) > ${sql.lit(rareCap)} THEN ${sql.lit(countCap)} ELSE 0 END AS count
    FROM exchange.post ${ofPlace(filters)} WHERE post.id IN (SELECT thing FROM found) AND ${inList(today)} AND ${matching(filters)} GROUP BY post.kind`.execute(
    db,
  );
  return rows;
};

/** On the map "200+" says enough. */
export const placeCap = 200;

/** How many lie in each locality, of what is chosen; from home and the whole municipality lie in none. Capped for each. */
export async function countByLocality(db: Db, filters: Filters, today: LocalDay): Promise<{ locality: string; count: number }[]> {
  const { near: _, ...rest } = filters;
  const { rows } = await sql<{ locality: string; count: number }>`
    SELECT locality.id AS locality, (SELECT count(*) FROM (
      SELECT 1 FROM exchange.post JOIN platform.thing ON thing.id = post.id
      WHERE thing.locality = locality.id AND ${inList(today)} AND ${ofKind(rest.kind)} AND ${matching(rest)} LIMIT ${sql.lit(placeCap + 1)}) AS capped) AS count
    FROM places.shown_locality locality`.execute(db);
  return rows;
}

/** The same for given posts: those that others may see, in the list or not any more. */
export async function listedByIds(db: Db | Tx, ids: string[]): Promise<ListedPost[]> {
  const { rows } = await sql<ListedPost>`
    SELECT ${columns} FROM exchange.post JOIN platform.thing ON thing.id = post.id ${joins}
    WHERE post.published_at IS NOT NULL AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL AND post.id = ANY(${ids}::uuid[])`.execute(
    db,
  );
  return rows;
}

/** The open posts of an organisation, the newest first. */
export async function listedOf(db: Db, organisation: string, today: LocalDay, most = pageSize): Promise<ListedPost[]> {
  const { rows } = await sql<ListedPost>`
    SELECT ${columns} FROM exchange.post JOIN platform.thing ON thing.id = post.id ${joins}
    WHERE thing.owner_organisation = ${organisation} AND ${inList(today)}
    ORDER BY post.listed_at DESC, post.id DESC LIMIT ${sql.lit(most)}`.execute(db);
  return rows;
}

const columns = sql`
  post.id, post.kind, thing.reference, post.title, left(post.text, 400) AS text, post.contribution_type AS type, post.shown_name AS "shownName",
  coalesce(organisation.name, post.party_name) AS organisation, post.party_kind AS "partyKind", locality.name AS "localityName", post.remote,
  post.weekdays, post.from_day AS "fromDay", post.until_day AS "untilDay", post.quantity, post.taken, (post.paused_at IS NOT NULL) AS paused, post.closed, post.contacts,
  coalesce(post.listed_at, post.published_at) AS "listedAt", post.expires_on AS "expiresOn",
  (SELECT theme FROM platform.thing_theme WHERE thing = post.id ORDER BY theme LIMIT 1) AS theme,
  (SELECT external_id FROM platform.external WHERE external.thing = post.id) AS "externalId"`;

const joins = sql`
  LEFT JOIN places.shown_locality locality ON locality.id = thing.locality
  LEFT JOIN people.shown_organisation organisation ON organisation.id = thing.owner_organisation`;

const ofPlace = ({ near }: Filters): RawBuilder<unknown> => (near === undefined ? sql`` : sql`JOIN platform.thing ON thing.id = post.id`);

const ofKind = (kind: PostKind | undefined): RawBuilder<boolean> => (kind === undefined ? sql`true` : sql`post.kind = ${kind}`);

function matching({ type, themes, near, slots, party, home, externalId }: Filters): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`];
  if (type !== undefined) parts.push(sql`post.contribution_type = ${type}`);
  if (themes !== undefined)
    parts.push(sql`EXISTS (SELECT 1 FROM platform.thing_theme WHERE thing = post.id AND theme = ANY(${themes}::uuid[]))`);
  if (near !== undefined) parts.push(sql`(thing.locality = ANY(${near}::uuid[]) OR post.remote)`);
  if (slots !== undefined) parts.push(sql`post.weekdays & ${slots} <> 0`);
  if (party !== undefined) parts.push(sql`post.party_kind = ${party}`);
  if (home) parts.push(sql`post.remote`);
  if (externalId !== undefined)
    parts.push(
      sql`post.id IN (SELECT external.thing FROM platform.external WHERE external.external_id = ${externalId} AND external.kind IN ('offer', 'need'))`,
    );
  return sql.join(parts, sql` AND `);
}

/** Pages by key: the place of the last one seen, not how many came before. */
const olderThan = (reference: string | undefined): RawBuilder<boolean> =>
  reference === undefined
    ? sql`true`
    : sql`(post.listed_at, post.id) < (SELECT seen.published_at, seen.id FROM platform.thing seen WHERE seen.reference = ${reference})`;
