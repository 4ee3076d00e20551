// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";

export type Side = "offer" | "need";
export const otherSide = (side: Side): Side => (side === "offer" ? "need" : "offer");

export const contributionTypes = ["time", "skill", "thing", "space", "knowledge", "transport", "sponsorship", "visit"] as const;
export type ContributionType = (typeof contributionTypes)[number];

/** What a thing can give or looks for. What is not said is left out: nothing is taken for granted of it. */
export type Entry = {
  /** Its row in the spine, with that kind. */
  thing: string;
  kind: string;
  side: Side;
  type: ContributionType;
  /** Ids of themes. */
  themes: readonly string[];
  /** Id of a locality; none: the whole municipality. */
  locality?: string | undefined;
  /** Can be done from home. */
  remote: boolean;
  /** How far away from its locality it goes at most. */
  reachKm?: number | undefined;
  /** 21 bits: 3 × weekday (Monday is 0) + 0 morning, 1 afternoon, 2 evening. */
  slots?: number | undefined;
  fromDay?: LocalDay | undefined;
  untilDay?: LocalDay | undefined;
  /** A need: how many it is about. An offer: how many it has room for. */
  persons?: number | undefined;
  /** Who stands behind it, by `partyKey`. */
  party?: string | undefined;
  partyKind?: string | undefined;
  audience: "everyone" | "organisations";
  minAge?: number | undefined;
  /** What one must be able to show, in a few words: "børneattest". */
  credential?: string | undefined;
  /** How many are left to take; none: not counted. */
  left?: number | undefined;
  /** Introductions it already had. */
  contacts: number;
  /** Since when it is open; none: not now (held, paused, expired, all taken, withdrawn). */
  listedAt?: Date | undefined;
  /** The last day it is open. */
  expiresOn?: LocalDay | undefined;
};

/** One key for each party, whatever it put forward. In: whichever is known, the surest first; a name alone is the weakest. */
export function partyKey(who: {
  organisation?: string | null | undefined;
  person?: string | null | undefined;
  name?: string | null | undefined;
}): string | undefined {
  if (who.organisation) return `organisation:${who.organisation}`;
  if (who.person) return `person:${who.person}`;
  const name = who.name?.trim().toLocaleLowerCase("da").replaceAll(/\s+/g, " ").slice(0, 160);
  return name ? `name:${name}` : undefined;
}
