// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { ContributionType } from "./entry.ts";

type Named = { id: string; name: Record<Lang, string> };

/** Why two fit together. Each holds in what the two say; `sayReason` makes a sentence of it. */
export type Reason =
  | { code: "same-theme"; theme: Named }
  /** Different themes below the same upper one. */
  | { code: "kindred-theme"; theme: Named }
  /** Words that stand in both texts as they are, at most three, what says most first. */
  | { code: "words"; words: string[] }
  /** A word of the one and a word of the other that share a part: "skovtur" and "skoven" share "skov". */
  | { code: "like-words"; own: string; theirs: string; part: string }
  | { code: "same-type"; type: ContributionType }
  | { code: "same-place"; locality: { id: string; name: string } }
  /** Between the middles of the two localities. */
  | { code: "near"; metres: number }
  | { code: "remote" }
  /** The weekly times that both have, as `Entry.slots`. */
  | { code: "time"; slots: number }
  /** The days that both have. */
  | { code: "days"; from: LocalDay; until: LocalDay }
  /** The offer has room for, or is enough for, as many as the need is about. `type` is the offer's. */
  | { code: "room"; persons: number; room: number; type: ContributionType }
  | { code: "enough"; left: number };

/** What is to be asked about before the two rely on it. */
export type Doubt =
  | { code: "other-type"; own: ContributionType; theirs: ContributionType }
  | { code: "far"; metres: number }
  | { code: "unknown-place" }
  | { code: "unknown-time" }
  | { code: "no-common-time" }
  | { code: "unknown-room"; persons: number }
  | { code: "little-room"; persons: number; room: number }
  | { code: "min-age"; age: number }
  | { code: "credential"; credential: string };

export type Counterpart = {
  thing: string;
  kind: string;
  reference: string;
  title: string;
  reasons: Reason[];
  doubts: Doubt[];
  /** More than a word that both happen to write. */
  likely: boolean;
};
