// SPDX-License-Identifier: EUPL-1.2
import { addDays, daysBetween, isLocalDay } from "#platform/clock/local-day.ts";
import { addWorkingDays, type ClosedDays, type LocalDay } from "#platform/clock/working-days.ts";
import type { FieldErrors } from "#platform/operations/refusal.ts";

/** How far it is, in the only order there is. */
export const phases = ["idea", "planning", "decision", "doing"] as const;
export type Phase = (typeof phases)[number];
export const isPhase = (value: unknown): value is Phase => phases.some((phase) => phase === value);
export const ordinalOf = (phase: Phase): number => phases.indexOf(phase) + 1;
export const phasesAfter = (phase: Phase): Phase[] => phases.slice(ordinalOf(phase));

export const fates = ["taken-up", "partly", "not"] as const;
export type Fate = (typeof fates)[number];
export const isFate = (value: unknown): value is Fate => fates.some((fate) => fate === value);

/** What can be put off, each once. */
export const movable = ["question", "decision"] as const;
export type Movable = (typeof movable)[number];
export const isMovable = (value: unknown): value is Movable => movable.some((one) => one === value);

/** What the rules need to know of a listing. */
export type State = {
  public: boolean;
  discarded: boolean;
  phase: Phase;
  decideOn: LocalDay;
  /** None where nothing is asked. */
  askUntil: LocalDay | null;
  /** By when all who answered hear what it led to; set when it is published. */
  tellBy: LocalDay | null;
  newsBy: LocalDay | null;
  told: boolean;
  /** Public answers that nobody has said the fate of. */
  withoutFate: number;
  postponed: readonly Movable[];
};

export type Step = "edit" | "publish" | "discard" | "move" | "put-off-question" | "put-off-decision" | "weigh" | "tell" | "invite";

/** Why a step cannot be taken on a day; undefined when it can. The code is a sentence in the texts (`refused.<code>`). */
export function whyNot(step: Step, listing: State, today: LocalDay): string | undefined {
  if (listing.discarded) return "discarded";
  if (step === "edit" || step === "publish" || step === "discard") return listing.public ? "is-public" : undefined;
  if (!listing.public) return "is-draft";
  switch (step) {
    case "move":
      return listing.phase === "doing" ? "last-phase" : undefined;
    case "put-off-question":
      return whyNotAsking(listing, today) ?? (listing.postponed.includes("question") ? "put-off-once" : undefined);
    case "put-off-decision":
      if (listing.decideOn < today) return "decided";
      return listing.postponed.includes("decision") ? "put-off-once" : undefined;
    case "invite":
      return whyNotAsking(listing, today);
    case "weigh":
      return listing.askUntil === null ? "nothing-asked" : listing.told ? "told" : undefined;
    case "tell":
      if (listing.askUntil === null) return "nothing-asked";
      if (listing.told) return "told";
      if (listing.askUntil >= today) return "still-asking";
      return listing.withoutFate > 0 ? "without-fate" : undefined;
  }
}

function whyNotAsking({ askUntil, told }: State, today: LocalDay): string | undefined {
  if (askUntil === null) return "nothing-asked";
  return told || askUntil < today ? "asked" : undefined;
}

/** Citizens can answer: the last day itself counts. */
export const isAsking = (listing: State, today: LocalDay): boolean =>
  listing.public && !listing.discarded && whyNotAsking(listing, today) === undefined;

/** It was asked, and those who answered have not heard what it led to. */
export const owesNews = ({ public: isPublic, discarded, askUntil, told }: State, today: LocalDay): boolean =>
  isPublic && !discarded && askUntil !== null && askUntil < today && !told;

/** What the clock says of a question that is over: remind on the day, tell the secretariat when the day has passed. */
export function overdue(listing: State, today: LocalDay): { what: "reminder" | "late"; due: LocalDay } | undefined {
  const due = listing.tellBy;
  if (due === null || !owesNews(listing, today) || today < due) return undefined;
  return { what: today === due ? "reminder" : "late", due };
}

export type Shown = "draft" | "discarded" | "asking" | "listening" | "late" | "told" | "going-on";

/** The status a person reads on a day. */
export function shownStatus(listing: State, today: LocalDay): Shown {
  if (listing.discarded) return "discarded";
  if (!listing.public) return "draft";
  if (listing.told) return "told";
  if (isAsking(listing, today)) return "asking";
  if (!owesNews(listing, today)) return "going-on";
  return listing.tellBy !== null && listing.tellBy < today ? "late" : "listening";
}

/** A day of a plan is this many days of the calendar away at the most. */
const furthest = 5 * 366;

/** What is written on a listing about days. Out: field → kind of error. */
export function wrongDays(
  written: { phase: Phase; decideOn: string | undefined; question: string | undefined; askUntil: string | undefined },
  today: LocalDay,
): FieldErrors {
  const { phase, decideOn, question, askUntil } = written;
  // What is being carried out was decided before it stood here.
  const decision = decideOn === undefined ? "required" : wrongDay(decideOn, phase === "doing" ? addDays(today, -furthest) : today, today);
  const end = question === undefined ? undefined : askUntil === undefined ? "required" : wrongDay(askUntil, addDays(today, 1), today);
  return {
    ...(decision === undefined ? {} : { decideOn: decision }),
    ...(end === undefined ? {} : { askUntil: end }),
    ...(question === undefined && askUntil !== undefined ? { question: "required" } : {}),
  };
}

/** What is wrong with a day that must not come before the first and not be endlessly far. */
export function wrongDay(day: string, first: LocalDay, today: LocalDay): string | undefined {
  if (!isLocalDay(day)) return "wrong";
  if (day < first) return "past";
  return day > addDays(today, furthest) ? "too-far" : undefined;
}

/** By when all who answered hear what it led to: as many working days after the end as the area takes for an answer. */
export const tellDay = (askUntil: LocalDay, answerDays: number, closed: ClosedDays): LocalDay =>
  addWorkingDays(askUntil, answerDays, closed).day;

/** By when there is news of a phase that has just begun; unknown where the decision lies behind. */
export const firstNews = (decideOn: LocalDay, today: LocalDay): LocalDay | null => (decideOn > today ? decideOn : null);

/** The same when the decision is put off: a day of its own stands; what was promised for the decision, or for no day, comes with it. */
export const newsAfter = ({ newsBy, decideOn }: Pick<State, "newsBy" | "decideOn">, to: LocalDay): LocalDay =>
  newsBy === null || newsBy === decideOn ? to : newsBy;

/** Days between being asked and the decision; undefined where citizens were not asked before it. */
export const daysBefore = ({ askedOn, decideOn }: { askedOn: LocalDay | null; decideOn: LocalDay }): number | undefined =>
  askedOn !== null && askedOn < decideOn ? daysBetween(askedOn, decideOn) : undefined;
