// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/working-days.ts";
import { mostPostponements } from "#features/places/index.ts";

/** All but "investigating" are final: they stop the clock and come once. */
export const answerStatuses = ["investigating", "we-do-it", "you-do-we-help", "not-possible", "part-of"] as const;
export type AnswerStatus = (typeof answerStatuses)[number];
export type FinalStatus = Exclude<AnswerStatus, "investigating">;

/** How far an idea is, as the list filters and counts it. */
export const standings = ["waiting", ...answerStatuses] as const;
export type Standing = (typeof standings)[number];

export const isStanding = (value: unknown): value is Standing => standings.some((standing) => standing === value);

/** What the rules need to know of an idea. */
export type State = {
  public: boolean;
  withdrawn: boolean;
  /** Somebody looked and did not let it through. */
  refused: boolean;
  owned: boolean;
  /** Sent with a mailbox: its owner can confirm and needs nobody to look, if it happens in time. */
  hasMailbox: boolean;
  acknowledged: boolean;
  /** How often "we are looking into it" was answered. */
  postponed: number;
  /** How often its author has changed it. */
  edits: number;
  standing: Standing;
  /** Days of the municipality; the last is the one that holds now. */
  lookBy: LocalDay;
  acknowledgeBy: LocalDay;
  answerBy: LocalDay;
  dueBy: LocalDay;
};

/** So many versions can be read on one page. */
export const mostEdits = 20;

/** So many areas can an idea concern besides its own. */
export const mostConcerns = 3;

export type Step =
  | "edit"
  | "change-pictures"
  | "fork"
  | "concern"
  | "ask"
  | "reply"
  | "withdraw-question"
  | "note"
  | "merge"
  | "confirm"
  | "claim"
  | "look"
  | "acknowledge"
  | "investigate"
  | "answer"
  | "hand-over"
  | "withdraw";

export const isFinal = (standing: Standing): standing is FinalStatus => standing !== "waiting" && standing !== "investigating";

/** With these answers the next step is a promise of somebody; after a "no" it is advice. */
export const isPromise = (standing: string): boolean => standing === "we-do-it" || standing === "you-do-we-help";

/** Nothing more is awaited of the municipality. */
export const isOver = (idea: State): boolean => idea.withdrawn || idea.refused || isFinal(idea.standing);

/** Why a step cannot be taken now; undefined when it can. The code is a sentence in the texts (`refused.<code>`). */
export function whyNot(step: Step, idea: State): string | undefined {
  if (idea.withdrawn) return "withdrawn";
  if (step === "confirm" || step === "claim") return idea.owned ? "has-author" : undefined;
  if (step === "fork") return idea.public ? undefined : "not-public";
  if (step === "note" || step === "reply" || step === "withdraw-question") return undefined;
  if (isFinal(idea.standing)) return "answered";
  if (idea.refused) return step === "withdraw" ? undefined : "not-let-through";
  if (step === "look") return idea.public ? "is-public" : undefined;
  if (step === "hand-over" || step === "withdraw" || step === "concern" || step === "ask") return undefined;
  if (!idea.public) return "not-public";
  if (step === "edit") return idea.edits >= mostEdits ? "edited-enough" : undefined;
  if (step === "acknowledge" && isAcknowledged(idea)) return "acknowledged";
  if (step === "investigate" && idea.postponed >= mostPostponements) return "postponed-twice";
  return undefined;
}

/** An answer, also "we are looking into it", shows that somebody has read it. */
export const isAcknowledged = (idea: State): boolean => idea.acknowledged || idea.standing !== "waiting";

/** With a confirmed author an idea is public at once, unless somebody has looked and said no. */
export const becomesPublic = (idea: State): boolean => !idea.public && !idea.refused && !idea.withdrawn;

export type Shown = Standing | "held" | "received" | "late" | "not-let-through" | "withdrawn";

/** The status a person reads on a day. */
export function shownStatus(
  idea: Pick<State, "public" | "withdrawn" | "refused" | "standing" | "acknowledged" | "dueBy">,
  today: LocalDay,
): Shown {
  if (idea.withdrawn) return "withdrawn";
  if (idea.refused) return "not-let-through";
  if (isFinal(idea.standing)) return idea.standing;
  if (!idea.public) return "held";
  if (idea.dueBy < today) return "late";
  if (idea.standing === "investigating") return "investigating";
  return idea.acknowledged ? "waiting" : "received";
}
