// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { personOf, type Actor } from "#platform/auth/actor.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { asSystem, scopeOf, within } from "#platform/db/scope.ts";
import type { Finder } from "#platform/operations/operation.ts";
import { isExchangeStanding, isStanding, type Side, type State } from "./introduction.ts";
import { isPartyKind, type PartyKind, type Routing } from "./post.ts";

/** One of the two: who they are, and who acts for them now. */
export type Party = {
  name: string;
  kind: PartyKind;
  person: string | null;
  organisation: string | null;
  /** Who acts for this side: the person, or who speaks for the organisation. Nobody where a broker has to. */
  actors: string[];
  reply: { yes: boolean; reason: string | null; byBroker: boolean; at: Date } | undefined;
  outcome: { happened: boolean; minutes: number | null; at: Date } | undefined;
  thanks: { text: string; public: boolean; at: Date } | undefined;
};

export type PostRef = { id: string; reference: string; title: string };

/** One introduction with what the rules and every page need of it. Contact data and messages are asked for apart. */
export type Introduction = State & {
  id: string;
  reference: string;
  area: string;
  offer: PostRef | null;
  need: PostRef | null;
  giver: Party;
  seeker: Party;
  route: Routing;
  greeting: string;
  quantity: number;
  proposedBy: string | null;
  proposedAt: Date;
  acceptedAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
  what: string | null;
  askedAt: Date | null;
  resolution: { happened: boolean; note: string } | undefined;
};

/** There for the two, and for who brokers; for all others there is nothing. */
export const introduction: Finder<Introduction> = {
  kind: "introduction",
  find: (db, reference, { actor, lock }) =>
    within(db, scopeOf(actor), async (tx) => {
      if (lock) await lockThing(tx, sql`reference = ${reference}`);
      return one(tx, sql`thing.reference = ${reference}`);
    }),
};

/** Whoever asks: for events, jobs, and links that prove in another way that they may see it. */
export const introductionById = (db: Db | Tx, id: string, { lock } = { lock: false }): Promise<Introduction | undefined> =>
  within(db, asSystem, async (tx) => {
    if (lock) await lockThing(tx, sql`id = ${id}`);
    return one(tx, sql`thing.id = ${id}`);
  });

/** Those that a statement finds, newest first. In: which, over `introduction` and `thing`; seen in whose scope the transaction has. */
export async function introductionsWhere(tx: Tx, which: ReturnType<typeof sql>, most: number): Promise<Introduction[]> {
  const { rows } =
    await sql<Row>`${select} WHERE ${which} ORDER BY introduction.proposed_at DESC, introduction.id LIMIT ${sql.lit(most)}`.execute(tx);
  return rows.map(introductionOf);
}

const lockThing = (tx: Tx, which: ReturnType<typeof sql>): Promise<unknown> =>
  sql`SELECT FROM platform.thing WHERE ${which} AND kind = 'introduction' FOR UPDATE`.execute(tx);

/** Which side somebody acts for; undefined for a broker. */
export function sideOf({ giver, seeker }: Pick<Introduction, "giver" | "seeker">, actor: Actor): Side | undefined {
  const person = personOf(actor)?.id;
  if (person === undefined) return undefined;
  if (giver.actors.includes(person)) return "giver";
  return seeker.actors.includes(person) ? "seeker" : undefined;
}

export type Contact = { side: Side; name: string; email: string | null; phone: string | null };
export type Message = { side: Side | "broker"; text: string; at: Date };

