// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { operation, type Act } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { giveAnswer } from "#features/feedback/index.ts";
import { notOwnCase, ownParty, returnTaken } from "./begin-introduction.ts";
import { FollowedUp, Helped, Nothing, Resolved, Thanked, ToldOutcome } from "./input.ts";
import { afterOutcome, isKnown, otherSide, outcomeDays, silenceDays, whySilent, type Side } from "./introduction.ts";
import { mustNow } from "./operations-introduction.ts";
import { brokers, loggedIn, oneOfTwo, onlySystem } from "./rules.ts";
import { addFollowUp, closeFollowUp } from "./store-follow-up.ts";
import { introduction, sideOf, type Introduction } from "./store-introduction.ts";
import {
  addAppreciation,
  addExchange,
  addIntroduction,
  addOutcome,
  addResolution,
  setAsked,
  setExchangeStanding,
  setStanding,
} from "./store-introduction-write.ts";
import { organisationNamed } from "./store-party.ts";

const moves = ["offer", "need", "introduction"];
type Moment = Pick<Act<unknown, unknown>, "tx" | "now" | "ids" | "tell">;

/** One of the two says whether it came about, and how it went. */
export const tellOutcome = operation({
  name: "exchange.tell-outcome",
  input: ToldOutcome,
  on: introduction,
  may: oneOfTwo,
  audit: "exchange.outcome",
  api: "POST /introductions/:reference/outcomes",
  moves,
  async run(act) {
    const { tx, actor, input, on, now, note } = act;
    const side = sideOf(on, actor);
    mustNow("tell-outcome", side, on, now);
    if (side === undefined || on.exchange === undefined) throw new Refusal(409, "not-a-side");
    const happened = input.happened === "yes";
    const minutes = input.hours === undefined ? undefined : Math.round(input.hours * 60);
    await addOutcome(tx, { introduction: on.id, side, happened, minutes, byBroker: false, person: idOf(actor), now });
    if (input.score !== undefined) {
      const said = { score: Number(input.score), line: input.line };
      await giveAnswer(tx, {
        ids: act.ids,
        now,
        occasion: "exchange.outcome-asked",
        thing: on.id,
        person: idOf(actor),
        area: null,
        ...said,
      });
    }
    if (input.thanks !== undefined && happened)
      await thankNow(act, on, side, { text: input.thanks, public: input.thanksPublic, person: idOf(actor) });
    await come(act, on, side, happened);
    note(on.id, { happened });
    return { reference: on.reference };
  },
});

/** What one side says of the whole, and what then stands. */
async function come({ tx, now, ids, tell }: Moment, on: Introduction, side: Side, happened: boolean): Promise<void> {
  if (on.exchange === undefined) return;
  const standing = afterOutcome(on.exchange, side, happened);
  await setExchangeStanding(tx, on.id, standing, isKnown(standing) ? happened : null);
  if (standing === "disputed") {
    await addFollowUp(tx, { id: ids.uuid(), thing: on.id, why: "disputed", dueOn: addDays(localDayOf(now), silenceDays), now });
    return tell({ name: "exchange.disputed", thing: on.id });
  }
  if (isKnown(standing)) return done({ tx, now, ids, tell }, on, happened);
  // With nobody to ask at the other end there is nothing more to wait for.
  if (on[otherSide(side)].actors.length === 0 && on.registered) return;
  tell({ name: "exchange.told-outcome", thing: on.id, data: { side } });
}

async function done({ tx, now, tell }: Moment, on: Introduction, happened: boolean): Promise<void> {
  if (!happened) await returnTaken(tx, on);
  await setStanding(tx, on.id, "done", { now });
  tell({ name: "exchange.done", thing: on.id, data: { happened } });
}

/** A broker has asked both, and writes down what was so. */
export const resolve = operation({
  name: "exchange.resolve",
  input: Resolved,
  on: introduction,
  may: brokers,
  audit: "exchange.resolved",
  api: "POST /introductions/:reference/resolution",
  moves,
  async run(act) {
    const { tx, actor, input, on, now, note } = act;
    notOwnCase(on, actor);
    mustNow("resolve", undefined, on, now);
    const happened = input.happened === "yes";
    await addResolution(tx, { introduction: on.id, happened, note: input.note, person: idOf(actor), now });
    await setExchangeStanding(tx, on.id, "resolved", happened);
    for (const why of ["disputed", "no-outcome"] as const)
      await closeFollowUp(tx, { thing: on.id, why, note: input.note, person: idOf(actor), now });
    await done(act, on, happened);
    note(on.id, { happened });
    return { reference: on.reference };
  },
});

