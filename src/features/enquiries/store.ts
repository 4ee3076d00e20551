// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import { asSystem, scopeOf, within } from "#platform/db/scope.ts";
import type { Finder } from "#platform/operations/operation.ts";
import { isStanding, type State } from "./enquiry.ts";
import { answersJson, asAnswers, asTurns, notesJson, turnsJson, type Answer, type Note, type Turn } from "./store-story.ts";

/** One enquiry with what the rules and every page need of it: one row, one statement. */
export type Enquiry = State & {
  id: string;
  reference: string;
  subject: string;
  text: string;
  name: string | null;
  phone: string | null;
  callWhen: string | null;
  mailbox: string | null;
  /** Of the code with which it can be claimed; none once it is somebody's. */
  claimHash: Buffer | null;
  ownerPerson: string | null;
  area: string;
  areaSlug: string;
  areaName: string;
  areaNameEn: string;
  contactPerson: string;
  contactName: string;
  submittedAt: Date;
  /** The secretariat was told that a day had passed. */
  escalated: boolean;
  proposal: { title: string; text: string; where: string | null; person: string } | null;
  answers: Answer[];
  turns: Turn[];
  /** What colleagues wrote; nothing of it for the sender. */
  notes: Note[];
};

/** There for its sender, for who answers for its area, and for the secretariat once a day has passed; for all others there is nothing. */
export const enquiry: Finder<Enquiry> = {
  kind: "enquiry",
  find: (db, reference, { actor, lock }) =>
    within(db, scopeOf(actor), async (tx) => {
      // Locked by itself first: the rows that are read next are then those that the one before us left.
      if (lock) await lockThing(tx, reference);
      const row = await enquiries(tx).where("thing.reference", "=", reference).executeTakeFirst();
      return row && enquiryOf(row);
    }),
};

/** Finds whatever its scope: for receipts and links, which prove in another way that they may see it. */
export const anyEnquiry: Finder<Enquiry> = {
  kind: "enquiry",
  find: (db, reference) =>
    within(db, asSystem, async (tx) => {
      const row = await enquiries(tx).where("thing.reference", "=", reference).executeTakeFirst();
      return row && enquiryOf(row);
    }),
};

/** The enquiry that a mailed link or an event is about, whoever asks. */
export const enquiryById = (db: Db | Tx, id: string, { lock } = { lock: false }): Promise<Enquiry | undefined> =>
  within(db, asSystem, async (tx) => {
    if (lock) await tx.selectFrom("platform.thing").select("id").where("id", "=", id).forUpdate().execute();
    const row = await enquiries(tx).where("thing.id", "=", id).executeTakeFirst();
    return row && enquiryOf(row);
  });

/** The enquiry that a code belongs to, locked; an unknown reference and a wrong code cost and give the same. */
export const enquiryByClaim = (db: Tx, reference: string, hash: Buffer): Promise<Enquiry | undefined> =>
  within(db, asSystem, async (tx) => {
    await lockThing(tx, reference);
    const row = await enquiries(tx).where("thing.reference", "=", reference).where("enquiry.claim_hash", "=", hash).executeTakeFirst();
    return row && enquiryOf(row);
  });

const lockThing = (tx: Tx, reference: string): Promise<unknown> =>
  tx.selectFrom("platform.thing").select("id").where("reference", "=", reference).where("kind", "=", "enquiry").forUpdate().execute();

/**
 * The base of everything that shows or judges enquiries. The policy of the tables says who sees; it is asked here as well,
 * for a database whose user no policy holds.
 */
export const enquiries = (tx: Tx) =>
  tx
    .selectFrom("platform.thing as thing")
    .innerJoin("enquiries.enquiry as enquiry", "enquiry.id", "thing.id")
    .innerJoin("places.shown_area as area", "area.id", "thing.area")
    .leftJoin("enquiries.acknowledgement as acknowledgement", "acknowledgement.enquiry", "enquiry.id")
    .leftJoin("enquiries.proposal as proposal", "proposal.enquiry", "enquiry.id")
    .leftJoin("places.shown_locality as locality", "locality.id", "proposal.locality")
    .select([
      "enquiry.id",
      "thing.reference",
      "enquiry.subject",
      "enquiry.text",
      "enquiry.name",
      "enquiry.phone",
      "enquiry.call_when",
      "enquiry.mailbox",
      "enquiry.claim_hash",
      "thing.owner_person",
      "thing.area",
      "area.slug as area_slug",
      "area.name as area_name",
      "area.name_en as area_name_en",
      "area.contact_person",
      "area.contact_name",
      "enquiry.submitted_at",
      "thing.withdrawn_at",
      "enquiry.standing",
      "enquiry.acknowledge_by",
      "enquiry.answer_by",
      "enquiry.due_by",
      "acknowledgement.at as acknowledged_at",
      "proposal.title as proposed_title",
      "proposal.text as proposed_text",
      "proposal.person as proposed_by",
      "proposal.said",
      "locality.slug as proposed_where",
    ])
    .select([answersJson.as("answers"), turnsJson.as("turns"), notesJson.as("notes")])
    .where(sql<boolean>`enquiries.may_see(enquiry.id)`);

export type EnquiryRow = Awaited<ReturnType<ReturnType<typeof enquiries>["executeTakeFirstOrThrow"]>>;

export function enquiryOf(row: EnquiryRow): Enquiry {
  const answers = asAnswers(row.answers);
  const turns = asTurns(row.turns);
  return {
    id: row.id,
    reference: row.reference,
    subject: row.subject,
    text: row.text,
    name: row.name,
    phone: row.phone,
    callWhen: row.call_when,
    mailbox: row.mailbox,
    claimHash: row.claim_hash,
    ownerPerson: row.owner_person,
    area: row.area ?? "",
    areaSlug: row.area_slug ?? "",
    areaName: row.area_name ?? "",
    areaNameEn: row.area_name_en ?? "",
    contactPerson: row.contact_person ?? "",
    contactName: row.contact_name ?? "",
    submittedAt: row.submitted_at,
    escalated: turns.some(({ what }) => what === "escalated"),
    proposal:
      row.proposed_title === null || row.proposed_text === null || row.proposed_by === null
        ? null
        : { title: row.proposed_title, text: row.proposed_text, where: row.proposed_where, person: row.proposed_by },
    answers,
    turns,
    notes: row.notes.map(({ at, ...note }) => ({ ...note, at: new Date(at) })),
    withdrawn: row.withdrawn_at !== null,
    owned: row.owner_person !== null,
    hasMailbox: row.mailbox !== null,
    hasPhone: row.phone !== null,
    acknowledged: row.acknowledged_at !== null,
    postponed: answers.filter(({ status }) => status === "investigating").length,
    missed: turns.filter(({ what }) => what === "missed").length,
    standing: isStanding(row.standing) ? row.standing : "waiting",
    asked: row.proposed_title === null ? "not" : row.said === "yes" || row.said === "no" ? row.said : "asked",
    acknowledgeBy: row.acknowledge_by,
    answerBy: row.answer_by,
    dueBy: row.due_by,
  };
}
