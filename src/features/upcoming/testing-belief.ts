// SPDX-License-Identifier: EUPL-1.2
// What the walk of X36 believes of one listing, and what should come of what people do to it.
import { addDays } from "#platform/clock/local-day.ts";
import { addWorkingDays, type ClosedDays, type LocalDay } from "#platform/clock/working-days.ts";
import { phases, type Phase, type Shown } from "./listing.ts";

export type AnAnswer = { reference: string; state: "held" | "public" | "withdrawn"; fate: string | undefined; byKaren: boolean };

/** What we believe of one listing: told in plain words, beside the database. */
export type Belief = {
  reference: string;
  public: boolean;
  discarded: boolean;
  phase: Phase;
  gone: Phase[];
  decideOn: LocalDay;
  askUntil: LocalDay | null;
  askedOn: LocalDay | null;
  tellBy: LocalDay | null;
  newsBy: LocalDay | null;
  postponed: Set<string>;
  answers: AnAnswer[];
  told: boolean;
  toldOf: Set<string>;
  status: Shown;
};

/** What may be done; what keeps it going stands there more than once. */
export const names = [
  "edit",
  "publish",
  "publish",
  "discard",
  "move",
  "move",
  "put-off-question",
  "put-off-question",
  "put-off-decision",
  "put-off-decision",
  "invite",
  "answer",
  "answer",
  "answer-held",
  "let-through",
  "let-through",
  "take-back",
  "weigh",
  "weigh",
  "weigh",
  "weigh",
  "tell",
  "tell",
  "tell",
  "days",
  "days",
  "days",
] as const;
export type Move = { name: (typeof names)[number]; by: "signe" | "jens" | "tine" | "karen"; days: number; phase: Phase; which: number };

export type Start = { phase: Phase; asks: boolean; ask: number; decide: number; published: boolean };

/** On which day it is, over which closed days. */
export type When = { today: LocalDay; closed: ClosedDays };

/** What is written on a listing, in days from today. */
export const daysIn = ({ phase, asks, ask, decide }: Omit<Start, "published">, today: LocalDay) => ({
  phase,
  decideOn: addDays(today, decide),
  askUntil: asks ? addDays(today, ask) : null,
});

const tellDay = (askUntil: LocalDay, { closed }: When): LocalDay => addWorkingDays(askUntil, 15, closed).day;

export function makePublic(belief: Belief, when: When): void {
  const { today } = when;
  belief.public = true;
  belief.gone.push(belief.phase);
  belief.askedOn = belief.askUntil === null ? null : today;
  belief.tellBy = belief.askUntil === null ? null : tellDay(belief.askUntil, when);
  belief.newsBy = belief.decideOn > today ? belief.decideOn : null;
}

const isAsking = ({ public: isPublic, askUntil, told }: Belief, { today }: When): boolean =>
  isPublic && askUntil !== null && askUntil >= today && !told;

/** What should come of a move, and what it leaves behind in what we believe. */
export function expected(belief: Belief, one: Move, when: When): number {
  const { name, by } = one;
  if (name === "days") return afterDays(belief, one, when);
  if (name === "answer") return isAsking(belief, when) ? 200 : 422;
  if (name === "answer-held") return isAsking(belief, when) ? 200 : 422;
  const answer = belief.answers[one.which % Math.max(1, belief.answers.length)];
  if (name === "let-through") return answer === undefined ? 404 : now(answer.state === "held", () => (answer.state = "public"));
  if (name === "take-back") return answer === undefined ? 404 : afterTakingBack(answer);
  if (!(belief.public || by === "signe" || by === "jens")) return 404;
  if (by === "karen" || by === "tine") return 403;
  if (name === "weigh" && answer?.state !== "public") return 404;
  if (belief.discarded) return 409;
  if (name === "edit" || name === "publish" || name === "discard") return belief.public ? 409 : afterDraft(belief, one, when);
  return belief.public ? afterStep(belief, one, { ...when, answer }) : 409;
}

function now(can: boolean, make: () => unknown): number {
  if (can) make();
  return can ? 200 : 409;
}

/** Only what is hers can Karen take back; of what nobody let through she knows nothing. */
function afterTakingBack(answer: AnAnswer): number {
  if (answer.byKaren) return now(answer.state === "public", () => (answer.state = "withdrawn"));
  return answer.state === "public" ? 403 : 404;
}

function afterDraft(belief: Belief, { name, days, phase, which }: Move, when: When): number {
  const { today } = when;
  if (name === "discard") return now(true, () => (belief.discarded = true));
  if (name === "edit") return now(true, () => Object.assign(belief, editedIn({ days, phase, which }, today)));
  const past = (belief.decideOn < today && belief.phase !== "doing") || (belief.askUntil !== null && belief.askUntil <= today);
  if (past) return 422;
  makePublic(belief, when);
  return 200;
}

function afterStep(belief: Belief, { name, days, phase }: Move, when: When & { answer: AnAnswer | undefined }): number {
  const { askUntil, decideOn } = belief;
  const { today, answer } = when;
  switch (name) {
    case "move": {
      if (belief.phase === "doing") return 409;
      if (phases.indexOf(phase) <= phases.indexOf(belief.phase)) return 422;
      if (newsIn(days, today) === undefined && phase !== "doing") return 422;
      belief.gone.push(phase);
      return now(true, () => Object.assign(belief, { phase, newsBy: newsIn(days, today) ?? null }));
    }
    case "put-off-question":
      if (!isAsking(belief, when) || belief.postponed.has("question")) return 409;
      if (later(askUntil ?? "", days) <= (askUntil ?? "")) return 422;
      belief.askUntil = later(askUntil ?? "", days);
      belief.tellBy = tellDay(belief.askUntil, when);
      return now(true, () => belief.postponed.add("question"));
    case "put-off-decision":
      if (decideOn < today || belief.postponed.has("decision")) return 409;
      if (later(decideOn, days) <= decideOn) return 422;
      // What was promised for another day than the decision stands.
      if (belief.newsBy === null || belief.newsBy === decideOn) belief.newsBy = later(decideOn, days);
      belief.decideOn = later(decideOn, days);
      return now(true, () => belief.postponed.add("decision"));
    case "invite":
      return isAsking(belief, when) ? 200 : 409;
    case "weigh":
      if (belief.told) return 409;
      return days === 1 ? 422 : now(answer !== undefined, () => answer && (answer.fate = fateIn(days)));
    default:
      return now(
        askUntil !== null &&
          askUntil < today &&
          !belief.told &&
          belief.answers.every((one) => one.state !== "public" || one.fate !== undefined),
        () => (belief.told = true),
      );
  }
}

function afterDays(belief: Belief, { days }: Move, { today }: When): number {
  const day = addDays(today, days);
  const { askUntil, tellBy } = belief;
  if (belief.public && askUntil !== null && askUntil < day && !belief.told && tellBy !== null && tellBy <= day)
    belief.toldOf.add(`${tellBy === day ? "reminder" : "late"} ${tellBy}`);
  return 200;
}

/** What is typed in the forms: a day of news or none, a new day that may be no later, a fate, a draft written anew. */
export const newsIn = (days: number, today: LocalDay): LocalDay | undefined => (days === 1 ? undefined : addDays(today, days));
export const later = (from: LocalDay, days: number): LocalDay => addDays(from, days - 2);
export const fateIn = (days: number): string => (days < 4 ? "not" : days < 7 ? "partly" : "taken-up");

export const editedIn = ({ days, phase, which }: Pick<Move, "days" | "phase" | "which">, today: LocalDay) =>
  daysIn({ phase, asks: which > 0, ask: days, decide: days * 3 }, today);
