// SPDX-License-Identifier: EUPL-1.2
// What should come of what people do to a post and to those who answer it, in plain words and beside the rules of the product: X36.
import { addDays, type LocalDay } from "#platform/clock/local-day.ts";
import { askers, counterpart, isBroker, postSteps, writer, type Asker, type Move, type PostStep, type Step } from "./exchange-cast.ts";
import { passDays } from "./exchange-days.ts";
import { ended, otherOf, reasonOf, sideOf, stateOf, taken, type Belief, type Introduction, type State } from "./exchange-state.ts";

const always = ["edit", "renew", "fulfil", "withdraw", "remove"] as const;
/** The table of the README: from each state the steps that can be taken. */
const possible: Record<State, readonly Step[]> = {
  held: ["look-yes", "look-no", "edit", "withdraw", "remove"],
  "not-let-through": ["look-yes", "look-no", "edit", "withdraw", "remove"],
  open: [...always, "pause", "introduce", "bring-together"],
  paused: [...always, "resume"],
  "all-given": [...always, "pause"],
  fulfilled: ["resume", "withdraw", "remove"],
  expired: always,
  removed: ["withdraw", "put-back"],
  withdrawn: [],
};

const mayOn: Record<PostStep, (by: string) => boolean> = {
  "look-yes": isBroker,
  "look-no": isBroker,
  remove: isBroker,
  "put-back": isBroker,
  edit: (by) => by === writer || isBroker(by),
  renew: (by) => by === writer || isBroker(by),
  fulfil: (by) => by === writer || isBroker(by),
  pause: (by) => by === writer,
  resume: (by) => by === writer,
  withdraw: (by) => by === writer,
  introduce: () => true,
  "bring-together": isBroker,
};

const isPostStep = (name: Step): name is PostStep => postSteps.some((step) => step === name);

/** The status that a move should end with on a day; of days that pass: on the last of them. What should have changed is changed in what is believed. */
export function expected(post: Belief, move: Move, today: LocalDay): number {
  const about = chosen(post, move.which);
  post.touched = move.name === "days" ? post.introductions : isPostStep(move.name) || about === undefined ? [] : [about];
  if (move.name === "days") return passDays(post, today);
  return isPostStep(move.name) ? onPost(post, { ...move, name: move.name }, today) : onIntroduction(post, move, today);
}

const sees = (post: Belief, by: string): boolean =>
  by === writer || isBroker(by) || (post.published && post.closed !== "withdrawn" && post.closed !== "removed");

function onPost(post: Belief, { name, by, number }: Move & { name: PostStep }, today: LocalDay): number {
  const state = stateOf(post, today);
  if (!sees(post, by)) return 404;
  if (!mayOn[name](by)) return 403;
  if (name === "introduce") return introduced(post, by, number, state, today);
  if (name === "bring-together") return begun(post, { asker: counterpart, number, brokered: true }, state, today);
  if (!possible[state].includes(name)) return 409;
  switch (name) {
    case "look-yes":
      Object.assign(post, { published: true, publishedOn: today, refused: false });
      break;
    case "look-no":
      post.refused = true;
      break;
    case "edit":
      if (number <= 4 && number < post.taken) return 422;
      post.quantity = number <= 4 ? number : undefined;
      post.refused = false;
      break;
    case "pause":
      post.paused = true;
      break;
    case "resume":
      Object.assign(post, { paused: false, closed: null });
      break;
    case "renew": {
      const renewals = post.renewals ?? 0;
      if (renewals >= 100 || post.expiresOn >= addDays(today, 365)) return 409;
      post.renewals = renewals + 1;
      const until = addDays(today, 90);
      Object.assign(post, { paused: false, expiresOn: until > post.expiresOn ? until : addDays(post.expiresOn, 1) });
      break;
    }
    case "fulfil":
      post.closed = "fulfilled";
      break;
    case "withdraw":
      post.closed = "withdrawn";
      break;
    case "remove":
      // Whoever has not been let through is not let through by being put back either.
      Object.assign(post, { fulfilledBefore: post.closed === "fulfilled", closed: "removed", refused: !post.published });
      break;
    case "put-back":
      Object.assign(post, { closed: post.fulfilledBefore === true ? "fulfilled" : null, paused: false });
      break;
  }
  return 200;
}

const open = ["proposed", "accepted", "agreed"];

function introduced(post: Belief, by: string, number: number, state: State, today: LocalDay): number {
  if (by === writer) return 409;
  const [asker] = askers.filter((one) => one === by);
  if (asker === undefined) throw new Error(`${by} asks nobody`);
  return begun(post, { asker, number, brokered: false }, state, today);
}

