// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { spend } from "#platform/auth/budget.ts";
import { operation, type Act } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { begin, notOwnCase, otherPost, ownParty, ownPost, partyOfPost, returnTaken, sayYes, sideOfPost } from "./begin-introduction.ts";
import { Agreed, Brokered, GaveUp, Introduced, Nothing, Replied, RepliedFor, Wrote } from "./input.ts";
import { afterYes, otherSide, whyNot, type Side, type Step } from "./introduction.ts";
import { brokers, hasPost, loggedIn, oneOfTwo, onlySystem, seesIntroduction } from "./rules.ts";
import { post } from "./store.ts";
import { closeFollowUp } from "./store-follow-up.ts";
import { introduction, sideOf, type Introduction } from "./store-introduction.ts";
import {
  addContact,
  addExchange,
  addMessage,
  addReply,
  messagesFrom,
  setExchangeStanding,
  setStanding,
  uncount,
} from "./store-introduction-write.ts";
import { putIntoMatching } from "./store-matching.ts";
import { take } from "./store-write.ts";

const moves = ["offer", "need", "introduction"];
/** So much is written to somebody who has not answered. */
const mostUnanswered = 2;
/** Somebody who writes to many at once is stopped before it becomes a nuisance. */
const budget = { what: "exchange.introduce", most: 20, seconds: 24 * 60 * 60 };

export function mustNow(step: Step, side: Side | undefined, on: Introduction, now: Date): void {
  const code = whyNot(step, side, on, localDayOf(now));
  if (code !== undefined) throw new Refusal(409, code);
}

/** Somebody answers a post: the other side is asked, and sees the greeting and no address. */
export const introduce = operation({
  name: "exchange.introduce",
  input: Introduced,
  on: post,
  may: loggedIn,
  audit: "introduction.proposed",
  api: "POST /posts/:reference/introductions",
  moves,
  budget,
  async run(act) {
    const { tx, actor, input, on, now } = act;
    if (hasPost.allows(actor, on)) throw new Refusal(409, "same-party");
    const mine = otherSide(sideOfPost(on.kind));
    const own = input.from === undefined ? undefined : await ownPost(act, input.from, on);
    const other = own ? undefined : { side: mine, party: await ownParty(tx, actor, input.organisation, now) };
    await spend(tx, idOf(actor), budget, now);
    const { id, reference } = await begin(act, {
      posts: on.kind === "offer" ? { offer: on, need: own } : { offer: own, need: on },
      other,
      initiator: mine,
      route: input.route ?? "direct",
      greeting: input.greeting,
      quantity: input.quantity ?? 1,
    });
    await sayYes(act, { introduction: id, side: mine, name: own ? partyOfPost(own).name : (other?.party.name ?? "") }, input);
    return { reference };
  },
});

/** A broker brings two posts together, and says why. Both are asked. */
export const bringTogether = operation({
  name: "exchange.bring-together",
  input: Brokered,
  on: post,
  may: brokers,
  audit: "introduction.brokered",
  api: "POST /posts/:reference/brokered-introductions",
  moves,
  async run(act) {
    const { input, on } = act;
    if (input.other === undefined) throw invalid({ other: "required" });
    const found = await otherPost(act, input.other, on);
    if (!found) throw invalid({ other: "unknown" });
    const { reference } = await begin(act, {
      posts: on.kind === "offer" ? { offer: on, need: found } : { offer: found, need: on },
      initiator: "broker",
      route: "direct",
      greeting: input.greeting,
      quantity: input.quantity ?? 1,
    });
    return { reference };
  },
});

/** One of the two says yes or no. With both yeses each gets what the other chose to share. */
export const reply = operation({
  name: "exchange.reply",
  input: Replied,
  on: introduction,
  may: oneOfTwo,
  audit: "introduction.replied",
  api: "POST /introductions/:reference/replies",
  moves,
  async run(act) {
    const { tx, actor, input, on, now, note } = act;
    const side = sideOf(on, actor);
    const yes = input.yes === "yes";
    mustNow(yes ? "accept" : "decline", side, on, now);
    if (side === undefined) throw new Refusal(409, "not-a-side");
    if (yes) {
      await sayYes(act, { introduction: on.id, side, name: on[side].name }, input);
      await afterReply(act, on, side);
    } else {
      await addReply(tx, { introduction: on.id, side, yes, reason: input.reason, byBroker: false, person: idOf(actor), now });
      await end(act, on, "declined", input.reason);
    }
    note(on.id, { yes });
    return { reference: on.reference };
  },
});

/** A broker writes down what somebody said who cannot be written to. */
export const replyFor = operation({
  name: "exchange.reply-for",
  input: RepliedFor,
  on: introduction,
  may: brokers,
  audit: "introduction.replied-for",
  api: "POST /introductions/:reference/spoken-replies",
  moves,
  async run(act) {
    const { tx, actor, input, on, now, note } = act;
    const yes = input.yes === "yes";
    notOwnCase(on, actor);
    mustNow(yes ? "accept" : "decline", input.side, on, now);
    const party = on[input.side];
    if (party.actors.length > 0 && on.route !== "brokered") throw new Refusal(409, "says-it-themselves");
    await addReply(tx, { introduction: on.id, side: input.side, yes, reason: input.reason, byBroker: true, person: idOf(actor), now });
    if (!yes || !mustBeCalled(on, otherSide(input.side)))
      await closeFollowUp(tx, { thing: on.id, why: "call", note: yes ? "ja" : "nej", person: idOf(actor), now });
    if (yes) {
      if (input.email === undefined && input.phone === undefined) throw invalid({ phone: "one-way" });
      const name = input.shareName ?? party.name;
      await addContact(tx, { introduction: on.id, side: input.side, name, email: input.email, phone: input.phone });
      await afterReply(act, on, input.side);
    } else {
      await end(act, on, "declined", input.reason);
    }
    note(on.id, { yes, side: input.side });
    return { reference: on.reference };
  },
});

