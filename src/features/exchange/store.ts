// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { areasOf, has, personOf, type Actor } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Finder } from "#platform/operations/operation.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import {
  isContributionType,
  isPartyKind,
  isPostKind,
  type Audience,
  type Closing,
  type ContributionType,
  type Credential,
  type PartyKind,
  type PostKind,
  type Routing,
  type State,
} from "./post.ts";

/** One post with what the rules and every page need of it. */
export type Post = State & {
  id: string;
  reference: string;
  kind: PostKind;
  title: string;
  text: string;
  type: ContributionType;
  shownName: string | null;
  /** The organisation that it stands for: in the register, or by its name alone. */
  organisation: { id: string | null; slug: string | null; name: string } | null;
  partyKind: PartyKind;
  ownerPerson: string | null;
  ownerOrganisation: string | null;
  /** Who speaks for its organisation now. */
  speakers: string[];
  mailbox: string | null;
  phone: string | null;
  area: string;
  areaSlug: string;
  areaName: string;
  areaNameEn: string;
  contactPerson: string;
  contactName: string;
  localitySlug: string | null;
  localityName: string | null;
  remote: boolean;
  reachKm: number | null;
  weekdays: number | null;
  fromDay: LocalDay | null;
  untilDay: LocalDay | null;
  persons: number | null;
  audience: Audience;
  minAge: number | null;
  credential: Credential | null;
  routing: Routing;
  /** Ids. */
  themes: string[];
  copiedFrom: string | null;
  submittedAt: Date;
  publishedAt: Date | null;
  closedAt: Date | null;
  lookBy: LocalDay;
  refusedReason: string | null;
  edits: number;
  /** How many have been brought together over it. */
  contacts: number;
  firstContactAt: Date | null;
  renewals: number;
  public: boolean;
  origin: { source: string; fetchedOn: string; externalId: string } | null;
};

/** Held posts are there for whose they are, who answers for their area, and the secretariat. */
export const post: Finder<Post> = {
  kind: "post",
  async find(db, reference, { actor, lock }) {
    if (lock) await lockPost(db, reference);
    return one(db, sql`thing.reference = ${reference} AND ${visibleTo(actor)}`);
  },
};

/** Finds whatever its visibility: for receipts and links, which prove in another way that they may see it. */
export const anyPost: Finder<Post> = {
  kind: "post",
  find: (db, reference) => one(db, sql`thing.reference = ${reference}`),
};

export const postById = (db: Db | Tx, id: string): Promise<Post | undefined> => one(db, sql`thing.id = ${id}`);

/** The post that a code belongs to, locked; an unknown reference and a wrong code cost and give the same. */
export async function postByClaim(tx: Tx, reference: string, hash: Buffer): Promise<Post | undefined> {
  await lockPost(tx, reference);
  return one(tx, sql`thing.reference = ${reference} AND post.claim_hash = ${hash}`);
}

/** The post that a mailed link is about, locked. */
export async function postByThing(tx: Tx, thing: string): Promise<Post | undefined> {
  await tx.selectFrom("platform.thing").select("id").where("id", "=", thing).forNoKeyUpdate().execute();
  return postById(tx, thing);
}

export const isHolderOf = async (db: Db, id: string, hash: Buffer): Promise<boolean> =>
  (await db.selectFrom("exchange.post").select("id").where("id", "=", id).where("claim_hash", "=", hash).executeTakeFirst()) !== undefined;

const lockPost = (db: Db | Tx, reference: string): Promise<unknown> =>
  sql`SELECT FROM platform.thing WHERE reference = ${reference} AND kind IN ('offer', 'need') FOR NO KEY UPDATE`.execute(db);

export const isListed = sql<boolean>`thing.visibility = 'public' AND thing.withdrawn_at IS NULL`;

function visibleTo(actor: Actor) {
  if (actor.kind === "system" || has(actor, "secretariat")) return sql<boolean>`true`;
  const person = personOf(actor)?.id;
  if (person === undefined) return isListed;
  return sql<boolean>`((${isListed}) OR (thing.owner_person = ${person}::uuid AND thing.owner_organisation IS NULL) OR thing.area = ANY(${areasOf(actor)}::uuid[])
    OR people.speaks_for(${person}::uuid, thing.owner_organisation, (now() AT TIME ZONE 'Europe/Copenhagen')::date))`;
}

