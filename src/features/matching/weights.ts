// SPDX-License-Identifier: EUPL-1.2
// All numbers of matching, in one place. Found on the graded posts of quality.slow.test.ts; what moves here moves its figures.
import type { ContributionType } from "./entry.ts";

/** How many are read at most. */
export const caps = {
  /** Of one key, newest first. */
  perKey: 100,
  /** Words of a text that are looked for: the title's first. */
  words: 40,
  /** Nearest localities that are asked for what is of the same type. */
  localities: 8,
  /** Read whole, filtered and weighed. */
  pool: 200,
  /** Given reasons besides those that are shown, so that others can come up where some step back. */
  spare: 40,
  /** Of a text, in letters. */
  text: 2_000,
} as const;

/** What a key weighs when the pool is chosen; a word that few have weighs more. */
export const keyWeights = { word: 1, start: 0.7, themeAndType: 1.5, theme: 1, near: 0.3, remote: 0.3, type: 0.1 } as const;

/** How much of that is left where the type is another one, and where the place is none of the nearest. */
export const keyFactors = { kindredType: 0.5, otherType: 0.2, elsewhere: 0.85 } as const;

/** How alike two texts are: words of the one that the other has; and groups of four letters, which see through compounds. Of a long text
 * the heaviest words are its measure. */
export const textWeights = { words: 1.3, letters: 0.8, title: 2, faint: 0.2, likeWord: 0.6, most: 24 } as const;

/** What it is about comes first: all else only tells apart what is about the same. */
export const topicWeights = { text: 4, theme: 0.15, kindred: 0.03 } as const;

/** How much of a direction's score each of these decides: 0 nothing, 1 all. */
export const share = { type: 0.7, place: 0.35, time: 0.3, room: 0.4, fresh: 0.05 } as const;

export const place = {
  /** So near that it makes no difference. */
  freeKm: 1,
  /** From there each of these halves it. */
  halfKm: 10,
  /** Not said, by one of them. */
  unknown: 0.7,
  /** One of them can do it from home. */
  remote: 0.85,
} as const;

export const time = { none: 0.1, unknown: 0.7, some: 0.75 } as const;
export const room = { little: 0.2, unknown: 0.7 } as const;

/** Types that can do for each other. */
export const kindredTypes: readonly (readonly [ContributionType, ContributionType])[] = [
  ["time", "skill"],
  ["time", "transport"],
  ["skill", "knowledge"],
  ["time", "knowledge"],
  ["thing", "sponsorship"],
  ["space", "visit"],
  ["knowledge", "visit"],
  ["thing", "transport"],
];
export const type = { kindred: 0.35, other: 0.15 } as const;

/** Days in which half of the newness goes. */
export const halfLifeDays = 90;

export const least = {
  /** Texts, in the weaker direction: below that they are about something else. Less where a theme is the same, none where the type is too. */
  alike: 0.08,
  alikeWithTheme: 0.05,
  /** Of what the best one is worth. */
  ofBest: 0.1,
  reasons: 2,
} as const;
export const mostReasons = 4;

export const fairness = {
  alpha: 0.15,
  /** The first page, on which a party stands at most twice. */
  page: 10,
  perParty: 2,
  /** The weaker direction is less than this of the stronger one. */
  oneSided: 0.4,
  /** A shorter page has no places to give. */
  leastPage: 3,
  /** Listed so long without an introduction: one of them gets a place on the first page. */
  forgottenDays: 14,
} as const;
