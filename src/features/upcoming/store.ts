// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";
import { areasOf, has, type Actor } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Finder } from "#platform/operations/operation.ts";
import { isPhase, type Fate, type Movable, type Phase, type State } from "./listing.ts";

/** Times inside are ISO 8601, as JSON has them. */
export type PhaseRow = { phase: Phase; note: string | null; newsBy: string | null; at: string; person: string };
export type PutOffRow = { what: Movable; from: string; to: string; reason: string; at: string; person: string };
export type Closure = { heard: string; doing: string; at: string; person: string };
export type FateRow = { idea: string; fate: Fate; because: string; possibleIf: string | null };

/** One listing with what the rules and every page need of it. */
export type Listing = State & {
  id: string;
  reference: string;
  title: string;
  what: string;
  openFor: string;
  fixed: string;
  question: string | null;
  askedOn: string | null;
  /** Nobody owns it alone: the spine's word for who wrote it, kept so that letters leave them out. */
  ownerPerson: null;
  area: string;
  areaSlug: string;
  areaName: string;
  areaNameEn: string;
  contactPerson: string;
  contactName: string;
  committee: string | null;
  committeeName: string | null;
  locality: string | null;
  localitySlug: string | null;
  localityName: string | null;
  /** The theme it is drawn with. */
  theme: string | null;
  createdAt: Date;
  publishedAt: Date | null;
  /** Public answers, and how many. */
  answers: number;
  history: PhaseRow[];
  putOff: PutOffRow[];
  closure: Closure | null;
  fates: FateRow[];
  /** When it went to the secretariat. */
  lateAt: Date | null;
  /** Days that were told of: "late 2026-11-20". */
  toldOf: string[];
};

/** Drafts are there for those who own them and the secretariat; for all others there is nothing. */
export const listing: Finder<Listing> = {
  kind: "listing",
  async find(db, reference, { actor, lock }) {
    if (lock) await lockListing(db, reference);
    return one(db, sql`thing.reference = ${reference} AND ${visibleTo(actor)}`);
  },
};

export const listingById = (db: Db | Tx, id: string): Promise<Listing | undefined> => one(db, sql`thing.id = ${id}`);

const lockListing = (db: Db | Tx, reference: string): Promise<unknown> =>
  db.selectFrom("platform.thing").select("id").where("reference", "=", reference).where("kind", "=", "listing").forUpdate().execute();

const isListed = sql<boolean>`(thing.visibility = 'public' AND thing.withdrawn_at IS NULL)`;

function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === "system" || has(actor, "secretariat")) return sql`true`;
  const committees = actor.roles.flatMap(({ committee }) => committee ?? []);
  return sql`(${isListed} OR thing.area = ANY(${areasOf(actor)}::uuid[]) OR listing.committee = ANY(${committees}::text[]))`;
}

type Row = Omit<Listing, "phase"> & { phase: string };

async function one(db: Db | Tx, which: RawBuilder<unknown>): Promise<Listing | undefined> {
  const [row] = await listings(db, sql`WHERE ${which}`);
  return row;
}

/** Everything of some listings in one statement. In: what stands after the joins. */
export async function listings(db: Db | Tx, rest: RawBuilder<unknown>): Promise<Listing[]> {
  const { rows } = await sql<Row>`SELECT ${columns} ${joins} ${rest}`.execute(db);
  return rows.flatMap(({ phase, ...row }) => (isPhase(phase) ? [{ ...row, phase }] : []));
}

/** The public ideas that answer a listing. */
const answersTo = sql`
  FROM platform.link JOIN platform.thing answer ON answer.id = link.from_thing
  WHERE link.to_thing = listing.id AND link.relation = 'answers' AND answer.visibility = 'public' AND answer.withdrawn_at IS NULL`;

/** The persons whose public ideas answer a listing. */
export async function whoAnswered(db: Db | Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    SELECT DISTINCT answer.owner_person AS person FROM upcoming.listing, LATERAL (SELECT answer.owner_person ${answersTo}) AS answer
    WHERE listing.id = ${id} AND answer.owner_person IS NOT NULL`.execute(db);
  return rows.map(({ person }) => person);
}

const columns = sql`
  listing.id, thing.reference, listing.title, listing.what, listing.open_for AS "openFor", listing.fixed, listing.question,
  listing.ask_until AS "askUntil", listing.asked_on AS "askedOn", listing.tell_by AS "tellBy", listing.decide_on AS "decideOn",
  listing.phase, listing.news_by AS "newsBy", NULL AS "ownerPerson",
  thing.area, area.slug AS "areaSlug", area.name AS "areaName", area.name_en AS "areaNameEn", area.contact_person AS "contactPerson",
  area.contact_name AS "contactName", listing.committee, committee.name AS "committeeName",
  thing.locality, locality.slug AS "localitySlug", locality.name AS "localityName",
  (SELECT tie.theme FROM platform.thing_theme tie WHERE tie.thing = listing.id ORDER BY tie.theme LIMIT 1) AS theme,
  thing.created_at AS "createdAt", thing.published_at AS "publishedAt",
  (thing.visibility = 'public') AS public, (thing.withdrawn_at IS NOT NULL) AS discarded, (closure.listing IS NOT NULL) AS told,
  (SELECT count(*) ${answersTo}) AS answers,
  (SELECT count(*) ${answersTo} AND NOT EXISTS (SELECT 1 FROM upcoming.fate WHERE fate.listing = listing.id AND fate.idea = answer.id)) AS "withoutFate",
  coalesce((SELECT json_agg(json_build_object('phase', phase.phase, 'note', phase.note, 'newsBy', phase.news_by, 'at', phase.at, 'person', person.name)
    ORDER BY phase.ordinal) FROM upcoming.phase JOIN people.shown person ON person.id = phase.person WHERE phase.listing = listing.id), '[]') AS history,
  coalesce((SELECT json_agg(json_build_object('what', one.what, 'from', one.from_day, 'to', one.to_day, 'reason', one.reason, 'at', one.at, 'person', person.name)
    ORDER BY one.at) FROM upcoming.postponement one JOIN people.shown person ON person.id = one.person WHERE one.listing = listing.id), '[]') AS "putOff",
  ARRAY(SELECT what FROM upcoming.postponement one WHERE one.listing = listing.id) AS postponed,
  (SELECT json_build_object('heard', closure.heard, 'doing', closure.doing, 'at', closure.at, 'person', person.name)
    FROM people.shown person WHERE person.id = closure.person) AS closure,
  coalesce((SELECT json_agg(json_build_object('idea', fate.idea, 'fate', fate.fate, 'because', fate.because, 'possibleIf', fate.possible_if))
    FROM upcoming.fate WHERE fate.listing = listing.id), '[]') AS fates,
  (SELECT min(at) FROM upcoming.escalation WHERE escalation.listing = listing.id AND what = 'late') AS "lateAt",
  ARRAY(SELECT escalation.what || ' ' || escalation.due FROM upcoming.escalation WHERE escalation.listing = listing.id) AS "toldOf"`;

const joins = sql`
  FROM upcoming.listing JOIN platform.thing ON thing.id = listing.id
  JOIN places.shown_area area ON area.id = thing.area
  LEFT JOIN places.shown_locality locality ON locality.id = thing.locality
  LEFT JOIN upcoming.committee ON committee.slug = listing.committee
  LEFT JOIN upcoming.closure ON closure.listing = listing.id`;