/** One row, one round trip. */
async function one(db: Db | Tx, which: ReturnType<typeof sql>): Promise<Post | undefined> {
  const { rows } = await sql<Row>`
    SELECT post.*, thing.reference, thing.owner_person, thing.owner_organisation, thing.area, thing.visibility,
      thing.withdrawn_at, area.slug AS area_slug, area.name AS area_name, area.name_en AS area_name_en, area.contact_person, area.contact_name,
      locality.slug AS locality_slug, locality.name AS locality_name,
      organisation.slug AS organisation_slug, organisation.name AS organisation_name, (look.let_through IS FALSE AND post.published_at IS NULL AND look.at > coalesce(post.resubmitted_at, post.submitted_at)) AS refused,
      look.reason AS refused_reason,
      external.source AS origin_source, external.fetched_on AS origin_fetched_on, external.external_id AS origin_id,
      ARRAY(SELECT person FROM people.shown_speaker speaker WHERE speaker.organisation = thing.owner_organisation
        AND speaker.from_day <= (now() AT TIME ZONE 'Europe/Copenhagen')::date AND coalesce(speaker.until_day >= (now() AT TIME ZONE 'Europe/Copenhagen')::date, true)) AS speakers,
      ARRAY(SELECT theme FROM platform.thing_theme tie WHERE tie.thing = thing.id ORDER BY theme) AS themes,
      (SELECT count(*) FROM exchange.edit WHERE edit.post = post.id) AS edits,
      (SELECT count(*) FROM exchange.renewal WHERE renewal.post = post.id) AS renewals
    FROM platform.thing
    JOIN exchange.post ON post.id = thing.id
    JOIN places.shown_area area ON area.id = thing.area
    LEFT JOIN places.shown_locality locality ON locality.id = thing.locality
    LEFT JOIN people.shown_organisation organisation ON organisation.id = thing.owner_organisation
    LEFT JOIN platform.external ON external.thing = thing.id
    LEFT JOIN LATERAL (SELECT let_through, reason, at FROM exchange.look WHERE look.post = post.id ORDER BY look.at DESC LIMIT 1) look ON true
    WHERE ${which}`.execute(db);
  const [row] = rows;
  return row && postOf(row);
}

type Row = {
  id: string;
  kind: string;
  reference: string;
  title: string;
  text: string;
  contribution_type: string;
  shown_name: string | null;
  party_name: string | null;
  party_kind: string;
  owner_person: string | null;
  owner_organisation: string | null;
  organisation_slug: string | null;
  organisation_name: string | null;
  speakers: string[];
  mailbox: string | null;
  phone: string | null;
  area: string;
  area_slug: string;
  area_name: string;
  area_name_en: string;
  contact_person: string;
  contact_name: string;
  locality_slug: string | null;
  locality_name: string | null;
  remote: boolean;
  reach_km: number | null;
  weekdays: number | null;
  from_day: LocalDay | null;
  until_day: LocalDay | null;
  persons: number | null;
  quantity: number | null;
  taken: number;
  audience: Audience;
  min_age: number | null;
  credential: Credential | null;
  routing: Routing;
  themes: string[];
  copied_from: string | null;
  submitted_at: Date;
  published_at: Date | null;
  paused_at: Date | null;
  closed: Closing | null;
  closed_at: Date | null;
  look_by: LocalDay;
  expires_on: LocalDay;
  refused: boolean | null;
  refused_reason: string | null;
  edits: number;
  renewals: number;
  contacts: number;
  first_contact_at: Date | null;
  visibility: string;
  withdrawn_at: Date | null;
  origin_source: string | null;
  origin_fetched_on: string | null;
  origin_id: string | null;
};

function postOf(row: Row): Post {
  const organisation =
    row.organisation_name !== null
      ? { id: row.owner_organisation, slug: row.organisation_slug, name: row.organisation_name }
      : row.party_name !== null
        ? { id: null, slug: null, name: row.party_name }
        : null;
  const refused = row.refused === true;
  return {
    id: row.id,
    reference: row.reference,
    kind: isPostKind(row.kind) ? row.kind : "offer",
    title: row.title,
    text: row.text,
    type: isContributionType(row.contribution_type) ? row.contribution_type : "time",
    shownName: row.shown_name,
    organisation,
    partyKind: isPartyKind(row.party_kind) ? row.party_kind : "citizen",
    ownerPerson: row.owner_person,
    ownerOrganisation: row.owner_organisation,
    speakers: row.speakers,
    mailbox: row.mailbox,
    phone: row.phone,
    area: row.area,
    areaSlug: row.area_slug,
    areaName: row.area_name,
    areaNameEn: row.area_name_en,
    contactPerson: row.contact_person,
    contactName: row.contact_name,
    localitySlug: row.locality_slug,
    localityName: row.locality_name,
    remote: row.remote,
    reachKm: row.reach_km,
    weekdays: row.weekdays,
    fromDay: row.from_day,
    untilDay: row.until_day,
    persons: row.persons,
    quantity: row.quantity,
    taken: row.taken,
    audience: row.audience,
    minAge: row.min_age,
    credential: row.credential,
    routing: row.routing,
    themes: row.themes,
    copiedFrom: row.copied_from,
    submittedAt: row.submitted_at,
    publishedAt: row.published_at,
    closedAt: row.closed_at,
    lookBy: row.look_by,
    refusedReason: refused || row.closed === "removed" ? row.refused_reason : null,
    edits: row.edits,
    renewals: row.renewals,
    contacts: row.contacts,
    firstContactAt: row.first_contact_at,
    public: row.visibility === "public" && row.withdrawn_at === null,
    published: row.published_at !== null,
    refused,
    paused: row.paused_at !== null,
    closed: row.closed,
    expiresOn: row.expires_on,
    owned: row.owner_person !== null,
    hasMailbox: row.mailbox !== null,
    origin:
      row.origin_source === null
        ? null
        : { source: row.origin_source, fetchedOn: row.origin_fetched_on ?? "", externalId: row.origin_id ?? "" },
  };
}
