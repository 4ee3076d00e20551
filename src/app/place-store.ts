// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db } from "#platform/db/connect.ts";
import type { Whereabouts } from "#platform/gathering.ts";

/** Counts stop here: "1.000+" costs the same in a village and in a town. */
export const countCap = 1_000;

export type Gathered = { kind: string; count: number; newest: string[] };

/**
 * What lies in a place or on a theme: of each kind how many and the newest, and how many lie on each of some others (neighbours, what
 * is below a theme). One statement, however much there is.
 */
export async function gather(
  db: Db,
  { kinds, at, others, most }: { kinds: string[]; at: Whereabouts; others: { key: string; at: Whereabouts }[]; most: number },
): Promise<{ groups: Gathered[]; counts: Map<string, number> }> {
  const beside = others.map(({ key, at: there }) => sql`SELECT ${key}::text AS key, ${counted(lying(there))} AS count`);
  const { rows } = await sql<{ groups: Gathered[] | null; counts: { key: string; count: number }[] | null }>`
    SELECT
      (SELECT json_agg(json_build_object('kind', part.kind, 'count', part.count, 'newest', part.newest)) FROM (
        SELECT one.kind, ${counted(sql`${lying(at)} AND thing.kind = one.kind`)} AS count, (
          SELECT coalesce(json_agg(id), '[]') FROM (
            SELECT thing.id FROM platform.thing WHERE ${lying(at)} AND thing.kind = one.kind
            ORDER BY thing.published_at DESC, thing.id DESC LIMIT ${sql.lit(most)}) AS newest) AS newest
        FROM unnest(${kinds}::text[]) AS one(kind)) AS part) AS groups,
      (SELECT json_agg(json_build_object('key', key, 'count', count)) FROM (${
        beside.length === 0 ? sql`SELECT '' AS key, 0 AS count WHERE false` : sql.join(beside, sql` UNION ALL `)
      }) AS beside) AS counts`.execute(db);
  const [row] = rows;
  return { groups: row?.groups ?? [], counts: new Map((row?.counts ?? []).map(({ key, count }) => [key, count])) };
}

const counted = (where: ReturnType<typeof lying>) =>
  sql<number>`(SELECT count(*) FROM (SELECT 1 FROM platform.thing WHERE ${where} LIMIT ${sql.lit(countCap + 1)}) AS capped)`;

const lying = ({ locality, themes }: Whereabouts) => sql<boolean>`thing.visibility = 'public' AND thing.withdrawn_at IS NULL
  ${locality === undefined ? sql`` : sql`AND thing.locality = ${locality}::uuid`}
  ${themes === undefined ? sql`` : sql`AND thing.id IN (SELECT thing FROM platform.thing_theme WHERE theme = ANY(${themes}::uuid[]))`}`;