/** Thanks from one to the other; public only with a yes of its own. */
export const thank = operation({
  name: "exchange.thank",
  input: Thanked,
  on: introduction,
  may: oneOfTwo,
  audit: "exchange.thanked",
  api: "POST /introductions/:reference/thanks",
  moves,
  async run(act) {
    const { actor, input, on, now, note } = act;
    const side = sideOf(on, actor);
    mustNow("thank", side, on, now);
    if (side === undefined) throw new Refusal(409, "not-a-side");
    await thankNow(act, on, side, { ...input, person: idOf(actor) });
    note(on.id, { public: input.public });
    return { reference: on.reference };
  },
});

async function thankNow(
  { tx, now, tell }: Moment,
  on: Introduction,
  side: Side,
  thanks: { text: string; public: boolean; person: string },
): Promise<void> {
  if (on.exchange?.thanked[side]) throw new Refusal(409, "thanked-already");
  await addAppreciation(tx, { introduction: on.id, side, ...thanks, now });
  tell({ name: "exchange.thanked", thing: on.id, data: { side } });
}

/** Help that was given without a post, noted afterwards by one of the two. The other is asked where somebody can be. */
export const registerHelp = operation({
  name: "exchange.register-help",
  input: Helped,
  may: loggedIn,
  audit: "exchange.help-registered",
  api: "POST /registered-help",
  moves,
  budget: { what: "exchange.register-help", most: 20, seconds: 24 * 60 * 60 },
  async run(act) {
    const { tx, actor, input, now, ids, tell, note } = act;
    const today = localDayOf(now);
    if (input.onDay === undefined) throw invalid({ onDay: "required" });
    if (input.onDay > today) throw invalid({ onDay: "future" });
    if (input.onDay < addDays(today, -365)) throw invalid({ onDay: "too-old" });
    const mine = await ownParty(tx, actor, input.organisation, now);
    const known = await organisationNamed(tx, input.other);
    if (known !== undefined && known.id === mine.organisation) throw new Refusal(409, "same-party");
    const other = {
      person: null,
      organisation: known?.id ?? null,
      name: known?.name ?? input.other,
      kind: known?.kind ?? input.otherKind ?? "citizen",
    };
    const id = ids.uuid();
    const reference = await addIntroduction(tx, {
      id,
      offer: null,
      need: null,
      registered: true,
      giver: input.side === "giver" ? mine : other,
      seeker: input.side === "giver" ? other : mine,
      initiator: input.side,
      route: "direct",
      greeting: input.what,
      quantity: 1,
      proposedBy: idOf(actor),
      area: null,
      lapsesOn: today,
      standing: "agreed",
      now,
    });
    await addExchange(tx, { introduction: id, what: input.what, onDay: input.onDay, person: idOf(actor), now });
    const minutes = input.hours === undefined ? undefined : Math.round(input.hours * 60);
    await addOutcome(tx, { introduction: id, side: input.side, happened: true, minutes, byBroker: false, person: idOf(actor), now });
    await setExchangeStanding(tx, id, "confirmed-by-one", null);
    if (known) tell({ name: "exchange.told-outcome", thing: id, data: { side: input.side } });
    note(id, { side: input.side, known: known !== undefined });
    return { reference };
  },
});

/** The clock: the agreed day has been, and both are asked. */
export const askOutcome = operation({
  name: "exchange.ask-outcome",
  input: Nothing,
  on: introduction,
  may: onlySystem,
  audit: "exchange.outcome-asked",
  api: false,
  moves: [],
  async run({ tx, on, now, tell, note }) {
    if (on.exchange === undefined || addDays(on.exchange.onDay, outcomeDays) > localDayOf(now)) throw new Refusal(409, "not-yet");
    if (await setAsked(tx, on.id, now)) tell({ name: "exchange.outcome-asked", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

/** The clock: nobody has said anything, and a broker asks. */
export const noticeSilence = operation({
  name: "exchange.notice-silence",
  input: Nothing,
  on: introduction,
  may: onlySystem,
  audit: "exchange.silence-noticed",
  api: false,
  moves: [],
  async run({ tx, on, now, ids, note }) {
    const today = localDayOf(now);
    const why = whySilent(on, today);
    if (why === undefined) throw new Refusal(409, "not-yet");
    await addFollowUp(tx, { id: ids.uuid(), thing: on.id, why, dueOn: addDays(today, silenceDays), now });
    note(on.id);
    return { reference: on.reference };
  },
});

/** A broker has done what there was to do, and says what: the log. */
export const followUp = operation({
  name: "exchange.follow-up",
  input: FollowedUp,
  on: introduction,
  may: brokers,
  audit: "exchange.followed-up",
  api: "POST /introductions/:reference/follow-ups",
  moves: [],
  async run({ tx, actor, input, on, now, note }) {
    if (!(await closeFollowUp(tx, { thing: on.id, why: input.why, note: input.note, person: idOf(actor), now })))
      throw new Refusal(409, "nothing-open");
    note(on.id, { why: input.why });
    return { reference: on.reference };
  },
});

export const outcomeOperations = [tellOutcome, resolve, thank, registerHelp, askOutcome, noticeSilence, followUp];
