// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/working-days.ts";
import { awaitedOf, mostPostponements, passedOf, type Due } from "#features/places/index.ts";

/** How far an enquiry is; all but the first two are final, stop the clock and come once. */
export const standings = ["waiting", "investigating", "answered", "called", "became-idea"] as const;
export type Standing = (typeof standings)[number];
export const isStanding = (value: unknown): value is Standing => standings.some((standing) => standing === value);

/** What the rules need to know of an enquiry. */
export type State = {
  withdrawn: boolean;
  owned: boolean;
  hasMailbox: boolean;
  /** With a number it is answered by a call. */
  hasPhone: boolean;
  acknowledged: boolean;
  /** How often "we are looking into it" was answered. */
  postponed: number;
  /** How often we called and nobody answered. */
  missed: number;
  standing: Standing;
  /** Whether its sender was asked to let it become an idea, and what they said. */
  asked: "not" | "asked" | "yes" | "no";
  acknowledgeBy: LocalDay;
  answerBy: LocalDay;
  dueBy: LocalDay;
};

export type Step =
  | "confirm"
  | "claim"
  | "acknowledge"
  | "investigate"
  | "answer"
  | "call"
  | "hand-over"
  | "note"
  | "ask"
  | "say"
  | "withdraw";

/** So often we try to call; then we write, where there is somewhere to write to. */
export const triesBeforeLetter = 2;

export const isFinal = (standing: Standing): boolean => standing !== "waiting" && standing !== "investigating";

/** Nothing more is awaited of the municipality. */
export const isOver = (on: State): boolean => on.withdrawn || isFinal(on.standing);

/** An answer, also "we are looking into it", and a call that nobody took show that somebody has read it. */
export const isAcknowledged = (on: State): boolean => on.acknowledged || on.standing !== "waiting" || on.missed > 0;

/** Why a step cannot be taken now; undefined when it can. The code is a sentence in the texts (`refused.<code>`). */
export function whyNot(step: Step, on: State): string | undefined {
  if (on.withdrawn) return "withdrawn";
  if (step === "confirm" || step === "claim") return on.owned ? "has-author" : undefined;
  // Colleagues may still write to each other when it is over.
  if (step === "note") return undefined;
  if (isFinal(on.standing)) return "answered";
  if (step === "acknowledge" && isAcknowledged(on)) return "acknowledged";
  if (step === "investigate" && on.postponed >= mostPostponements) return "postponed-twice";
  if (step === "call" && !on.hasPhone) return "no-phone";
  if (step === "ask" && on.asked !== "not") return "asked-already";
  if (step === "ask" && !on.owned && !on.hasMailbox) return "nobody-to-ask";
  if (step === "say" && on.asked !== "asked") return "not-asked";
  return undefined;
}

/** What is awaited of the municipality, soonest first. */
export const awaited = (on: State): Due[] =>
  awaitedOf({ over: isOver(on), acknowledged: isAcknowledged(on), acknowledgeBy: on.acknowledgeBy, dueBy: on.dueBy });

/** The deadlines that have passed. */
export const overdue = (on: State, today: LocalDay): Due[] => passedOf(awaited(on), today);

/** What is wrong with the day of a call: it lies between the day the enquiry was sent and today. Undefined when nothing is. */
export function wrongWithCallDay(day: LocalDay, { sent, today }: { sent: LocalDay; today: LocalDay }): "future" | "before" | undefined {
  if (day > today) return "future";
  return day < sent ? "before" : undefined;
}

export type Shown = "received" | "waiting" | "investigating" | "late" | "answered" | "called" | "became-idea" | "withdrawn";

/** The status a person reads on a day. */
export function shownStatus(on: State, today: LocalDay): Shown {
  if (on.withdrawn) return "withdrawn";
  if (on.dueBy < today && !isFinal(on.standing)) return "late";
  if (on.standing !== "waiting") return on.standing;
  return isAcknowledged(on) ? "waiting" : "received";
}
