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
  id: string;
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

/** So many of each sort: more is more than a desk holds. Nothing beyond it is counted. */
export const deskHolds = 200;

/** The sections of the desk. */
export const sections = ["held", "to-do", "asked"] as const;
export type Section = (typeof sections)[number];

/** The most urgent of a section. `count` is at most what a desk holds, `more` says that there is more than that; `late`: whose day has passed. */
export type Part<T> = { rows: T[]; count: number; more: boolean; late: number };

const posts = sql`
  SELECT ${lies}, post.id, thing.reference, post.kind, post.title, left(post.text, 400) AS text, post.shown_name AS "shownName",
    coalesce(organisation.name, post.party_name) AS organisation, post.party_kind AS "partyKind", post.look_by AS "lookBy", post.published_at AS "publishedAt"
  FROM exchange.post JOIN platform.thing ON thing.id = post.id ${inArea}
  LEFT JOIN places.shown_locality locality ON locality.id = thing.locality
  LEFT JOIN people.shown_organisation organisation ON organisation.id = thing.owner_organisation`;

/** What was sent back waits for its writer. */
const held = (actor: Actor, limit: number) => sql`
    ${posts} WHERE post.published_at IS NULL AND post.closed IS NULL AND thing.withdrawn_at IS NULL AND ${brokeredBy(actor)}
      AND NOT EXISTS (SELECT 1 FROM exchange.look WHERE look.post = post.id AND look.at > coalesce(post.resubmitted_at, post.submitted_at))
    ORDER BY post.look_by, post.id LIMIT ${sql.lit(limit)}`;

/** New parties' posts that somebody must look at, the soonest promised first. One query. */
export const heldPosts = async (db: Db, actor: Actor): Promise<DeskPost[]> =>
  (await sql<DeskPost>`${held(actor, deskHolds)}`.execute(db)).rows;

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
export const openToDos = (db: Db, actor: Actor): Promise<ToDo[]> =>
  within(db, scopeOf(actor), async (tx) => (await sql<ToDo>`${toDos(actor, deskHolds)}`.execute(tx)).rows);

/**
 * The desk: what is to be looked at, what is to be followed up on, and who waits for a yes; of each the most urgent. In: the one section
 * that is asked for, or all. One transaction, a query for each section.
 */
export const deskOf = (
  db: Db,
  actor: Actor,
  { section, most, today }: Some & { section: Section | undefined },
): Promise<{ held: Part<DeskPost>; toDos: Part<ToDo>; asked: Part<Asked> }> =>
  within(db, scopeOf(actor), async (tx) => {
    const part = <T>(of: Section, found: RawBuilder<unknown>, due: string): Promise<Part<T>> | Part<T> =>
      section === undefined || section === of ? partOf<T>(tx, found, { due, most, today }) : { rows: [], count: 0, more: false, late: 0 };
    return {
      held: await part<DeskPost>("held", held(actor, deskHolds + 1), "lookBy"),
      toDos: await part<ToDo>("to-do", toDos(actor, deskHolds + 1), "dueOn"),
      asked: await part<Asked>("asked", askedNow(actor, deskHolds + 1), "lapsesOn"),
    };
  });

/** In: a query for one more than a desk holds, and the name of the day by which each is due. Only the first of them leave the database. */
async function partOf<T>(tx: Tx, found: RawBuilder<unknown>, { due, most, today }: Some & { due: string }): Promise<Part<T>> {
  const day = sql.ref(`found.${due}`);
  const { rows } = await sql<T & { total: number; late: number }>`
    SELECT found.*, count(*) OVER ()::int AS total, (count(*) FILTER (WHERE ${day} < ${today}) OVER ())::int AS late
    FROM (${found}) AS found ORDER BY ${day}, found.id LIMIT ${most}`.execute(tx);
  const { total = 0, late = 0 } = rows[0] ?? {};
  return {
    rows: rows.map(({ total: _, late: __, ...row }) => row as T),
    count: Math.min(total, deskHolds),
    more: total > deskHolds,
    late: Math.min(late, deskHolds),
  };
}

const toDos = (actor: Actor, limit: number) => sql`
    SELECT ${lies}, follow_up.id, thing.reference, thing.kind, follow_up.why, follow_up.due_on AS "dueOn",
      coalesce(post.title, need.title, offer.title) AS title, one.giver_name AS giver, one.seeker_name AS seeker
    FROM exchange.follow_up JOIN platform.thing ON thing.id = follow_up.thing ${inArea}
    LEFT JOIN exchange.post ON post.id = follow_up.thing
    LEFT JOIN exchange.introduction one ON one.id = follow_up.thing ${about}
    WHERE follow_up.done_at IS NULL AND ${brokeredBy(actor)} AND (one.id IS NOT NULL OR (post.listed_at IS NOT NULL AND post.contacts = 0))
    ORDER BY follow_up.due_on, follow_up.id LIMIT ${sql.lit(limit)}`;

function askedNow(actor: Actor, limit: number) {
  const said = (side: string) =>
    sql`EXISTS (SELECT 1 FROM exchange.reply WHERE reply.introduction = one.id AND reply.side = ${sql.lit(side)})`;
  return sql`
    SELECT ${lies}, one.id, thing.reference, coalesce(need.title, offer.title) AS title, one.giver_name AS giver, one.seeker_name AS seeker,
      ${said("giver")} AS "giverSaid", ${said("seeker")} AS "seekerSaid", one.lapses_on AS "lapsesOn"
    FROM exchange.introduction one JOIN platform.thing ON thing.id = one.id ${inArea} ${about}
    WHERE one.standing = 'proposed' AND ${brokeredBy(actor)}
    ORDER BY one.lapses_on, one.id LIMIT ${sql.lit(limit)}`;
}
