// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";

export const sides = ["giver", "seeker"] as const;
export type Side = (typeof sides)[number];
export const otherSide = (side: Side): Side => (side === "giver" ? "seeker" : "giver");

export const standings = ["proposed", "accepted", "declined", "lapsed", "withdrawn", "agreed", "no-agreement", "done"] as const;
export type Standing = (typeof standings)[number];
export const isStanding = (value: unknown): value is Standing => standings.some((one) => one === value);

/** Days until an introduction that somebody has not answered lapses, and until a broker asks after it. */
export const lapseDays = 14;
export const silenceDays = 7;
/** Days after two yeses without an agreement, after which a broker asks. */
export const agreeDays = 14;
/** Days after the agreed day on which both are asked how it went, and after which a broker asks. */
export const outcomeDays = 1;
export const outcomeSilenceDays = 10;

/** What the rules need to know of an introduction. */
export type State = {
  standing: Standing;
  initiator: Side | "broker";
  registered: boolean;
  /** Who has said yes so far. */
  said: { giver: boolean | undefined; seeker: boolean | undefined };
  lapsesOn: LocalDay;
  /** A post of it was taken off, or taken back. */
  gone: boolean;
  exchange: ExchangeState | undefined;
};

export const exchangeStandings = ["planned", "confirmed-by-one", "confirmed", "not-done", "disputed", "resolved", "cancelled"] as const;
export type ExchangeStanding = (typeof exchangeStandings)[number];
export const isExchangeStanding = (value: unknown): value is ExchangeStanding => exchangeStandings.some((one) => one === value);

export type ExchangeState = {
  standing: ExchangeStanding;
  onDay: LocalDay;
  /** What each side has said of whether it came about. */
  happened: { giver: boolean | undefined; seeker: boolean | undefined };
  thanked: { giver: boolean; seeker: boolean };
};

export type Step = "accept" | "decline" | "withdraw" | "lapse" | "agree" | "give-up" | "tell-outcome" | "resolve" | "thank" | "write";

const over: readonly Standing[] = ["declined", "lapsed", "withdrawn", "no-agreement"];

/** Nothing more can come of it. */
export const isOver = ({ standing }: Pick<State, "standing">): boolean => over.includes(standing);

/** Contact data may be seen by the two. */
export const isShared = ({ standing }: Pick<State, "standing">): boolean =>
  standing === "accepted" || standing === "agreed" || standing === "done";

/** Why a side cannot take a step on a day; undefined when it can. The code is a sentence in the texts (`refused.<code>`). */
export function whyNot(step: Step, side: Side | undefined, on: State, today: LocalDay): string | undefined {
  if (isOver(on)) return on.standing === "withdrawn" ? "taken-back" : on.standing;
  // Nobody gets anybody's number over a post that is no longer there.
  if (on.gone && on.standing === "proposed" && (step === "accept" || step === "write")) return "post-gone";
  if (step === "write") return undefined;
  if (step === "accept" || step === "decline") {
    if (on.standing !== "proposed") return "accepted-already";
    if (side === undefined) return "not-a-side";
    return on.said[side] === undefined ? undefined : "said-already";
  }
  if (step === "withdraw") return on.standing === "proposed" ? undefined : "accepted-already";
  if (step === "lapse") return on.standing === "proposed" && on.lapsesOn < today ? undefined : "not-lapsed";
  if (on.standing === "proposed") return "not-accepted";
  if (step === "agree") return on.standing === "accepted" ? undefined : "agreed-already";
  if (step === "give-up") return on.standing === "done" ? "done" : hasOutcome(on) ? "told-already" : undefined;
  const { exchange } = on;
  if (exchange === undefined || exchange.standing === "cancelled") return "not-agreed";
  if (step === "resolve" && isKnown(exchange.standing)) return "told-already";
  if (exchange.onDay > today) return "not-yet";
  if (step === "resolve") return undefined;
  if (side === undefined) return "not-a-side";
  if (step === "thank") return exchange.thanked[side] ? "thanked-already" : undefined;
  if (exchange.happened[side] !== undefined) return "told-already";
  return exchange.standing === "planned" || exchange.standing === "confirmed-by-one" ? undefined : "told-already";
}

const hasOutcome = ({ exchange }: State): boolean => exchange !== undefined && exchange.standing !== "planned";

/** Where it stands when both have said yes, or one has. */
export const afterYes = (on: State, side: Side): Standing => (on.said[otherSide(side)] === true ? "accepted" : "proposed");

/** What comes of it when one side has said whether it happened. */
export function afterOutcome({ happened }: Pick<ExchangeState, "happened">, side: Side, said: boolean): ExchangeStanding {
  const other = happened[otherSide(side)];
  if (other === undefined) return "confirmed-by-one";
  if (other !== said) return "disputed";
  return said ? "confirmed" : "not-done";
}

/** Known, and nothing more is asked. */
export const isKnown = (standing: ExchangeStanding): boolean =>
  standing === "confirmed" || standing === "not-done" || standing === "resolved";

export const lapsesOn = (now: Date): LocalDay => addDays(localDayOf(now), lapseDays);

type Since = { proposedAt: Date; acceptedAt: Date | null };

/** What has lain still for too long on a day, so that a broker asks; undefined where nothing has. */
export function whySilent(on: State & Since, today: LocalDay): "silence" | "not-agreed" | "no-outcome" | undefined {
  const { standing, registered, proposedAt, acceptedAt, exchange } = on;
  const since = (day: LocalDay, days: number): boolean => addDays(day, days) <= today;
  if (standing === "proposed") return since(localDayOf(proposedAt), silenceDays) ? "silence" : undefined;
  if (standing === "accepted") return acceptedAt !== null && since(localDayOf(acceptedAt), agreeDays) ? "not-agreed" : undefined;
  if (standing !== "agreed" || registered || exchange === undefined) return undefined;
  return since(exchange.onDay, outcomeSilenceDays) ? "no-outcome" : undefined;
}
