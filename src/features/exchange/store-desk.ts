// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import { areasOf, has, type Actor } from "#platform/auth/actor.ts";
import { addDays, startOfDay, type LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { scopeOf, within } from "#platform/db/scope.ts";
import type { PartyKind, PostKind } from "./post.ts";
import type { Why } from "./store-follow-up.ts";
import { inList } from "./store-list.ts";

/** In whose area something lies, and where. */
type Lies = {
  area: string | null;
  areaSlug: string | null;
  areaName: string | null;
  areaNameEn: string | null;
  localitySlug: string | null;
  localityName: string | null;
};

export type DeskPost = Lies & {
  id: string;
  reference: string;
  kind: PostKind;
  title: string;
  text: string;
  shownName: string | null;
  organisation: string | null;
  partyKind: PartyKind;
  lookBy: LocalDay;
  publishedAt: Date | null;
};

/** Something to do about a post, or about two who are brought together. */
export type ToDo = Lies & {
  id: string;
  reference: string;
  kind: PostKind | "introduction";
  title: string | null;
  why: Why;
  dueOn: LocalDay;
  giver: string | null;
  seeker: string | null;
};

/** Two who are asked, and who of them has not answered. */
export type Asked = Lies & {
  reference: string;
  title: string | null;
  giver: string;
  seeker: string;
  giverSaid: boolean;
  seekerSaid: boolean;
  lapsesOn: LocalDay;
};

/** In which areas somebody brokers: in all, for who follows up on all. */
const brokeredBy = (actor: Actor): RawBuilder<boolean> =>
  has(actor, "secretariat") ? sql`true` : sql`thing.area = ANY(${areasOf(actor)}::uuid[])`;

const lies = sql`thing.area, area.slug AS "areaSlug", area.name AS "areaName", area.name_en AS "areaNameEn",
  locality.slug AS "localitySlug", locality.name AS "localityName"`;
const inArea = sql`LEFT JOIN places.shown_area area ON area.id = thing.area`;

/** So many of each sort: more is more than a desk holds. */
const most = 200;

const posts = sql`
  SELECT ${lies}, post.id, thing.reference, post.kind, post.title, left(post.text, 400) AS text, post.shown_name AS "shownName",
    coalesce(organisation.name, post.party_name) AS organisation, post.party_kind AS "partyKind", post.look_by AS "lookBy", post.published_at AS "publishedAt"
  FROM exchange.post JOIN platform.thing ON thing.id = post.id ${inArea}
  LEFT JOIN places.shown_locality locality ON locality.id = thing.locality
  LEFT JOIN people.shown_organisation organisation ON organisation.id = thing.owner_organisation`;

/** New parties' posts that somebody must look at, the soonest promised first. What was sent back waits for its writer. One query. */
export async function heldPosts(db: Db, actor: Actor): Promise<DeskPost[]> {
  const { rows } = await sql<DeskPost>`
    ${posts} WHERE post.published_at IS NULL AND post.closed IS NULL AND thing.withdrawn_at IS NULL AND ${brokeredBy(actor)}
      AND NOT EXISTS (SELECT 1 FROM exchange.look WHERE look.post = post.id AND look.at > coalesce(post.resubmitted_at, post.submitted_at))
    ORDER BY post.look_by, post.id LIMIT ${sql.lit(most)}`.execute(db);
  return rows;
}

/** Days without contact after which a post stands on the desk. */
export const quietDays = 7;

type Some = { most: number; today: LocalDay };

/** Open posts over which nobody was brought together in seven days, the longest waiting first. In: the last one seen, to go on after it. One query. */
export async function quietPosts(
  db: Db,
  actor: Actor,
  { most: limit, today, after }: Some & { after?: string | undefined },
): Promise<DeskPost[]> {
  const further =
    after === undefined
      ? sql`true`
      : sql`(post.published_at, post.id) > (SELECT seen.published_at, seen.id FROM platform.thing seen WHERE seen.reference = ${after})`;
  const { rows } = await sql<DeskPost>`
    ${posts} WHERE ${inList(today)} AND post.contacts = 0 AND ${brokeredBy(actor)} AND post.published_at < ${quietSince(today)} AND ${further}
    ORDER BY post.published_at, post.id LIMIT ${limit}`.execute(db);
  return rows;
}

/** The newest open posts over which nobody was brought together yet. One query. */
export async function newPosts(db: Db, actor: Actor, { most: limit, today }: Some): Promise<DeskPost[]> {
  const { rows } = await sql<DeskPost>`
    ${posts} WHERE ${inList(today)} AND post.contacts = 0 AND ${brokeredBy(actor)} AND post.published_at >= ${quietSince(today)}
    ORDER BY post.published_at DESC, post.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

const quietSince = (today: LocalDay): Date => startOfDay(addDays(today, -quietDays));

/** The posts that an introduction is about, and the place of the one that seeks. */
const about = sql`
  LEFT JOIN exchange.post need ON need.id = one.need LEFT JOIN exchange.post offer ON offer.id = one.offer
  LEFT JOIN platform.thing anchor ON anchor.id = coalesce(one.need, one.offer, thing.id)
  LEFT JOIN places.shown_locality locality ON locality.id = anchor.locality`;

/** What is to be done, the soonest due first. About a post that left the list, or found somebody, there is nothing to do. One transaction. */
export const openToDos = (db: Db, actor: Actor): Promise<ToDo[]> => within(db, scopeOf(actor), (tx) => toDos(tx, actor));

/** The same, and the introductions that wait for a yes, the first to lapse on top. One transaction. */
export const deskOf = (db: Db, actor: Actor): Promise<{ toDos: ToDo[]; asked: Asked[] }> =>
  within(db, scopeOf(actor), async (tx) => ({ toDos: await toDos(tx, actor), asked: await askedNow(tx, actor) }));

async function toDos(tx: Tx, actor: Actor): Promise<ToDo[]> {
  const { rows } = await sql<ToDo>`
    SELECT ${lies}, follow_up.id, thing.reference, thing.kind, follow_up.why, follow_up.due_on AS "dueOn",
      coalesce(post.title, need.title, offer.title) AS title, one.giver_name AS giver, one.seeker_name AS seeker
    FROM exchange.follow_up JOIN platform.thing ON thing.id = follow_up.thing ${inArea}
    LEFT JOIN exchange.post ON post.id = follow_up.thing
    LEFT JOIN exchange.introduction one ON one.id = follow_up.thing ${about}
    WHERE follow_up.done_at IS NULL AND ${brokeredBy(actor)} AND (one.id IS NOT NULL OR (post.listed_at IS NOT NULL AND post.contacts = 0))
    ORDER BY follow_up.due_on, follow_up.id LIMIT ${sql.lit(most)}`.execute(tx);
  return rows;
}

async function askedNow(tx: Tx, actor: Actor): Promise<Asked[]> {
  const said = (side: string) =>
    sql`EXISTS (SELECT 1 FROM exchange.reply WHERE reply.introduction = one.id AND reply.side = ${sql.lit(side)})`;
  const { rows } = await sql<Asked>`
    SELECT ${lies}, thing.reference, coalesce(need.title, offer.title) AS title, one.giver_name AS giver, one.seeker_name AS seeker,
      ${said("giver")} AS "giverSaid", ${said("seeker")} AS "seekerSaid", one.lapses_on AS "lapsesOn"
    FROM exchange.introduction one JOIN platform.thing ON thing.id = one.id ${inArea} ${about}
    WHERE one.standing = 'proposed' AND ${brokeredBy(actor)}
    ORDER BY one.lapses_on, one.id LIMIT ${sql.lit(most)}`.execute(tx);
  return rows;
}
