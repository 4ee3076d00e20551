// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import { isPartyKind, type Closing, type PartyKind, type PostKind } from "./post.ts";
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
      (thing.owner_person = ${person} AND thing.owner_organisation IS NULL) OR thing.owner_organisation = ANY(${bodiesOf(person, today)}))
    ORDER BY post.listed_at DESC LIMIT 50`.execute(db);
  return rows;
}

/** The organisations that somebody speaks for on a day, as an array in a statement. */
const bodiesOf = (person: string, today: LocalDay) => sql`ARRAY(SELECT speaker.organisation FROM people.shown_speaker speaker
  WHERE speaker.person = ${person} AND speaker.from_day <= ${today}::date AND coalesce(speaker.until_day >= ${today}::date, true))`;

/** Introductions in which a person is one of the two, themselves or for an organisation: a condition over `introduction`. */
export function isOneOfTwo(person: string, today: LocalDay): RawBuilder<boolean> {
  const bodies = bodiesOf(person, today);
  return sql`((introduction.giver_person = ${person} AND introduction.giver_organisation IS NULL) OR introduction.giver_organisation = ANY(${bodies})
    OR (introduction.seeker_person = ${person} AND introduction.seeker_organisation IS NULL) OR introduction.seeker_organisation = ANY(${bodies}))`;
}

export type PostOfParty = {
  id: string;
  reference: string;
  kind: PostKind;
  title: string;
  organisation: string;
  published: boolean;
  refused: boolean;
  paused: boolean;
  closed: Closing | null;
  quantity: number | null;
  taken: number;
  expiresOn: LocalDay;
};

/** Posts of the organisations that somebody speaks for, which others of them wrote: the newest first, whatever their state. One query. */
export async function postsOfMyOrganisations(db: Db | Tx, { person, today }: { person: string; today: LocalDay }): Promise<PostOfParty[]> {
  const { rows } = await sql<PostOfParty>`
    SELECT post.id, thing.reference, post.kind, post.title, organisation.name AS organisation, post.published_at IS NOT NULL AS published,
      post.published_at IS NULL AND EXISTS (SELECT 1 FROM exchange.look WHERE look.post = post.id AND look.at > coalesce(post.resubmitted_at, post.submitted_at)) AS refused,
      post.paused_at IS NOT NULL AS paused, post.closed, post.quantity, post.taken, post.expires_on AS "expiresOn"
    FROM platform.thing JOIN exchange.post ON post.id = thing.id JOIN people.shown_organisation organisation ON organisation.id = thing.owner_organisation
    WHERE thing.owner_organisation = ANY(${bodiesOf(person, today)})
      AND thing.owner_person IS DISTINCT FROM ${person} AND thing.withdrawn_at IS NULL
    ORDER BY post.submitted_at DESC, post.id LIMIT 20`.execute(db);
  return rows;
}