/** What of contact data and messages the one who asks may see: the database's own policies decide. */
export const wordsOf = (db: Db | Tx, actor: Actor, id: string): Promise<{ contacts: Contact[]; messages: Message[] }> =>
  within(db, scopeOf(actor), async (tx) => {
    const { rows } = await sql<{ contacts: Contact[]; messages: (Omit<Message, "at"> & { at: string })[] }>`
      SELECT (SELECT coalesce(json_agg(json_build_object('side', side, 'name', name, 'email', email, 'phone', phone) ORDER BY side), '[]')
          FROM exchange.contact WHERE contact.introduction = ${id}) AS contacts,
        (SELECT coalesce(json_agg(json_build_object('side', side, 'text', text, 'at', at) ORDER BY at, id), '[]')
          FROM exchange.message WHERE message.introduction = ${id}) AS messages`.execute(tx);
    const [row] = rows;
    return {
      contacts: row?.contacts ?? [],
      messages: (row?.messages ?? []).map(({ at, ...message }) => ({ ...message, at: new Date(at) })),
    };
  });

/** Both sides' contact data, for the letters that tell them. */
export const contactsOf = (db: Db | Tx, id: string): Promise<Contact[]> =>
  within(db, asSystem, async (tx) => {
    const { rows } = await sql<Contact>`SELECT side, name, email, phone FROM exchange.contact WHERE introduction = ${id}`.execute(tx);
    return rows;
  });

const speakers = (organisation: ReturnType<typeof sql>, person: ReturnType<typeof sql>) => sql`
  CASE WHEN ${organisation} IS NULL THEN array_remove(ARRAY[${person}], NULL)
  ELSE ARRAY(SELECT speaker.person FROM people.shown_speaker speaker WHERE speaker.organisation = ${organisation}
    AND speaker.from_day <= (now() AT TIME ZONE 'Europe/Copenhagen')::date AND coalesce(speaker.until_day >= (now() AT TIME ZONE 'Europe/Copenhagen')::date, true)) END`;

const sideJson = (side: Side) => sql`
  (SELECT json_build_object(
    'reply', (SELECT json_build_object('yes', yes, 'reason', reason, 'byBroker', by_broker, 'at', at) FROM exchange.reply
      WHERE reply.introduction = introduction.id AND reply.side = ${sql.lit(side)}),
    'outcome', (SELECT json_build_object('happened', happened, 'minutes', minutes, 'at', at) FROM exchange.outcome
      WHERE outcome.introduction = introduction.id AND outcome.side = ${sql.lit(side)}),
    'thanks', (SELECT json_build_object('text', text, 'public', public, 'at', at) FROM exchange.appreciation
      WHERE appreciation.introduction = introduction.id AND appreciation.side = ${sql.lit(side)})))`;

/** One statement for all that is shown of introductions. The policies of the tables say who sees. */
const select = sql`
  SELECT introduction.*, thing.reference, thing.area,
    coalesce(offer.closed IN ('removed', 'withdrawn'), false) OR coalesce(need.closed IN ('removed', 'withdrawn'), false) AS gone,
    offer_thing.reference AS offer_reference, offer.title AS offer_title, need_thing.reference AS need_reference, need.title AS need_title,
    ${speakers(sql`introduction.giver_organisation`, sql`introduction.giver_person`)} AS giver_actors,
    ${speakers(sql`introduction.seeker_organisation`, sql`introduction.seeker_person`)} AS seeker_actors,
    ${sideJson("giver")} AS giver_said, ${sideJson("seeker")} AS seeker_said,
    deal.what, deal.on_day, deal.standing AS exchange_standing, deal.asked_at,
    resolution.happened AS resolved_happened, resolution.note AS resolved_note
  FROM exchange.introduction
  JOIN platform.thing ON thing.id = introduction.id
  LEFT JOIN exchange.post offer ON offer.id = introduction.offer
  LEFT JOIN platform.thing offer_thing ON offer_thing.id = introduction.offer
  LEFT JOIN exchange.post need ON need.id = introduction.need
  LEFT JOIN platform.thing need_thing ON need_thing.id = introduction.need
  LEFT JOIN exchange.exchange deal ON deal.introduction = introduction.id
  LEFT JOIN exchange.resolution ON resolution.introduction = introduction.id`;

