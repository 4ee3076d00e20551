// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { areasOf, has, personOf, type Actor } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { picturesJson, type Picture } from "#platform/files/index.ts";
import type { Finder } from "#platform/operations/operation.ts";
import { isBehalfKind, type Author } from "./author.ts";
import { isStanding, type State } from "./idea.ts";

type Base = State & Author;

/** One idea with what the rules and every page need of it. */
export type Idea = Base & {
  id: string;
  reference: string;
  title: string;
  text: string;
  halfDone: boolean;
  phone: string | null;
  mailbox: string | null;
  ownerPerson: string | null;
  area: string;
  areaSlug: string;
  areaName: string;
  areaNameEn: string;
  contactPerson: string;
  contactName: string;
  deputy: string;
  localitySlug: string | null;
  localityName: string | null;
  submittedAt: Date;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  acknowledgedAt: Date | null;
  refusedReason: string | null;
  pictures: Picture[];
  /** How often its author has put pictures on or taken them away since it was sent. */
  pictureChanges: number;
  /** Areas that it concerns besides its own. */
  concerns: { area: string; slug: string; name: string; nameEn: string }[];
  /** Colleagues who were asked about it. */
  asked: { person: string; by: string; open: boolean }[];
  /** The proposal that it goes into another, while an author is asked. */
  merge: { asked: string | null; proposedBy: string | null; lapsesOn: string; whole: { reference: string; title: string } } | null;
  /** Where it was brought in from, and when. */
  origin: { source: string; fetchedOn: string } | null;
};

/** Held ideas are there for their author, who answers for their area or one they concern, who was asked, and the secretariat. */
export const idea: Finder<Idea> = {
  kind: "idea",
  async find(db, reference, { actor, lock }) {
    // Locked by itself first: the rows that are read next are then those that the one before us left.
    if (lock) await lockIdea(db, reference);
    const row = await ideas(db).where("thing.reference", "=", reference).where(visibleTo(actor)).executeTakeFirst();
    return row && ideaOf(row);
  },
};

export async function ideaById(db: Db | Tx, id: string): Promise<Idea | undefined> {
  const row = await ideas(db).where("thing.id", "=", id).executeTakeFirst();
  return row && ideaOf(row);
}

export async function isHalfDone(db: Db | Tx, id: string): Promise<boolean> {
  return (await db.selectFrom("ideas.idea").select("half_done").where("id", "=", id).executeTakeFirst())?.half_done === true;
}

/** Not against keys: another idea may say in the meantime that it goes into this one. */
const lockIdea = (db: Db | Tx, reference: string): Promise<unknown> =>
  db.selectFrom("platform.thing").select("id").where("reference", "=", reference).where("kind", "=", "idea").forNoKeyUpdate().execute();

/** The idea that a code belongs to, locked; an unknown reference and a wrong code cost and give the same. */
export async function ideaByClaim(tx: Tx, reference: string, hash: Buffer): Promise<Idea | undefined> {
  await lockIdea(tx, reference);
  const row = await ideas(tx).where("thing.reference", "=", reference).where("idea.claim_hash", "=", hash).executeTakeFirst();
  return row && ideaOf(row);
}

/** The idea that a mailed link is about, locked. */
export async function ideaByThing(tx: Tx, thing: string): Promise<Idea | undefined> {
  await tx.selectFrom("platform.thing").select("id").where("id", "=", thing).forNoKeyUpdate().execute();
  return ideaById(tx, thing);
}

export const isHolderOf = async (db: Db, idea: string, hash: Buffer): Promise<boolean> =>
  (await db.selectFrom("ideas.idea").select("id").where("id", "=", idea).where("claim_hash", "=", hash).executeTakeFirst()) !== undefined;

/** Finds whatever its visibility: for receipts and links, which prove in another way that they may see it. */
export const anyIdea: Finder<Idea> = {
  kind: "idea",
  async find(db, reference) {
    const row = await ideas(db).where("thing.reference", "=", reference).executeTakeFirst();
    return row && ideaOf(row);
  },
};

export const isListed = sql<boolean>`thing.visibility = 'public' AND thing.withdrawn_at IS NULL`;

function visibleTo(actor: Actor) {
  if (actor.kind === "system" || has(actor, "secretariat")) return sql<boolean>`true`;
  const person = personOf(actor)?.id;
  if (person === undefined) return isListed;
  const areas = areasOf(actor);
  return sql<boolean>`((${isListed}) OR thing.owner_person = ${person}::uuid OR thing.area = ANY(${areas}::uuid[])
    OR EXISTS (SELECT 1 FROM ideas.concern WHERE concern.idea = thing.id AND concern.area = ANY(${areas}::uuid[]))
    OR EXISTS (SELECT 1 FROM ideas.question WHERE question.idea = thing.id AND question.asked = ${person}::uuid))`;
}

