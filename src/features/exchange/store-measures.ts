// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { endOfDay, startOfDay } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { contactWithinDays, type Cell, type Period } from "./measures.ts";

/** Judged on the day of the contact, or when the days for it are over: what was put up yesterday says nothing yet. */
const inTime = sql`coalesce(post.first_contact_at <= post.published_at + make_interval(days => ${sql.lit(contactWithinDays)}), false)`;
const judgedAt = sql`CASE WHEN ${inTime} THEN post.first_contact_at ELSE post.published_at + make_interval(days => ${sql.lit(contactWithinDays)}) END`;
const judgedPosts = ({ from, until }: Period, now: Date) => sql`
  FROM exchange.post JOIN platform.thing ON thing.id = post.id
  WHERE post.published_at IS NOT NULL AND post.closed IS DISTINCT FROM 'removed'
    AND ${judgedAt} >= ${startOfDay(from)} AND ${judgedAt} <= least(${endOfDay(until)}::timestamptz, ${now}::timestamptz)`;

/** Both have found it good. Noted help was not brought about here, and nobody is asked about it. */
const useful = sql`coalesce(tally.good >= 2, false)`;
const endedIntroductions = ({ from, until }: Period) => sql`
  FROM exchange.introduction one JOIN platform.thing ON thing.id = coalesce(one.need, one.offer)
  JOIN exchange.post ON post.id = thing.id
  LEFT JOIN feedback.shown_tally tally ON tally.thing = one.id
  WHERE one.standing = 'done' AND NOT one.registered AND one.ended_at >= ${startOfDay(from)} AND one.ended_at <= ${endOfDay(until)}`;

const byGroup = sql`coalesce(locality.slug, ${sql.lit(wholeMunicipality)}) AS locality, post.party_kind AS party, count(*) AS "outOf"`;

/** Posts put up, and how many of them found contact in time: by where they belong and who put them up. One query. */
export async function contactCells(db: Db, period: Period, now: Date): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    SELECT ${byGroup}, count(*) FILTER (WHERE post.counts) AS counted
    FROM (SELECT thing.locality, post.party_kind, ${inTime} AS counts ${judgedPosts(period, now)}) AS post
    LEFT JOIN places.shown_locality locality ON locality.id = post.locality GROUP BY 1, 2`.execute(db);
  return rows;
}

/** Introductions that came to an end, and how many of them both found useful: by the post that they were about. One transaction. */
export const usefulCells = (db: Db, period: Period): Promise<Cell[]> =>
  within(db, asSystem, async (tx) => {
    const { rows } = await sql<Cell>`
      SELECT ${byGroup}, count(*) FILTER (WHERE post.counts) AS counted
      FROM (SELECT thing.locality, post.party_kind, ${useful} AS counts ${endedIntroductions(period)}) AS post
      LEFT JOIN places.shown_locality locality ON locality.id = post.locality GROUP BY 1, 2`.execute(tx);
    return rows;
  });

type Counted = { thing: string; counts: boolean };

/** The posts behind the number, of one kind. */
export async function contactRecords(db: Db, kind: string, period: Period): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    SELECT post.id AS thing, ${inTime} AS counts ${judgedPosts(period, endOfDay(period.until))} AND post.kind = ${kind} ORDER BY post.id`.execute(
    db,
  );
  return rows;
}

/** The introductions behind the number. */
export const usefulRecords = (db: Db, period: Period): Promise<Counted[]> =>
  within(db, asSystem, async (tx) => {
    const { rows } = await sql<Counted>`SELECT one.id AS thing, ${useful} AS counts ${endedIntroductions(period)} ORDER BY one.id`.execute(
      tx,
    );
    return rows;
  });
