// SPDX-License-Identifier: EUPL-1.2
import type { DemoIntroduction, DemoPost, Moment } from "./demo-schema-posts.ts";

/** How it stands with the demo's posts and introductions, read from what is told of them. Pure: "now" is day 0 of the files. */

/** Days within which both have to say yes. */
export const replyDays = 14;

export type PostState = "unsent" | "held" | "not-let-through" | "published" | "paused" | "fulfilled" | "withdrawn" | "expired";
export type IntroductionState = "proposed" | "withdrawn" | "declined" | "lapsed" | "accepted" | "no-agreement" | "agreed" | "done";
/** `silent`: the agreed day has passed, and nobody has said how it went. */
export type ExchangeState = "planned" | "silent" | "confirmed-by-one" | "confirmed" | "not-done" | "disputed" | "resolved";

/** Hours back from the midnight before now: the greater, the longer ago. */
export const hoursAgo = ({ daysAgo, hour }: Moment): number => daysAgo * 24 - hour;
export const isBefore = (one: Moment, other: Moment): boolean => hoursAgo(one) > hoursAgo(other);
/** The latest that the files can tell of. */
export const latest: Moment = { daysAgo: 0, hour: 0 };

/** In: a moment; left out: now. The last day of a post is one of its days. */
export function postState(post: DemoPost, at: Moment = latest): PostState {
  if (isBefore(at, post.sent)) return "unsent";
  if (post.looked === null || (post.looked && isBefore(at, post.looked))) return "held";
  if (post.notLetThrough !== undefined) return "not-let-through";
  const past = (post.turns ?? []).filter((turn) => !isBefore(at, turn));
  const last = past.at(-1);
  if (last?.what === "fulfilled" || last?.what === "withdrawn") return last.what;
  if (at.daysAgo < lastDayAgo(post, past)) return "expired";
  return last?.what === "paused" ? "paused" : "published";
}

/** Out: its last day in days before now; negative where that lies ahead. `turns`: those that count. */
export function lastDayAgo({ sent, expiresInDays }: DemoPost, turns: DemoPost["turns"] = []): number {
  const renewed = turns.findLast(({ what }) => what === "renewed");
  return renewed?.what === "renewed" ? renewed.daysAgo - renewed.expiresInDays : sent.daysAgo - expiresInDays;
}

export function introductionState(one: DemoIntroduction): IntroductionState {
  if (one.withdrawn) return "withdrawn";
  if (one.replies.some(({ yes }) => !yes)) return "declined";
  if (!one.registered && !acceptedAt(one)) return one.sent.daysAgo > replyDays ? "lapsed" : "proposed";
  if (one.noAgreement) return "no-agreement";
  if (!one.agreement) return "accepted";
  return (one.outcomes ?? []).length > 0 ? "done" : "agreed";
}

/** Undefined where nothing was agreed. */
export function exchangeState({ agreement, noAgreement, outcomes = [], resolution }: DemoIntroduction): ExchangeState | undefined {
  if (!agreement || noAgreement) return undefined;
  if (resolution) return "resolved";
  const [first, second] = outcomes;
  if (!first) return agreement.inDays >= 0 ? "planned" : "silent";
  if (!second) return "confirmed-by-one";
  if (first.happened !== second.happened) return "disputed";
  return first.happened ? "confirmed" : "not-done";
}

/** When both had said yes; undefined where they have not. */
export function acceptedAt({ replies }: DemoIntroduction): Moment | undefined {
  return replies.length === 2 && replies.every(({ yes }) => yes) ? replies.toSorted((a, b) => hoursAgo(b) - hoursAgo(a))[1] : undefined;
}

/** How many of a post's quantity were taken at most at one time, and how many are now. */
export function takenOf(post: DemoPost, introductions: readonly DemoIntroduction[]): { most: number; now: number } {
  const steps = introductions
    .filter(({ offer, need }) => offer === post.key || need === post.key)
    .flatMap((one) => {
      const at = acceptedAt(one);
      const { takes = 1, noAgreement } = one;
      return at ? [{ at, by: takes }, ...(noAgreement ? [{ at: noAgreement, by: -takes }] : [])] : [];
    })
    .toSorted((a, b) => hoursAgo(b.at) - hoursAgo(a.at));
  let now = 0;
  let most = 0;
  for (const { by } of steps) {
    now += by;
    most = Math.max(most, now);
  }
  return { most, now };
}

/** Who a post comes from; two with the same one are the same party's. */
export const partyOf = ({ key, author, organisation, partyName }: DemoPost): string =>
  author === null ? `nobody:${key}` : (organisation ?? (partyName === undefined ? author : `${author}:${partyName}`));
