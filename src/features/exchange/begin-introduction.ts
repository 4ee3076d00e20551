// SPDX-License-Identifier: EUPL-1.2
import { DatabaseError } from "pg";
import { personOf, type Actor } from "#platform/auth/actor.ts";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { addWorkingDays } from "#platform/clock/working-days.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Act } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { countContact } from "#features/matching/index.ts";
import { addressesOf, organisationsOf } from "#features/people/index.ts";
import { calendarOf } from "#features/places/index.ts";
import { lapseDays, otherSide, type Side } from "./introduction.ts";
import { isPartyKind, left, type Routing } from "./post.ts";
import { hasPost } from "./rules.ts";
import { must } from "./steps.ts";
import { post, type Post } from "./store.ts";
import { addFollowUp, closeFollowUp } from "./store-follow-up.ts";
import { sideOf, type Introduction } from "./store-introduction.ts";
import { addContact, addIntroduction, addReply, saidNoLately, type NewParty } from "./store-introduction-write.ts";
import { putIntoMatching } from "./store-matching.ts";
import { giveBack, holdPosts } from "./store-write.ts";
import { texts } from "./texts.ts";

type Moment = Pick<Act<unknown, unknown>, "tx" | "actor" | "now" | "ids" | "tell" | "note">;
type Choice = { shareEmail: boolean; sharePhone?: string | undefined; shareName?: string | undefined };

/** Which side of an introduction whoever stands behind a post is on. */
export const sideOfPost = (kind: Post["kind"]): Side => (kind === "offer" ? "giver" : "seeker");

/** Who stands behind a post, as they are shown. Nobody acts for one that is nobody's: a broker does. */
export const partyOfPost = (on: Post): NewParty => ({
  person: on.ownerPerson,
  organisation: on.ownerOrganisation,
  name: on.organisation?.name ?? on.shownName ?? texts("da")("a-citizen"),
  kind: on.partyKind,
});

/** Days in which nobody who was told no asks the same again. */
const peaceDays = 30;

/** Days of work in which a broker calls somebody who cannot be written to. */
export const callDays = 2;

/** Two posts, or a post and somebody without one, are brought together. Out: the reference. */
export async function begin(
  { tx, now, ids, tell, note, actor }: Moment,
  {
    posts,
    other,
    initiator,
    route,
    greeting,
    quantity,
  }: {
    posts: { offer: Post | undefined; need: Post | undefined };
    /** Who answers without a post. */
    other?: { side: Side; party: NewParty } | undefined;
    initiator: Side | "broker";
    route: Routing;
    greeting: string;
    quantity: number;
  },
): Promise<{ id: string; reference: string }> {
  const { offer, need } = posts;
  for (const one of [offer, need]) {
    if (!one) continue;
    must("introduce", one, now);
    if ((left(one) ?? quantity) < quantity) throw invalid({ quantity: "too-many" });
  }
  const giver = offer ? partyOfPost(offer) : other?.side === "giver" ? other.party : undefined;
  const seeker = need ? partyOfPost(need) : other?.side === "seeker" ? other.party : undefined;
  const anchor = need ?? offer;
  if (!giver || !seeker || !anchor) throw new Refusal(409, "not-a-side");
  if (isSame(giver, seeker)) throw new Refusal(409, "same-party");
  if (offer?.audience === "organisations" && seeker.kind === "citizen") throw new Refusal(409, "organisations-only");
  if (need?.audience === "organisations" && giver.kind === "citizen") throw new Refusal(409, "organisations-only");
  if (initiator !== "broker") {
    const since = addDays(localDayOf(now), -peaceDays);
    // Whoever said no themselves may think better of it.
    if (await saidNoLately(tx, { offer, need, giver, seeker, by: otherSide(initiator), since })) throw new Refusal(409, "said-no");
  }
  const id = ids.uuid();
  const reference = await addIntroduction(tx, {
    id,
    offer: offer?.id ?? null,
    need: need?.id ?? null,
    giver,
    seeker,
    initiator,
    route: mustBroker(offer, need) ? "brokered" : route,
    greeting,
    quantity,
    proposedBy: personOf(actor)?.id ?? null,
    area: anchor.area,
    lapsesOn: addDays(localDayOf(now), lapseDays),
    now,
  }).catch(onceAtATime(initiator));
  for (const one of [offer, need]) if (one) await countContact(tx, one.id);
  // Nobody needs to look for somebody any more.
  const person = initiator === "broker" ? (personOf(actor)?.id ?? null) : null;
  for (const one of [offer, need]) if (one) await closeFollowUp(tx, { thing: one.id, why: "no-contact", note: reference, person, now });
  // Whom nobody can write to is called.
  const silent = [giver, seeker].some(({ person, organisation }) => person === null && organisation === null);
  if (silent || route === "brokered" || mustBroker(offer, need)) {
    const dueOn = addWorkingDays(now, callDays, await calendarOf(tx)).day;
    await addFollowUp(tx, { id: ids.uuid(), thing: id, why: "call", dueOn, now });
  }
  tell({ name: "exchange.introduced", thing: id, data: { initiator } });
  note(id, { initiator, quantity });
  return { id, reference };
}

