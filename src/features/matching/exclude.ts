// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";
import { apart, fromHome, type Described } from "./described.ts";

/** Why two cannot be counterparts at all, whatever else fits. */
export type Exclusion =
  | "itself"
  | "same-side"
  | "same-party"
  | "not-open"
  | "expired"
  | "none-left"
  | "over"
  | "dates-apart"
  | "too-far"
  | "audience";

/** What of the two is looked at. */
export type Sides = Omit<Described, "kind" | "reference" | "title" | "heading" | "text">;

/**
 * The hard rules. In: whose page it is, the other, and today. Only what is said rules out: what nobody said is a doubt. Whose
 * page it is may itself be closed or held: it is shown what there is.
 */
export function excludes(own: Sides, other: Sides, today: LocalDay): Exclusion | undefined {
  if (own.thing === other.thing) return "itself";
  if (own.side === other.side) return "same-side";
  if (own.party !== undefined && own.party === other.party) return "same-party";
  if (other.listedAt === undefined) return "not-open";
  if (other.expiresOn !== undefined && other.expiresOn < today) return "expired";
  if (other.left === 0) return "none-left";
  if (other.untilDay !== undefined && other.untilDay < today) return "over";
  if (isBefore(own, other) || isBefore(other, own)) return "dates-apart";
  if (isTooFar(own, other)) return "too-far";
  if (keepsOut(own, other) || keepsOut(other, own)) return "audience";
  return undefined;
}

const isBefore = (a: Sides, b: Sides): boolean => a.untilDay !== undefined && b.fromDay !== undefined && a.untilDay < b.fromDay;

/** Farther than one of them goes. What can be done from home has no distance. */
function isTooFar(a: Sides, b: Sides): boolean {
  const metres = apart(a, b);
  if (metres === undefined || fromHome(a, b)) return false;
  return [a, b].some(({ reachKm }) => reachKm !== undefined && metres > reachKm * 1_000);
}

const keepsOut = (one: Sides, other: Sides): boolean => one.audience === "organisations" && other.partyKind === "citizen";
