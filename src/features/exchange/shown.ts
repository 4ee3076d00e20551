// SPDX-License-Identifier: EUPL-1.2
import { personOf, type Actor } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { keepAs } from "#platform/db/kept.ts";
import { withRoleToday } from "#features/people/index.ts";
import { left, shownStatus } from "./post.ts";
import { brokers, hasPost } from "./rules.ts";
import type { Post } from "./store.ts";
import { fromBits } from "./weekdays.ts";

/** Who brings people together today: the first of the secretariat. Undefined only where a municipality has none. */
export function brokerToday(db: Db | Tx, now: Date): Promise<{ id: string; name: string } | undefined> {
  const today = localDayOf(now);
  return keepAs(db, { kinds: ["person"], key: `exchange.broker/${today}` }, async (read) => {
    const [first] = await withRoleToday(read, "secretariat", today);
    if (first === undefined) return undefined;
    const row = await read.selectFrom("people.shown").select("name").where("id", "=", first).executeTakeFirst();
    return { id: first, name: row?.name ?? "" };
  });
}

/** What a page may show of a post. Ids stay inside; what only its writer or a broker needs is left out for others. */
export function shown(on: Post, { broker, actor, now }: { broker: { name: string } | undefined; actor: Actor; now: Date }) {
  const mine = hasPost.allows(actor, on);
  const keeps = brokers.allows(actor, on);
  return {
    reference: on.reference,
    kind: on.kind,
    title: on.title,
    text: on.text,
    type: on.type,
    shownName: on.shownName,
    organisation: on.organisation && { slug: on.organisation.slug, name: on.organisation.name },
    partyKind: on.partyKind,
    place: on.localitySlug === null ? null : { slug: on.localitySlug, name: on.localityName ?? "" },
    remote: on.remote,
    reachKm: on.reachKm,
    weekdays: fromBits(on.weekdays),
    fromDay: on.fromDay,
    untilDay: on.untilDay,
    persons: on.persons,
    quantity: on.quantity,
    left: left(on),
    audience: on.audience,
    minAge: on.minAge,
    credential: on.credential,
    routing: on.routing,
    status: shownStatus(on, localDayOf(now)),
    submittedAt: on.submittedAt,
    publishedAt: on.publishedAt,
    closedAt: on.closedAt,
    expiresOn: on.expiresOn,
    lookBy: on.lookBy,
    renewals: on.renewals,
    edits: on.edits,
    /** How many have been brought together over it, and when first: never who. */
    contacts: on.contacts,
    firstContactAt: on.firstContactAt,
    public: on.public,
    origin: on.origin && { source: on.origin.source, fetchedOn: on.origin.fetchedOn },
    externalId: on.origin?.externalId ?? null,
    broker: broker?.name,
    area: { slug: on.areaSlug, name: on.areaName, nameEn: on.areaNameEn },
    mine,
    keeps,
    owned: on.owned,
    loggedIn: personOf(actor) !== undefined,
    claimable: !on.owned && on.origin === null,
    hasMailbox: keeps ? on.hasMailbox : undefined,
    phone: keeps ? on.phone : undefined,
    refusedReason: keeps || mine ? on.refusedReason : undefined,
  };
}

export type Shown = ReturnType<typeof shown>;

export const shownBy = async (db: Db, on: Post, actor: Actor, now: Date): Promise<Shown> =>
  shown(on, { broker: await brokerToday(db, now), actor, now });