async function one(tx: Tx, which: ReturnType<typeof sql>): Promise<Introduction | undefined> {
  const { rows } = await sql<Row>`${select} WHERE ${which}`.execute(tx);
  const [row] = rows;
  return row && introductionOf(row);
}

type Said = {
  reply: { yes: boolean; reason: string | null; byBroker: boolean; at: string } | null;
  outcome: { happened: boolean; minutes: number | null; at: string } | null;
  thanks: { text: string; public: boolean; at: string } | null;
};
type Row = {
  id: string;
  reference: string;
  area: string | null;
  offer: string | null;
  need: string | null;
  offer_reference: string | null;
  offer_title: string | null;
  need_reference: string | null;
  need_title: string | null;
  registered: boolean;
  gone: boolean;
  giver_person: string | null;
  giver_organisation: string | null;
  seeker_person: string | null;
  seeker_organisation: string | null;
  giver_name: string;
  seeker_name: string;
  giver_kind: string;
  seeker_kind: string;
  giver_actors: string[];
  seeker_actors: string[];
  giver_said: Said;
  seeker_said: Said;
  initiator: Side | "broker";
  route: Routing;
  greeting: string;
  quantity: number;
  proposed_by: string | null;
  proposed_at: Date;
  lapses_on: LocalDay;
  standing: string;
  accepted_at: Date | null;
  ended_at: Date | null;
  end_reason: string | null;
  what: string | null;
  on_day: LocalDay | null;
  exchange_standing: string | null;
  asked_at: Date | null;
  resolved_happened: boolean | null;
  resolved_note: string | null;
};

function introductionOf(row: Row): Introduction {
  const giver = partyOf(row, "giver");
  const seeker = partyOf(row, "seeker");
  return {
    id: row.id,
    reference: row.reference,
    area: row.area ?? "",
    offer: refOf(row.offer, row.offer_reference, row.offer_title),
    need: refOf(row.need, row.need_reference, row.need_title),
    registered: row.registered,
    gone: row.gone,
    giver,
    seeker,
    initiator: row.initiator,
    route: row.route,
    greeting: row.greeting,
    quantity: row.quantity,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    acceptedAt: row.accepted_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    lapsesOn: row.lapses_on,
    standing: isStanding(row.standing) ? row.standing : "proposed",
    said: { giver: giver.reply?.yes, seeker: seeker.reply?.yes },
    what: row.what,
    askedAt: row.asked_at,
    exchange:
      row.on_day === null
        ? undefined
        : {
            standing: isExchangeStanding(row.exchange_standing) ? row.exchange_standing : "planned",
            onDay: row.on_day,
            happened: { giver: giver.outcome?.happened, seeker: seeker.outcome?.happened },
            thanked: { giver: giver.thanks !== undefined, seeker: seeker.thanks !== undefined },
          },
    resolution: row.resolved_happened === null ? undefined : { happened: row.resolved_happened, note: row.resolved_note ?? "" },
  };
}

const refOf = (id: string | null, reference: string | null, title: string | null): PostRef | null =>
  id === null || reference === null ? null : { id, reference, title: title ?? "" };

function partyOf(row: Row, side: Side): Party {
  const [said, kind] = side === "giver" ? [row.giver_said, row.giver_kind] : [row.seeker_said, row.seeker_kind];
  return {
    name: side === "giver" ? row.giver_name : row.seeker_name,
    kind: isPartyKind(kind) ? kind : "citizen",
    person: side === "giver" ? row.giver_person : row.seeker_person,
    organisation: side === "giver" ? row.giver_organisation : row.seeker_organisation,
    actors: side === "giver" ? row.giver_actors : row.seeker_actors,
    reply: said.reply === null ? undefined : { ...said.reply, at: new Date(said.reply.at) },
    outcome: said.outcome === null ? undefined : { ...said.outcome, at: new Date(said.outcome.at) },
    thanks: said.thanks === null ? undefined : { ...said.thanks, at: new Date(said.thanks.at) },
  };
}