function begun(
  post: Belief,
  { asker, number, brokered }: { asker: Asker; number: number; brokered: boolean },
  state: State,
  today: LocalDay,
): number {
  if (state !== "open") return 409;
  const quantity = (number % 3) + 1;
  if (post.quantity !== undefined && post.quantity - post.taken < quantity) return 422;
  if (post.introductions.some((one) => one.asker === asker && one.brokered === brokered && open.includes(one.standing))) return 409;
  // Who was told no is not heard of for a month; a broker may still bring the two together.
  const lately = addDays(today, -30);
  if (!brokered && post.introductions.some((one) => one.asker === asker && one.saidNoOn !== undefined && one.saidNoOn >= lately))
    return 409;
  post.contacts += 1;
  post.introductions.push({
    reference: "",
    asker,
    writers: post.kind === "offer" ? "giver" : "seeker",
    brokered,
    quantity,
    standing: "proposed",
    proposedOn: today,
    reason: null,
    messages: 0,
    chose: {},
    deal: undefined,
    asked: false,
    followUps: new Set(),
    wrote: 0,
  });
  post.touched = post.introductions.slice(-1);
  return 200;
}

/** The introduction that a move is about; the newest come first. */
export const chosen = (post: Belief, which: number): Introduction | undefined =>
  post.introductions.at(-1 - (which % Math.max(1, post.introductions.length)));

function onIntroduction(post: Belief, { name, by, which, number, email }: Move, today: LocalDay): number {
  const on = chosen(post, which);
  if (on === undefined) return 404;
  const side = sideOf(on, by);
  if (side === undefined && !isBroker(by)) return 404;
  const forBrokers = name === "resolve-came" || name === "resolve-not";
  const forBoth = name === "take-back" || name === "write";
  if (!forBoth && forBrokers === (side !== undefined)) return 403;
  // Whose post it is never begins, and nobody but who began takes it back.
  if (name === "take-back" && !(on.brokered ? isBroker(by) : by === on.asker)) return 403;
  const { standing, deal } = on;
  const over = ["declined", "lapsed", "withdrawn", "no-agreement"].includes(standing);
  if (over) return 409;
  const gone = standing === "proposed" && (post.closed === "withdrawn" || post.closed === "removed");
  if (name === "write") {
    if (gone) return 409;
    if (side === undefined) return 403;
    // Whoever asked writes twice at most to somebody who has not answered.
    const waits = by === on.asker && !on.brokered;
    if (waits && standing === "proposed" && on.wrote >= 2) return 409;
    if (waits) on.wrote += 1;
    on.messages += 1;
    return 200;
  }
  if (side !== undefined && (name === "yes" || name === "no")) {
    // Whoever asked has said yes by asking.
    if (standing !== "proposed" || on.chose[side] !== undefined) return 409;
    if (name === "no") {
      if (by === writer) on.saidNoOn = today;
      return ended(post, on, "declined", reasonOf(number));
    }
    if (gone) return 409;
    const both = on.chose[otherOf(side)] !== undefined;
    if (both && post.quantity !== undefined && post.quantity - post.taken < on.quantity) return 409;
    on.chose[side] = { email };
    if (both) {
      Object.assign(on, { standing: "accepted", acceptedOn: today });
      taken(post, on, on.quantity);
    }
    return 200;
  }
  if (name === "take-back") {
    if (standing !== "proposed") return 409;
    post.contacts -= 1;
    return ended(post, on, "withdrawn");
  }
  if (name === "agree") {
    if (standing !== "accepted") return 409;
    on.standing = "agreed";
    on.deal = { onDay: addDays(today, number), happened: {}, standing: "planned", thanked: [] };
    return 200;
  }
  if (name === "give-up") {
    if (standing !== "accepted" && !(standing === "agreed" && deal?.standing === "planned")) return 409;
    if (deal) deal.standing = "cancelled";
    return ended(post, on, "no-agreement", reasonOf(number));
  }
  if (deal === undefined || deal.onDay > today) return 409;
  const isKnown = ["confirmed", "not-done", "resolved"].includes(deal.standing);
  if (name === "resolve-came" || name === "resolve-not") {
    if (isKnown) return 409;
    return known(post, on, "resolved", name === "resolve-came");
  }
  if (side === undefined) return 403;
  if (name === "thank") {
    if (deal.thanked.includes(side)) return 409;
    deal.thanked.push(side);
    return 200;
  }
  if (isKnown || deal.standing === "disputed" || deal.happened[side] !== undefined) return 409;
  deal.happened[side] = name === "came";
  const { giver, seeker } = deal.happened;
  if (giver === undefined || seeker === undefined) deal.standing = "confirmed-by-one";
  else if (giver === seeker) return known(post, on, giver ? "confirmed" : "not-done", giver);
  else {
    deal.standing = "disputed";
    on.followUps.add("disputed");
  }
  return 200;
}

function known(post: Belief, on: Introduction, standing: string, happened: boolean): number {
  if (on.deal) Object.assign(on.deal, { standing, came: happened });
  on.standing = "done";
  if (!happened) taken(post, on, -on.quantity);
  return 200;
}
