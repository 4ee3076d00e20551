// SPDX-License-Identifier: EUPL-1.2
// X36 of the exchange: what is believed of a post and of those who answer it.
import type { LocalDay } from "#platform/clock/local-day.ts";
import { writer, type Asker } from "./exchange-cast.ts";

export type Two = "giver" | "seeker";
export type Introduction = {
  reference: string;
  asker: Asker;
  /** Which side the writer of the post is on. */
  writers: Two;
  /** A broker brought two posts together; else whoever has none asked. */
  brokered: boolean;
  quantity: number;
  standing: "proposed" | "accepted" | "declined" | "lapsed" | "withdrawn" | "agreed" | "no-agreement" | "done";
  proposedOn: LocalDay;
  acceptedOn?: LocalDay;
  /** Why it came to nothing, as whoever ended it said. */
  reason: string | null;
  messages: number;
  /** What each chose to be shared, once they said yes. */
  chose: Partial<Record<Two, { email: boolean }>>;
  /** `came`: what is known at last. */
  deal: { onDay: LocalDay; happened: Partial<Record<Two, boolean>>; standing: string; thanked: Two[]; came?: boolean } | undefined;
  asked: boolean;
  followUps: Set<string>;
  /** How often who began has written before an answer. */
  wrote: number;
  /** Who asked was told no by the other. */
  saidNoOn?: LocalDay;
};

export type Belief = {
  reference: string;
  kind: "offer" | "need";
  /** The post that a broker brings together with it. */
  other: { reference: string; taken: number };
  published: boolean;
  publishedOn: LocalDay | undefined;
  refused: boolean;
  paused: boolean;
  closed: "fulfilled" | "withdrawn" | "removed" | null;
  /** It was fulfilled when a broker took it off. */
  fulfilledBefore?: boolean;
  renewals?: number;
  expiresOn: LocalDay;
  quantity: number | undefined;
  taken: number;
  contacts: number;
  /** "day/days before": what its writer was told of, 0 for the day after. */
  warned: Set<string>;
  helped: boolean;
  introductions: Introduction[];
  /** Those that the last move may have changed. */
  touched: Introduction[];
};

export type State = "held" | "not-let-through" | "open" | "paused" | "all-given" | "fulfilled" | "expired" | "withdrawn" | "removed";

export function stateOf(post: Belief, today: LocalDay): State {
  if (post.closed !== null) return post.closed;
  if (!post.published) return post.refused ? "not-let-through" : "held";
  if (post.expiresOn < today) return "expired";
  if (post.paused) return "paused";
  return post.quantity !== undefined && post.taken >= post.quantity ? "all-given" : "open";
}

export const isShared = (on: Introduction): boolean => ["accepted", "agreed", "done"].includes(on.standing);

export const otherOf = (side: Two): Two => (side === "giver" ? "seeker" : "giver");
/** Which of the two somebody is; undefined for all others. */
export const sideOf = (on: Introduction, by: string): Two | undefined =>
  by === writer ? on.writers : by === on.asker ? otherOf(on.writers) : undefined;

/** What somebody writes who ends it. */
export const reasonOf = (number: number): string => `Det passede ikke om ${number} dage.`;

export function ended(post: Belief, on: Introduction, standing: Introduction["standing"], reason: string | null = null): number {
  if (isShared(on)) taken(post, on, -on.quantity);
  Object.assign(on, { standing, reason, chose: {} });
  return 200;
}

export function taken(post: Belief, on: Introduction, number: number): void {
  post.taken += number;
  if (on.brokered) post.other.taken += number;
}
