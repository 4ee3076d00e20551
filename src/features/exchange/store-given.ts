// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import type { PartyKind } from "./post.ts";

/** An organisation in the register; a person never. */
type Named = { name: string; slug: string } | null;

/** What came of an organisation's introductions, as all may see it. */
export type Given = {
  /** How often it gave, and got, something that came about as agreed. */
  gave: number;
  got: number;
  /** What it says it spent on giving. */
  minutes: number;
  /** The last few, by the title of a post that is public. */
  last: { gave: boolean; title: string; year: number; other: Named }[];
  /** Thanks to it, from who said that all may read them. */
  thanks: { text: string; at: Date; by: Named; kind: PartyKind }[];
};

const shownLast = 6;
const shownThanks = 10;

/** Counted from all that is private to two; what leaves here are numbers, titles that are public, and organisations. One transaction. */
export const givenBy = (db: Db, organisation: string): Promise<Given> =>
  within(db, asSystem, async (tx) => {
    const { rows } = await sql<Omit<Given, "thanks"> & { thanks: (Omit<Given["thanks"][number], "at"> & { at: string })[] }>`
      WITH own AS MATERIALIZED (
        SELECT one.id, one.offer, one.need, one.giver_organisation IS NOT DISTINCT FROM ${organisation}::uuid AS gave,
          CASE WHEN one.giver_organisation = ${organisation}::uuid THEN one.seeker_organisation ELSE one.giver_organisation END AS other,
          CASE WHEN one.giver_organisation = ${organisation}::uuid THEN one.seeker_kind ELSE one.giver_kind END AS other_kind,
          one.standing = 'done' AND coalesce(deal.happened, false) AS done, deal.on_day
        FROM exchange.introduction one JOIN exchange.exchange deal ON deal.introduction = one.id
        WHERE one.giver_organisation = ${organisation}::uuid OR one.seeker_organisation = ${organisation}::uuid
      ), named AS (SELECT id, json_build_object('name', name, 'slug', slug) AS said FROM people.shown_organisation)
      SELECT (SELECT count(*) FROM own WHERE done AND gave) AS gave, (SELECT count(*) FROM own WHERE done AND NOT gave) AS got,
        (SELECT coalesce(sum(outcome.minutes), 0) FROM own JOIN exchange.outcome ON outcome.introduction = own.id AND outcome.side = 'giver'
          WHERE own.done AND own.gave) AS minutes,
        (SELECT coalesce(json_agg(json_build_object('gave', gave, 'title', title, 'year', year, 'other', other)), '[]') FROM (
          SELECT own.gave, shown.title, extract(year FROM own.on_day) AS year, named.said AS other
          FROM own JOIN LATERAL (
            SELECT post.title FROM exchange.post JOIN platform.thing ON thing.id = post.id
            WHERE post.id IN (own.offer, own.need) AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL
            ORDER BY (post.kind = 'offer') = own.gave DESC LIMIT 1) shown ON true
          LEFT JOIN named ON named.id = own.other
          WHERE own.done ORDER BY own.on_day DESC, own.id LIMIT ${sql.lit(shownLast)}) AS last) AS last,
        (SELECT coalesce(json_agg(json_build_object('text', text, 'at', at, 'by', by, 'kind', kind)), '[]') FROM (
          SELECT said.text, said.at, named.said AS by, own.other_kind AS kind
          FROM own JOIN exchange.appreciation said ON said.introduction = own.id AND said.public AND (said.side = 'seeker') = own.gave
          LEFT JOIN named ON named.id = own.other
          WHERE own.done
          ORDER BY said.at DESC, own.id LIMIT ${sql.lit(shownThanks)}) AS thanks) AS thanks`.execute(tx);
    const [row] = rows;
    if (!row) throw new Error("A count gave no row");
    return { ...row, minutes: Number(row.minutes), thanks: row.thanks.map(({ at, ...said }) => ({ ...said, at: new Date(at) })) };
  });

/** Whether somebody has helped with it already, by an introduction: then it was told. */
export const wasMet = (tx: Tx, need: string): Promise<boolean> =>
  within(tx, asSystem, async (inside) => {
    const { rows } = await sql`SELECT 1 FROM exchange.introduction one JOIN exchange.exchange deal ON deal.introduction = one.id
      WHERE one.need = ${need} AND one.standing = 'done' AND deal.happened LIMIT 1`.execute(inside);
    return rows.length > 0;
  });