/** A broker who is one of the two leaves it to a colleague. */
export function notOwnCase(on: Introduction, actor: Actor): void {
  if (sideOf(on, actor) !== undefined) throw new Refusal(409, "own-case");
}

/** The database lets two be brought together once at a time, and whoever has no post ask once at a time. */
const onceAtATime =
  (initiator: Side | "broker") =>
  (error: unknown): never => {
    if (error instanceof DatabaseError && error.constraint?.startsWith("introduction_open_"))
      throw new Refusal(409, initiator === "broker" ? "brought-together-already" : "introduced-already");
    throw error;
  };

const mustBroker = (...posts: (Post | undefined)[]): boolean =>
  posts.some((one) => one !== undefined && (one.routing === "brokered" || (one.ownerPerson === null && one.ownerOrganisation === null)));

const isSame = (a: NewParty, b: NewParty): boolean =>
  a.organisation !== null || b.organisation !== null ? a.organisation === b.organisation : a.person !== null && a.person === b.person;

/** The other of two posts, of the other kind, as it stands while both are held still. Undefined where there is none to be seen. */
export async function otherPost({ tx, actor }: Pick<Moment, "tx" | "actor">, reference: string, target: Post): Promise<Post | undefined> {
  const found = await post.find(tx, reference, { actor, lock: false });
  if (!found || found.kind === target.kind) return undefined;
  await holdPosts(tx, [target.id, found.id]);
  return post.find(tx, reference, { actor, lock: false });
}

/** The post that somebody answers with: their own. */
export async function ownPost(moment: Pick<Moment, "tx" | "actor">, reference: string, target: Post): Promise<Post> {
  const own = await otherPost(moment, reference, target);
  if (!own || !hasPost.allows(moment.actor, own)) throw invalid({ from: "unknown" });
  return own;
}

/** Whom somebody stands for who answers without a post. */
export async function ownParty(tx: Tx, actor: Actor, organisation: string | undefined, now: Date): Promise<NewParty> {
  const person = personOf(actor);
  if (!person) throw new Refusal(403, "forbidden");
  if (organisation === undefined) return { person: person.id, organisation: null, name: firstNameOf(person.name), kind: "citizen" };
  const one = (await organisationsOf(tx, person.id, localDayOf(now))).find(({ slug }) => slug === organisation);
  if (!one) throw invalid({ organisation: "not-yours" });
  return { person: person.id, organisation: one.id, name: one.name, kind: isPartyKind(one.kind) ? one.kind : "group" };
}

/** What was taken of two posts and is not used after all: there is so much more of it again. */
export async function returnTaken(tx: Tx, { offer, need, quantity }: Pick<Introduction, "offer" | "need" | "quantity">): Promise<void> {
  for (const one of [offer, need]) {
    if (one === null) continue;
    await giveBack(tx, one.id, quantity);
    await putIntoMatching(tx, one.id);
  }
}

/** A side says yes, and how it wants to be reached: at least one way. `name`: as it is shown; more is not said unless it is written. */
export async function sayYes(
  { tx, actor, now }: Pick<Moment, "tx" | "actor" | "now">,
  { introduction, side, name }: { introduction: string; side: Side; name: string },
  choice: Choice,
): Promise<void> {
  const person = personOf(actor);
  if (!person) throw new Refusal(403, "forbidden");
  const box = choice.shareEmail ? (await addressesOf(tx, [person.id])).get(person.id) : undefined;
  if (box === undefined && choice.sharePhone === undefined) throw invalid({ shareEmail: "one-way" });
  await addReply(tx, { introduction, side, yes: true, byBroker: false, person: person.id, now });
  await addContact(tx, { introduction, side, name: choice.shareName ?? name, email: box?.address, phone: choice.sharePhone });
}
