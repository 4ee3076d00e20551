// SPDX-License-Identifier: EUPL-1.2
import { addDays, type LocalDay } from "#platform/clock/local-day.ts";
import { contributionTypes, type ContributionType } from "#features/matching/index.ts";

export const postKinds = ["offer", "need"] as const;
export type PostKind = (typeof postKinds)[number];
export const isPostKind = (value: unknown): value is PostKind => postKinds.some((kind) => kind === value);
export const otherKind = (kind: PostKind): PostKind => (kind === "offer" ? "need" : "offer");

export { contributionTypes, type ContributionType };
export const isContributionType = (value: unknown): value is ContributionType => contributionTypes.some((type) => type === value);

/** A citizen, or one of the kinds of organisation. */
export const partyKinds = ["citizen", "association", "business", "institution", "local-council", "group", "municipality"] as const;
export type PartyKind = (typeof partyKinds)[number];
export const isPartyKind = (value: unknown): value is PartyKind => partyKinds.some((kind) => kind === value);

/** Who may answer it. */
export const audiences = ["everyone", "organisations"] as const;
export type Audience = (typeof audiences)[number];
export const credentials = ["childrens-attest", "criminal-record", "driving-licence", "first-aid", "trade"] as const;
export type Credential = (typeof credentials)[number];
export const routings = ["direct", "brokered"] as const;
export type Routing = (typeof routings)[number];

/** How a post ends for good, or until it is taken up again. */
export const closings = ["fulfilled", "withdrawn", "removed"] as const;
export type Closing = (typeof closings)[number];

/** Days that a post stays where its writer says nothing else, and at most. */
export const usualDays = 90;
export const mostDays = 365;
/** So often its words can be changed and its last day be moved: the history is for people to read. */
export const mostEdits = 50;
export const mostRenewals = 100;
/** Its writer is told so many days before the last one. */
export const warnedDays = [14, 3] as const;
/** A post that nobody has answered gets help after so many days. */
export const helpAfterDays = 14;

/** What the rules need to know of a post. */
export type State = {
  kind: PostKind;
  /** Somebody has let it through, or nobody needed to. */
  published: boolean;
  /** Somebody looked and did not let it through; mended, it is looked at again. */
  refused: boolean;
  paused: boolean;
  closed: Closing | null;
  expiresOn: LocalDay;
  quantity: number | null;
  taken: number;
  owned: boolean;
  hasMailbox: boolean;
  /** How often its words were changed, and its last day moved. */
  edits: number;
  renewals: number;
};

export type Step =
  | "edit"
  | "confirm"
  | "claim"
  | "look"
  | "pause"
  | "resume"
  | "renew"
  | "fulfil"
  | "withdraw"
  | "remove"
  | "put-back"
  | "introduce"
  | "copy";

export type Shown = "held" | "not-let-through" | "open" | "paused" | "all-given" | "fulfilled" | "expired" | "withdrawn" | "removed";

/** What a person reads of a post on a day. */
export function shownStatus(post: Omit<State, "owned" | "hasMailbox" | "kind" | "edits" | "renewals">, today: LocalDay): Shown {
  if (post.closed !== null) return post.closed;
  if (post.refused) return "not-let-through";
  if (!post.published) return "held";
  if (post.expiresOn < today) return "expired";
  if (post.paused) return "paused";
  return left(post) === 0 ? "all-given" : "open";
}

/** How many are left; undefined where it is not counted. */
export const left = ({ quantity, taken }: Pick<State, "quantity" | "taken">): number | undefined =>
  quantity === null ? undefined : quantity - taken;

/** Why a step cannot be taken on a day; undefined when it can. The code is a sentence in the texts (`refused.<code>`). */
export function whyNot(step: Step, post: State, today: LocalDay): string | undefined {
  const shown = shownStatus(post, today);
  if (step === "copy") return undefined;
  if (shown === "withdrawn") return "withdrawn";
  if (step === "put-back") return shown === "removed" ? undefined : "not-removed";
  if (shown === "removed") return step === "withdraw" ? undefined : "removed";
  if (step === "confirm" || step === "claim") return post.owned ? "has-author" : undefined;
  if (step === "withdraw" || step === "remove") return undefined;
  if (step === "look") return post.published ? "is-public" : undefined;
  if (step === "edit") return shown === "fulfilled" ? "fulfilled" : post.edits >= mostEdits ? "edited-often" : undefined;
  if (shown === "held") return "not-public";
  if (shown === "not-let-through") return "not-let-through";
  if (step === "renew") return shown === "fulfilled" ? "fulfilled" : whyNotLonger(post, today);
  if (shown === "fulfilled") return step === "fulfil" ? "fulfilled" : step === "resume" ? undefined : "fulfilled";
  if (step === "fulfil") return undefined;
  if (shown === "expired") return "expired";
  if (step === "pause") return shown === "paused" ? "paused" : undefined;
  if (step === "resume") return shown === "paused" ? undefined : "not-paused";
  if (shown === "paused") return "paused";
  return shown === "all-given" ? "all-given" : undefined;
}

/**
 * Whether somebody must look before others see it. A party that has had a post let through is known; so is whoever works for the
 * municipality. Everything sent without logging in is looked at unless its mailbox is confirmed – and then as that person's.
 */
export const mustBeLookedAt = (party: { known: boolean; works: boolean }): boolean => !party.known && !party.works;

const whyNotLonger = ({ renewals, expiresOn }: State, today: LocalDay): string | undefined =>
  renewals >= mostRenewals ? "renewed-often" : expiresOn >= addDays(today, mostDays) ? "renewed-far" : undefined;

/** The new last day of a post that is renewed today: as long again as is usual, counted from today, never earlier than it was. */
export const renewedUntil = (today: LocalDay, expiresOn: LocalDay): LocalDay => {
  const until = addDays(today, usualDays);
  return until > expiresOn ? until : addDays(expiresOn, 1);
};
