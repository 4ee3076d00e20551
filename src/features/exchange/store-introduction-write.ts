// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { countContact } from "#features/matching/index.ts";
import { addThing } from "#platform/db/things.ts";
import type { ExchangeStanding, Side, Standing } from "./introduction.ts";
import type { PartyKind, Routing } from "./post.ts";
import { overNote } from "./store-follow-up.ts";

export type NewParty = { person: string | null; organisation: string | null; name: string; kind: PartyKind };

export type NewIntroduction = {
  id: string;
  offer: string | null;
  need: string | null;
  registered?: boolean;
  giver: NewParty;
  seeker: NewParty;
  initiator: Side | "broker";
  route: Routing;
  greeting: string;
  quantity: number;
  proposedBy: string | null;
  area: string | null;
  lapsesOn: LocalDay;
  standing?: Standing;
  now: Date;
};

/** Two are brought together: the row, and one contact more on each of the posts. Out: its reference. */
export async function addIntroduction(tx: Tx, one: NewIntroduction): Promise<string> {
  const posts = [one.offer, one.need].filter((post) => post !== null);
  const own = tx.insertInto("exchange.introduction").values({
    id: one.id,
    offer: one.offer,
    need: one.need,
    registered: one.registered ?? false,
    giver_person: one.giver.person,
    giver_organisation: one.giver.organisation,
    seeker_person: one.seeker.person,
    seeker_organisation: one.seeker.organisation,
    giver_name: one.giver.name,
    seeker_name: one.seeker.name,
    giver_kind: one.giver.kind,
    seeker_kind: one.seeker.kind,
    initiator: one.initiator,
    route: one.route,
    greeting: one.greeting,
    quantity: one.quantity,
    proposed_by: one.proposedBy,
    proposed_at: one.now,
    lapses_on: one.lapsesOn,
    standing: one.standing ?? "proposed",
    accepted_at: one.standing === undefined ? null : one.now,
  });
  const reference = await addThing(
    tx,
    {
      id: one.id,
      kind: "introduction",
      letter: "F",
      visibility: "private",
      locality: undefined,
      area: one.area ?? undefined,
      themes: [],
      now: one.now,
      year: Number(localDayOf(one.now).slice(0, 4)),
    },
    own,
  );
  for (const post of posts) {
    await sql`UPDATE exchange.post SET contacts = contacts + 1, first_contact_at = coalesce(first_contact_at, ${one.now}) WHERE id = ${post}`.execute(
      tx,
    );
  }
  return reference;
}

/** What was taken back before an answer is no contact. */
export async function uncount(tx: Tx, { offer, need }: { offer: { id: string } | null; need: { id: string } | null }): Promise<void> {
  for (const post of [offer, need]) {
    if (post === null) continue;
    await sql`UPDATE exchange.post SET contacts = contacts - 1, first_contact_at = CASE WHEN contacts > 1 THEN first_contact_at END
      WHERE id = ${post.id} AND contacts > 0`.execute(tx);
    await countContact(tx, post.id, -1);
  }
}

/** How much a side has written. */
export const messagesFrom = (tx: Tx, introduction: string, side: Side): Promise<number> =>
  within(tx, asSystem, async (inside) => {
    const { count } = await inside
      .selectFrom("exchange.message")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("introduction", "=", introduction)
      .where("side", "=", side)
      .executeTakeFirstOrThrow();
    return Number(count);
  });

type Whose = { person: string | null; organisation: string | null };

/** Whether a side said no to the same other over the same post since a day. */
export const saidNoLately = (
  tx: Tx,
  {
    offer,
    need,
    giver,
    seeker,
    by,
    since,
  }: { offer: { id: string } | undefined; need: { id: string } | undefined; giver: Whose; seeker: Whose; by: Side; since: LocalDay },
): Promise<boolean> =>
  within(tx, asSystem, async (inside) => {
    const same = (
      side: Side,
      { person, organisation }: Whose,
    ) => sql`(${sql.ref(`${side}_organisation`)} IS NOT DISTINCT FROM ${organisation}::uuid
      AND (${organisation}::uuid IS NOT NULL OR ${sql.ref(`${side}_person`)} IS NOT DISTINCT FROM ${person}::uuid))`;
    const { rows } = await sql`SELECT 1 FROM exchange.introduction
      WHERE standing = 'declined' AND ended_at >= ${since}::date AND (offer = ${offer?.id ?? null} OR need = ${need?.id ?? null})
        AND ${same("giver", giver)} AND ${same("seeker", seeker)}
        AND EXISTS (SELECT FROM exchange.reply WHERE reply.introduction = introduction.id AND reply.side = ${by} AND NOT reply.yes) LIMIT 1`.execute(
      inside,
    );
    return rows.length > 0;
  });