/** Has not answered, and got no mail to answer. */
const mustBeCalled = (on: Introduction, side: Side): boolean =>
  on.said[side] === undefined && (on[side].actors.length === 0 || (on.route === "brokered" && on.initiator !== "broker"));

type Moment = Pick<Act<unknown, unknown>, "tx" | "now" | "tell">;

/** With both yeses what there is is taken, and the two are told of each other. */
async function afterReply({ tx, now, tell }: Moment, on: Introduction, side: Side): Promise<void> {
  if (afterYes(on, side) !== "accepted") return tell({ name: "exchange.half-accepted", thing: on.id, data: { side } });
  for (const one of [on.offer, on.need]) {
    if (one === null) continue;
    if (!(await take(tx, one.id, on.quantity))) throw new Refusal(409, "all-given");
    await putIntoMatching(tx, one.id);
  }
  await setStanding(tx, on.id, "accepted", { now });
  tell({ name: "exchange.accepted", thing: on.id });
}

/** It comes to nothing: what was taken is given back, and nobody keeps anybody's number. */
async function end(
  { tx, now, tell }: Moment,
  on: Introduction,
  standing: "declined" | "lapsed" | "withdrawn" | "no-agreement",
  reason: string | undefined,
): Promise<void> {
  if (on.acceptedAt !== null) await returnTaken(tx, on);
  // Nobody was asked who could have answered: it counts as nothing.
  if (standing === "withdrawn") await uncount(tx, on);
  await setStanding(tx, on.id, standing, { now, reason });
  tell({ name: standing === "withdrawn" ? "exchange.withdrawn-introduction" : `exchange.${standing}`, thing: on.id });
}

/** Whoever began takes it back, while the other has not answered. */
export const withdraw = operation({
  name: "exchange.withdraw-introduction",
  input: Nothing,
  on: introduction,
  may: seesIntroduction,
  audit: "introduction.withdrawn",
  api: "POST /introductions/:reference/withdrawal",
  moves,
  async run(act) {
    const { actor, on, now, note } = act;
    const began = on.initiator === "broker" ? brokers.allows(actor, on) : sideOf(on, actor) === on.initiator;
    if (!began) throw new Refusal(403, "forbidden");
    mustNow("withdraw", undefined, on, now);
    await end(act, on, "withdrawn", undefined);
    note(on.id);
    return { reference: on.reference };
  },
});

/** The clock: nobody answered in fourteen days. */
export const lapse = operation({
  name: "exchange.lapse",
  input: Nothing,
  on: introduction,
  may: onlySystem,
  audit: "introduction.lapsed",
  api: false,
  moves,
  async run(act) {
    mustNow("lapse", undefined, act.on, act.now);
    await end(act, act.on, "lapsed", undefined);
    act.note(act.on.id);
    return { reference: act.on.reference };
  },
});

/** A line to the other by way of the site. */
export const write = operation({
  name: "exchange.write",
  input: Wrote,
  on: introduction,
  may: seesIntroduction,
  audit: "introduction.message",
  api: "POST /introductions/:reference/messages",
  moves: [],
  budget: { what: "exchange.write", most: 60, seconds: 24 * 60 * 60 },
  async run({ tx, actor, input, on, now, ids, tell, note }) {
    const side = sideOf(on, actor);
    mustNow("write", side, on, now);
    if (side === undefined && on.route !== "brokered") throw new Refusal(403, "forbidden");
    if (on.standing === "proposed" && side === on.initiator && (await messagesFrom(tx, on.id, side)) >= mostUnanswered)
      throw new Refusal(409, "wait-for-answer");
    const id = ids.uuid();
    await addMessage(tx, { id, introduction: on.id, side: side ?? "broker", text: input.text, person: idOf(actor), now });
    tell({ name: "exchange.wrote", thing: on.id, data: { message: id, side: side ?? "broker" } });
    note(on.id);
    return { reference: on.reference };
  },
});

/** What they agreed on, and when. */
export const agree = operation({
  name: "exchange.agree",
  input: Agreed,
  on: introduction,
  may: oneOfTwo,
  audit: "introduction.agreed",
  api: "POST /introductions/:reference/agreement",
  moves,
  async run({ tx, actor, input, on, now, tell, note }) {
    mustNow("agree", sideOf(on, actor), on, now);
    const today = localDayOf(now);
    if (input.onDay === undefined) throw invalid({ onDay: "required" });
    if (input.onDay < today) throw invalid({ onDay: "past" });
    if (input.onDay > addDays(today, 730)) throw invalid({ onDay: "too-late" });
    await addExchange(tx, { introduction: on.id, what: input.what, onDay: input.onDay, person: idOf(actor), now });
    await setStanding(tx, on.id, "agreed", { now });
    tell({ name: "exchange.agreed", thing: on.id });
    note(on.id, { onDay: input.onDay });
    return { reference: on.reference };
  },
});

/** It came to nothing after all. */
export const giveUp = operation({
  name: "exchange.give-up",
  input: GaveUp,
  on: introduction,
  may: oneOfTwo,
  audit: "introduction.given-up",
  api: "POST /introductions/:reference/end",
  moves,
  async run(act) {
    const { tx, actor, input, on, now, note } = act;
    mustNow("give-up", sideOf(on, actor), on, now);
    if (on.exchange) await setExchangeStanding(tx, on.id, "cancelled", null);
    await end(act, on, "no-agreement", input.reason);
    note(on.id);
    return { reference: on.reference };
  },
});

export const introductionOperations = [introduce, bringTogether, reply, replyFor, withdraw, lapse, write, agree, giveUp];
