// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";

export type Committee = { slug: string; name: string; from: LocalDay; until: LocalDay };

/** The committees of the newest term, in Danish order. */
export const committeesOf = keep(["committee"], async (db): Promise<Committee[]> => {
  const rows = await db
    .selectFrom("upcoming.committee")
    .select(["slug", "name", "from_day as from", "until_day as until"])
    .orderBy("name")
    .execute();
  const newest = rows.reduce((last, { until }) => (until > last ? until : last), "");
  return rows.filter(({ until }) => until === newest);
});

/** Puts the committees in place; what is there stays. */
export async function addCommittees(tx: Tx, committees: Committee[]): Promise<void> {
  if (committees.length === 0) return;
  await tx
    .insertInto("upcoming.committee")
    .values(committees.map(({ slug, name, from, until }) => ({ slug, name, from_day: from, until_day: until })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const committeeBySlug = async (db: Db | Tx, slug: string): Promise<Committee | undefined> =>
  (await committeesOf(db)).find((committee) => committee.slug === slug);