export const addReply = (
  tx: Tx,
  reply: {
    introduction: string;
    side: Side;
    yes: boolean;
    reason?: string | undefined;
    byBroker: boolean;
    person: string | null;
    now: Date;
  },
): Promise<unknown> =>
  tx
    .insertInto("exchange.reply")
    .values({
      introduction: reply.introduction,
      side: reply.side,
      yes: reply.yes,
      reason: reply.reason ?? null,
      by_broker: reply.byBroker,
      person: reply.person,
      at: reply.now,
    })
    .execute();

export const addContact = (
  tx: Tx,
  contact: { introduction: string; side: Side; name: string; email: string | undefined; phone: string | undefined },
): Promise<unknown> =>
  tx
    .insertInto("exchange.contact")
    .values({ ...contact, email: contact.email ?? null, phone: contact.phone ?? null })
    .execute();

/** A new standing: nobody need be called, or waited for, any more. What came to nothing keeps no contact data. */
export async function setStanding(
  tx: Tx,
  introduction: string,
  standing: Standing,
  { now, reason }: { now: Date; reason?: string | undefined },
): Promise<void> {
  const ends = standing !== "accepted" && standing !== "agreed";
  const over = ends
    ? (["call", "silence", "not-agreed", "no-outcome"] as const)
    : standing === "agreed"
      ? (["call", "silence", "not-agreed"] as const)
      : (["call", "silence"] as const);
  await within(tx, asSystem, async (inside) => {
    await inside
      .updateTable("exchange.introduction")
      .set({
        standing,
        ...(standing === "accepted" ? { accepted_at: now } : {}),
        ...(ends ? { ended_at: now, end_reason: reason ?? null } : {}),
      })
      .where("id", "=", introduction)
      .execute();
    await inside
      .updateTable("exchange.follow_up")
      .set({ done_at: now, note: overNote })
      .where("thing", "=", introduction)
      .where("why", "in", over)
      .where("done_at", "is", null)
      .execute();
    if (ends && standing !== "done") await inside.deleteFrom("exchange.contact").where("introduction", "=", introduction).execute();
  });
}

export const addMessage = (
  tx: Tx,
  message: { id: string; introduction: string; side: Side | "broker"; text: string; person: string; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("exchange.message")
    .values({
      id: message.id,
      introduction: message.introduction,
      side: message.side,
      text: message.text,
      person: message.person,
      at: message.now,
    })
    .execute();

/** What they agreed on. */
export const addExchange = (
  tx: Tx,
  deal: { introduction: string; what: string; onDay: LocalDay; person: string | null; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("exchange.exchange")
    .values({ introduction: deal.introduction, what: deal.what, on_day: deal.onDay, person: deal.person, at: deal.now })
    .execute();

export const setExchangeStanding = (tx: Tx, introduction: string, standing: ExchangeStanding, happened: boolean | null): Promise<unknown> =>
  within(tx, asSystem, (inside) =>
    inside.updateTable("exchange.exchange").set({ standing, happened }).where("introduction", "=", introduction).execute(),
  );

/** Both were asked how it went. Out: whether it is new. */
export const setAsked = (tx: Tx, introduction: string, now: Date): Promise<boolean> =>
  within(tx, asSystem, async (inside) => {
    const { numUpdatedRows } = await inside
      .updateTable("exchange.exchange")
      .set({ asked_at: now })
      .where("introduction", "=", introduction)
      .where("asked_at", "is", null)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  });

export const addOutcome = (
  tx: Tx,
  outcome: {
    introduction: string;
    side: Side;
    happened: boolean;
    minutes: number | undefined;
    byBroker: boolean;
    person: string | null;
    now: Date;
  },
): Promise<unknown> =>
  tx
    .insertInto("exchange.outcome")
    .values({
      introduction: outcome.introduction,
      side: outcome.side,
      happened: outcome.happened,
      minutes: outcome.happened ? (outcome.minutes ?? null) : null,
      by_broker: outcome.byBroker,
      person: outcome.person,
      at: outcome.now,
    })
    .execute();

export const addResolution = (
  tx: Tx,
  resolution: { introduction: string; happened: boolean; note: string; person: string; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("exchange.resolution")
    .values({
      introduction: resolution.introduction,
      happened: resolution.happened,
      note: resolution.note,
      person: resolution.person,
      at: resolution.now,
    })
    .execute();

export const addAppreciation = (
  tx: Tx,
  thanks: { introduction: string; side: Side; text: string; public: boolean; person: string | null; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("exchange.appreciation")
    .values({
      introduction: thanks.introduction,
      side: thanks.side,
      text: thanks.text,
      public: thanks.public,
      person: thanks.person,
      at: thanks.now,
    })
    .execute();
