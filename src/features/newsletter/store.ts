// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Ids } from "#platform/clock/ids.ts";
import { isEvery, type Every, type Subscription, type Window } from "./digest.ts";

/** A thing to follow, by id; all empty is everything. */
export type Target = { locality: string | null; theme: string | null; area: string | null };

/** Follows it from now on; who follows it already gets it in the new interval. */
export const subscribe = (
  tx: Tx,
  { person, every, target, ids, now }: { person: string; every: Every; target: Target; ids: Ids; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("newsletter.subscription")
    .values({ id: ids.uuid(), person, every, ...target, since: now })
    .onConflict((conflict) =>
      conflict.columns(["person", "locality", "theme", "area"]).doUpdateSet({
        every,
        // In another interval one begins anew.
        since: sql<Date>`CASE WHEN subscription.every = excluded.every THEN subscription.since ELSE excluded.since END`,
      }),
    )
    .execute();

export const unsubscribe = (tx: Tx, person: string, { locality, theme, area }: Target): Promise<unknown> =>
  tx
    .deleteFrom("newsletter.subscription")
    .where("person", "=", person)
    .where("locality", "is not distinct from", locality)
    .where("theme", "is not distinct from", theme)
    .where("area", "is not distinct from", area)
    .execute();

export const unsubscribeAll = (tx: Tx, person: string): Promise<unknown> =>
  tx.deleteFrom("newsletter.subscription").where("person", "=", person).execute();

export async function subscriptionsOf(db: Db | Tx, person: string): Promise<Subscription[]> {
  const rows = await db
    .selectFrom("newsletter.subscription")
    .select(["every", "since", "locality", "theme", "area"])
    .where("person", "=", person)
    .orderBy("since")
    .execute();
  return rows.flatMap(({ every, ...row }) => (isEvery(every) ? [{ every, ...row }] : []));
}

/** Persons who follow something in an interval and have not been told up to an instant, those told longest ago first. */
export async function untold(db: Db, every: Every, { until, most }: { until: Date; most: number }): Promise<string[]> {
  const rows = await db
    .selectFrom("newsletter.subscription as subscription")
    .leftJoin("newsletter.told as told", (join) =>
      join.onRef("told.person", "=", "subscription.person").onRef("told.every", "=", "subscription.every"),
    )
    .select("subscription.person")
    .where("subscription.every", "=", every)
    .where((eb) => eb.or([eb("told.until", "is", null), eb("told.until", "<", until)]))
    .where("subscription.since", "<", until)
    .groupBy("subscription.person")
    .orderBy((eb) => eb.fn.min("told.until"))
    .orderBy("subscription.person")
    .limit(sql.lit(most))
    .execute();
  return rows.map(({ person }) => person);
}

/**
 * Persons who want to hear of comments and follow things under which others have said something that they have not been told of, up to an instant; those told
 * longest ago first.
 */
export async function untoldOfComments(db: Db, { until, most }: { until: Date; most: number }): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    SELECT follow.person FROM dialogue.shown_follow follow
    LEFT JOIN newsletter.told ON told.person = follow.person AND told.every = 'comments'
    WHERE NOT EXISTS (SELECT 1 FROM newsletter.no_comments no WHERE no.person = follow.person) AND EXISTS (
      SELECT 1 FROM platform.event
      WHERE event.thing = follow.thing AND event.name = 'dialogue.commented' AND event.actor_person IS DISTINCT FROM follow.person
        AND event.at >= follow.since AND event.at > coalesce(told.until, '-infinity') AND event.at <= ${until})
    GROUP BY follow.person, told.until ORDER BY told.until NULLS FIRST, follow.person LIMIT ${sql.lit(most)}`.execute(db);
  return rows.map(({ person }) => person);
}

/** Since when somebody follows anything; undefined where they do not. */
export async function followsSince(tx: Tx, person: string): Promise<Date | undefined> {
  const { rows } = await sql<{
    since: Date | null;
  }>`SELECT min(since) AS since FROM dialogue.shown_follow WHERE person = ${person}`.execute(tx);
  return rows[0]?.since ?? undefined;
}

/** What is told by a mark of its own: the two digests, and the mail about comments. */
export type Told = Every | "comments";

/** Up to when a person was told, locked: of two workers the second finds it moved. */
export async function toldUntil(tx: Tx, person: string, every: Told): Promise<Date | undefined> {
  // A row to lock, also for who was never told: far in the past.
  await tx
    .insertInto("newsletter.told")
    .values({ person, every, until: new Date(0) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom("newsletter.told")
    .select("until")
    .where("person", "=", person)
    .where("every", "=", every)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.until.getTime() === 0 ? undefined : row.until;
}

export const noteTold = (
  tx: Tx,
  { person, every, until, sent }: { person: string; every: Told; until: Date; sent: boolean },
): Promise<unknown> =>
  tx
    .updateTable("newsletter.told")
    .set((eb) => ({ until, ...(sent ? { digests: eb("digests", "+", 1) } : {}) }))
    .where("person", "=", person)
    .where("every", "=", every)
    .execute();

export type Followed = { at: number; since: Date; every: Every; locality: string | null; themes: string[] | null; area: string | null };
export type Happened = { id: string; kind: string; at: Date; under: number; events: { name: string; count: number }[] };

/**
 * What happened in a window to public things that somebody follows in one interval, each thing once, under the narrowest thing
 * followed (`at` in the list given), the newest first. What a daily digest tells is left out of the weekly one.
 */
export async function happenedTo(
  tx: Db | Tx,
  { followed, every, window, names }: { followed: Followed[]; every: Every; window: Window; names: string[] },
): Promise<Happened[]> {
  const { rows } = await sql<Happened>`
    WITH followed AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(followed)}::jsonb)
        AS f(at int, since timestamptz, every text, locality uuid, themes uuid[], area uuid)
    ), happened AS (
      SELECT event.thing, event.name, event.at FROM platform.event
      WHERE event.name = ANY(${names}::text[]) AND event.at > ${window.from} AND event.at <= ${window.until} AND event.thing IS NOT NULL
    ), told AS (
      SELECT thing.id, thing.kind, happened.name, happened.at, (
        SELECT min(f.at) FROM followed f WHERE f.every = ${every} AND ${follows}) AS under, (
        SELECT 1 FROM followed f WHERE ${every}::text = 'week' AND f.every = 'day' AND f.since <= happened.at AND ${follows} LIMIT 1) AS daily
      FROM happened JOIN platform.thing ON thing.id = happened.thing
      WHERE thing.visibility = 'public' AND thing.withdrawn_at IS NULL
    )
    SELECT id, kind, max(at) AS at, under, (
      SELECT json_agg(json_build_object('name', one.name, 'count', one.count))
      FROM (SELECT name, count(*) AS count FROM told t WHERE t.id = told.id AND t.daily IS NULL GROUP BY name) AS one) AS events
    FROM told WHERE under IS NOT NULL AND daily IS NULL
    GROUP BY id, kind, under ORDER BY max(at) DESC, id`.execute(tx);
  return rows;
}

const follows = sql<boolean>`(f.locality IS NULL OR f.locality = thing.locality)
  AND (f.area IS NULL OR f.area = thing.area)
  AND (f.themes IS NULL OR EXISTS (SELECT 1 FROM platform.thing_theme tie WHERE tie.thing = thing.id AND tie.theme = ANY(f.themes)))`;
