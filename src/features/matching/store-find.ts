// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Locality } from "#features/places/index.ts";
import type { Described } from "./described.ts";
import type { ContributionType, Side } from "./entry.ts";
import type { Wanted } from "./keys.ts";
import { leavingOut } from "./words.ts";
import { caps, keyFactors } from "./weights.ts";

/** An entry as it stands, without the point of its locality, which the municipality may move, and what is read of its title. */
type Row = Omit<Described, "point" | "heading">;

const columns = sql`entry.thing, entry.kind, entry.side, entry.contribution_type AS type, entry.themes, entry.locality, entry.remote,
  entry.reach_km AS "reachKm", entry.slots, entry.from_day AS "fromDay", entry.until_day AS "untilDay", entry.persons, entry.party,
  entry.party_kind AS "partyKind", entry.audience, entry.min_age AS "minAge", entry.credential, entry.left_over AS "left", entry.contacts,
  entry.listed_at AS "listedAt", entry.expires_on AS "expiresOn", thing.reference,
  coalesce(document.title, '') AS title, left(coalesce(document.body, ''), ${sql.lit(caps.text)}) AS text`;

const joins = sql`JOIN platform.thing ON thing.id = entry.thing LEFT JOIN platform.search_document document ON document.thing = entry.thing`;

/** Entries by their things, whether open or not, public or not: who asks has seen them. One query. */
export async function entriesOf(db: Db | Tx, things: readonly string[], localities: readonly Locality[]): Promise<Described[]> {
  const { rows } = await sql<Nullable<Row>>`
    SELECT ${columns} FROM matching.entry ${joins} WHERE entry.thing = ANY (${things}::uuid[])`.execute(db);
  return rows.map(placed(localities));
}

/** What is asked of the other side: its keys, the types that can do for one's own, and the nearest places ([] for all). */
export type Ask = {
  side: Side;
  type: ContributionType;
  kindred: readonly ContributionType[];
  near: readonly string[];
  wanted: readonly Wanted[];
};

/**
 * The public things of the other side that have most of what is wanted, at most `caps.pool`. Of each key the newest are read, and
 * what few have counts more. One query; it reads the same number of rows however many there are.
 */
export async function poolFor(db: Db | Tx, ask: Ask, localities: readonly Locality[]): Promise<Described[]> {
  const { rows } = await statementFor(ask).execute(db);
  return rows.map(placed(localities));
}

/** Each of the pool is looked up by itself (LATERAL, LIMIT 1): joined, PostgreSQL would sooner or later read a table from end to end. */
export function statementFor(ask: Ask): RawBuilder<Nullable<Row>> {
  const keys = ask.wanted.map(({ key }) => key);
  const weights = ask.wanted.map(({ weight }) => weight);
  return sql<Nullable<Row>>`
    WITH wanted AS (SELECT * FROM unnest(${keys}::text[], ${weights}::float8[]) AS wanted (key, weight)),
    hit AS (
      SELECT posting.thing, ${fit(ask)} AS factor, wanted.weight, count(*) OVER (PARTITION BY wanted.key) AS owners
      FROM wanted CROSS JOIN LATERAL (${newestOf(ask.side)}) AS posting
    ),
    pool AS (
      SELECT thing, max(factor) * sum(weight / ln(1.7 + owners)) AS fit FROM hit GROUP BY thing
      ORDER BY fit DESC, thing DESC LIMIT ${sql.lit(caps.pool)}
    )
    SELECT described.* FROM pool CROSS JOIN LATERAL (
      SELECT ${columns} FROM matching.entry ${joins}
      WHERE entry.thing = pool.thing AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL
      LIMIT 1
    ) AS described
    ORDER BY pool.fit DESC, pool.thing DESC`;
}

const newestOf = (side: Side): RawBuilder<unknown> => sql`
  SELECT thing, contribution_type, locality FROM matching.posting WHERE posting.side = ${sql.lit(side)} AND posting.key = wanted.key
  ORDER BY posting.listed_at DESC, posting.thing DESC LIMIT ${sql.lit(caps.perKey)}`;

/** How far type and place let it count. */
const fit = ({ type, kindred, near }: Ask): RawBuilder<number> => sql`
  (CASE WHEN posting.contribution_type = ${type} THEN 1 WHEN posting.contribution_type = ANY (${kindred}::text[]) THEN ${sql.lit(keyFactors.kindredType)}
    ELSE ${sql.lit(keyFactors.otherType)} END)::float8
  * (CASE WHEN posting.locality <> ALL (${near}::uuid[]) THEN ${sql.lit(keyFactors.elsewhere)} ELSE 1 END)::float8`;

type Nullable<T> = { [K in keyof T]: undefined extends T[K] ? T[K] | null : T[K] };

/** In: the localities. Out: makes of a row what it describes, with the middle of its place. */
function placed(localities: readonly Locality[]): (row: Nullable<Row>) => Described {
  const points = new Map(localities.map((locality) => [locality.id, locality]));
  const without = leavingOut(localities.map(({ name }) => name));
  return (row) => {
    const said = leaveOutNulls(row);
    const point = said.locality === undefined ? undefined : points.get(said.locality);
    return { ...said, heading: without(said.title), text: without(said.text), point };
  };
}

/** What is NULL was not said. */
function leaveOutNulls(row: Nullable<Row>): Row {
  const said: Record<string, unknown> = row;
  for (const key of Object.keys(said)) if (said[key] === null) delete said[key];
  return row as Row;
}