/** The base of everything that shows or judges one idea: one row, one round trip. */
export function ideas(db: Db | Tx) {
  return db
    .selectFrom("platform.thing as thing")
    .innerJoin("ideas.idea as idea", "idea.id", "thing.id")
    .innerJoin("places.shown_area as area", "area.id", "thing.area")
    .leftJoin("places.shown_locality as locality", "locality.id", "thing.locality")
    .leftJoin("ideas.acknowledgement as acknowledgement", "acknowledgement.idea", "idea.id")
    .leftJoin("ideas.look as look", "look.idea", "idea.id")
    .leftJoin("platform.external as external", "external.thing", "idea.id")
    .select([
      "idea.id",
      "thing.reference",
      "idea.title",
      "idea.text",
      "idea.shown_name",
      "idea.on_behalf",
      "idea.on_behalf_kind",
      "idea.half_done",
      "idea.phone",
      "idea.mailbox",
      "thing.owner_person",
      "thing.area",
      "area.slug as area_slug",
      "area.name as area_name",
      "area.name_en as area_name_en",
      "area.contact_person",
      "area.contact_name",
      "area.deputy",
      "locality.slug as locality_slug",
      "locality.name as locality_name",
      "idea.submitted_at",
      "thing.published_at",
      "thing.withdrawn_at",
      "thing.visibility",
      "idea.standing",
      "idea.look_by",
      "idea.acknowledge_by",
      "idea.answer_by",
      "idea.due_by",
      "acknowledgement.at as acknowledged_at",
      "look.let_through",
      "look.reason as refused_reason",
      "external.source as origin_source",
      "external.fetched_on as origin_fetched_on",
    ])
    .select(picturesJson(sql`idea.id`).as("pictures"))
    .select(sql<number>`(SELECT count(*) FROM ideas.answer WHERE answer.idea = idea.id AND NOT answer.final)`.as("postponed"))
    .select(
      sql<
        Idea["concerns"]
      >`(SELECT coalesce(json_agg(json_build_object('area', one.id, 'slug', one.slug, 'name', one.name, 'nameEn', one.name_en) ORDER BY concern.slot), '[]')
        FROM ideas.concern JOIN places.shown_area one ON one.id = concern.area WHERE concern.idea = idea.id)`.as("concerns"),
    )
    .select(
      sql<Idea["asked"]>`(SELECT coalesce(json_agg(json_build_object('person', question.asked, 'by', question.asked_by,
          'open', question.replied_at IS NULL AND question.withdrawn_at IS NULL)), '[]')
        FROM ideas.question WHERE question.idea = idea.id)`.as("asked"),
    )
    .select(
      sql<Idea["merge"]>`(SELECT json_build_object('asked', merge.asked, 'proposedBy', merge.proposed_by, 'lapsesOn', merge.lapses_on,
          'whole', json_build_object('reference', whole.reference, 'title', whole_idea.title))
        FROM ideas.merge JOIN platform.thing whole ON whole.id = merge.whole JOIN ideas.idea whole_idea ON whole_idea.id = merge.whole
        WHERE merge.part = idea.id AND merge.outcome IS NULL)`.as("merge"),
    )
    .select(sql<number>`(SELECT count(*) FROM ideas.edit WHERE edit.idea = idea.id)`.as("edits"))
    .select(sql<number>`(SELECT count(*) FROM ideas.picture_change WHERE picture_change.idea = idea.id)`.as("picture_changes"));
}

export type IdeaRow = Awaited<ReturnType<ReturnType<typeof ideas>["executeTakeFirstOrThrow"]>>;

export function ideaOf(row: IdeaRow): Idea {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    text: row.text,
    shownName: row.shown_name,
    onBehalf: row.on_behalf,
    onBehalfKind: isBehalfKind(row.on_behalf_kind) ? row.on_behalf_kind : null,
    halfDone: row.half_done,
    phone: row.phone,
    mailbox: row.mailbox,
    ownerPerson: row.owner_person,
    area: row.area ?? "",
    areaSlug: row.area_slug ?? "",
    areaName: row.area_name ?? "",
    areaNameEn: row.area_name_en ?? "",
    contactPerson: row.contact_person ?? "",
    contactName: row.contact_name ?? "",
    deputy: row.deputy ?? "",
    localitySlug: row.locality_slug,
    localityName: row.locality_name,
    submittedAt: row.submitted_at,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    acknowledgedAt: row.acknowledged_at,
    pictures: row.pictures,
    pictureChanges: row.picture_changes,
    refusedReason: row.let_through === false ? row.refused_reason : null,
    origin: row.origin_source === null ? null : { source: row.origin_source, fetchedOn: row.origin_fetched_on ?? "" },
    public: row.visibility === "public",
    withdrawn: row.withdrawn_at !== null,
    refused: row.let_through === false,
    owned: row.owner_person !== null,
    hasMailbox: row.mailbox !== null,
    acknowledged: row.acknowledged_at !== null,
    postponed: row.postponed,
    edits: row.edits,
    concerns: row.concerns,
    asked: row.asked,
    merge: row.merge,
    standing: isStanding(row.standing) ? row.standing : "waiting",
    lookBy: row.look_by,
    acknowledgeBy: row.acknowledge_by,
    answerBy: row.answer_by,
    dueBy: row.due_by,
  };
}
