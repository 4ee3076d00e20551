// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { isPhase, phases, type Phase } from "./listing.ts";
import { listings, type Listing } from "./store.ts";

export type Filters = {
  phase: Phase[];
  locality: string | undefined;
  /** Only what was decided: asked before the decision, or not. */
  asked: "before" | "not" | undefined;
  after: string | undefined;
};

export const pageSize = 20;
/** So many open questions stand above the list. */
export const mostOpen = 20;

/** Questions that can still be answered, the one that ends first on top. */
export const openQuestions = (db: Db | Tx, filters: Omit<Filters, "after">, today: LocalDay, most = mostOpen): Promise<Listing[]> =>
  listings(
    db,
    sql`WHERE ${isListed} AND ${isOpen(today)} AND ${matching(filters, today)} ORDER BY listing.ask_until, listing.id LIMIT ${sql.lit(most)}`,
  );

/** The others, newest first; one more than a page, so that the page knows whether there is a next one. */
export const others = (db: Db, filters: Filters, today: LocalDay): Promise<Listing[]> =>
  listings(
    db,
    sql`WHERE ${isListed} AND NOT (${isOpen(today)}) AND ${matching(filters, today)} AND ${olderThan(filters.after)}
    ORDER BY listing.listed_at DESC, listing.id DESC LIMIT ${sql.lit(pageSize + 1)}`,
  );

/** The same for given listings, as far as they are public. */
export const listedByIds = (db: Db | Tx, ids: string[]): Promise<Listing[]> =>
  listings(db, sql`WHERE ${isListed} AND listing.id = ANY(${ids}::uuid[])`);

/** What waits for those who own them: drafts, questions that are over, phases without news. */
export const openListings = (
  db: Db,
  { areas, committees, all, today, most }: { areas: string[]; committees: string[]; all: boolean; today: LocalDay; most: number },
): Promise<Listing[]> =>
  listings(
    db,
    sql`WHERE thing.withdrawn_at IS NULL AND (${all} OR thing.area = ANY(${areas}::uuid[]) OR listing.committee = ANY(${committees}::text[]))
      AND (listing.listed_at IS NULL OR (listing.ask_until < ${today}::date AND closure.listing IS NULL)
        OR (listing.phase <> 'doing' AND (listing.news_by IS NULL OR listing.news_by < ${today}::date)))
    ORDER BY listing.tell_by, listing.id LIMIT ${sql.lit(most)}`,
  );

/** Questions that are over and not told of, whose day has come. */
export const dueToTell = (db: Db, today: LocalDay): Promise<Listing[]> =>
  listings(
    db,
    sql`WHERE ${isListed} AND closure.listing IS NULL AND listing.tell_by <= ${today}::date ORDER BY listing.tell_by, listing.id LIMIT 1000`,
  );

export type Sums = { phases: Record<Phase, number>; decided: number; askedBefore: number };

/** How many there are in each phase, and how many of those that are decided were asked about before. One query. */
export async function sumsOf(db: Db | Tx, today: LocalDay): Promise<Sums> {
  const { rows } = await sql<{ phase: string; count: number; decided: number; before: number }>`
    SELECT phase, count(*) AS count, count(*) FILTER (WHERE decide_on < ${today}::date) AS decided,
           count(*) FILTER (WHERE decide_on < ${today}::date AND asked_on < decide_on) AS before
    FROM upcoming.listing WHERE listed_at IS NOT NULL GROUP BY phase`.execute(db);
  const sums: Sums = { phases: { idea: 0, planning: 0, decision: 0, doing: 0 }, decided: 0, askedBefore: 0 };
  for (const { phase, count, decided, before } of rows) {
    if (isPhase(phase)) sums.phases[phase] = count;
    sums.decided += decided;
    sums.askedBefore += before;
  }
  return sums;
}

/** The records behind the sum: what was decided in a period, and whether citizens were asked before. */
export async function decidedIn(
  db: Db | Tx,
  { from, until }: { from: LocalDay; until: LocalDay },
): Promise<{ thing: string; counts: boolean }[]> {
  const { rows } = await sql<{ thing: string; counts: boolean }>`
    SELECT id AS thing, coalesce(asked_on < decide_on, false) AS counts FROM upcoming.listing
    WHERE listed_at IS NOT NULL AND decide_on BETWEEN ${from}::date AND ${until}::date ORDER BY decide_on, id`.execute(db);
  return rows;
}

const isListed = sql<boolean>`listing.listed_at IS NOT NULL`;
const isOpen = (today: LocalDay): RawBuilder<boolean> =>
  sql`(listing.ask_until IS NOT NULL AND listing.ask_until >= ${today}::date AND closure.listing IS NULL)`;

function matching({ phase, locality, asked }: Omit<Filters, "after">, today: LocalDay): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`];
  if (phase.length > 0 && phase.length < phases.length) parts.push(sql`listing.phase = ANY(${phase}::text[])`);
  if (locality !== undefined) parts.push(sql`(thing.locality IS NULL OR locality.slug = ${locality})`);
  if (asked !== undefined) parts.push(sql`listing.decide_on < ${today}::date`);
  if (asked === "before") parts.push(sql`listing.asked_on < listing.decide_on`);
  if (asked === "not") parts.push(sql`(listing.asked_on IS NULL OR listing.asked_on >= listing.decide_on)`);
  return sql.join(parts, sql` AND `);
}

/** Pages by key: the place of the last one seen, not how many came before. */
const olderThan = (reference: string | undefined): RawBuilder<boolean> =>
  reference === undefined
    ? sql`true`
    : sql`(listing.listed_at, listing.id) < (SELECT seen.published_at, seen.id FROM platform.thing seen WHERE seen.reference = ${reference})`;

/** The newest in a locality, with those of the whole municipality: for feeds. */
export const newestListings = async (db: Db, locality: string | undefined, today: LocalDay): Promise<string[]> => {
  const rows = await listings(
    db,
    sql`WHERE ${isListed} AND ${matching({ phase: [], locality, asked: undefined }, today)}
    ORDER BY listing.listed_at DESC, listing.id DESC LIMIT ${sql.lit(pageSize)}`,
  );
  return rows.map(({ id }) => id);
};
