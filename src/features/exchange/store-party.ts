// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import { isPartyKind, type PartyKind, type PostKind } from "./post.ts";
import { inList } from "./store-list.ts";

/** Whether a party has had a post that others saw: then its next one need not be looked at. A person's and an organisation's are apart. */
export async function isKnownParty(
  db: Db | Tx,
  { person, organisation }: { person: string | undefined; organisation: string | undefined },
): Promise<boolean> {
  if (person === undefined) return false;
  const whose =
    organisation === undefined
      ? sql`thing.owner_person = ${person} AND thing.owner_organisation IS NULL`
      : sql`thing.owner_organisation = ${organisation}`;
  const { rows } = await sql`
    SELECT 1 FROM platform.thing JOIN exchange.post ON post.id = thing.id
    WHERE ${whose} AND post.published_at IS NOT NULL AND post.closed IS DISTINCT FROM 'removed' LIMIT 1`.execute(db);
  return rows.length > 0;
}

/** The organisation in the register that somebody means by a name, written in whatever case. */
export async function organisationNamed(db: Db | Tx, name: string): Promise<{ id: string; name: string; kind: PartyKind } | undefined> {
  const { rows } = await sql<{ id: string; name: string; kind: string }>`
    SELECT id, name, kind FROM people.shown_organisation WHERE lower(name) = lower(${name}) ORDER BY id LIMIT 1`.execute(db);
  const [row] = rows;
  return row && { ...row, kind: isPartyKind(row.kind) ? row.kind : "group" };
}

/** The open posts of one kind that somebody can answer with: their own, and those of organisations that they speak for. Newest first. */
export async function openPostsOf(
  db: Db | Tx,
  { person, kind, today }: { person: string; kind: PostKind; today: LocalDay },
): Promise<{ reference: string; title: string }[]> {
  const { rows } = await sql<{ reference: string; title: string }>`
    SELECT thing.reference, post.title FROM platform.thing JOIN exchange.post ON post.id = thing.id
    WHERE post.kind = ${kind} AND ${inList(today)} AND (
      (thing.owner_person = ${person} AND thing.owner_organisation IS NULL) OR thing.owner_organisation IN (
        SELECT organisation FROM people.shown_speaker WHERE person = ${person} AND from_day <= ${today}::date AND coalesce(until_day >= ${today}::date, true)))
    ORDER BY post.listed_at DESC LIMIT 50`.execute(db);
  return rows;
}
