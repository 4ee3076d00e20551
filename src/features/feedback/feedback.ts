// SPDX-License-Identifier: EUPL-1.2

export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** From so many answers of an area they are shown: with fewer, one could guess who said what. */
export const shownFrom = 5;
/** Four and five say that it went well. */
export const goodFrom: Score = 4;

/** Hours after the occasion before a mail asks: whoever had an answer has read it first. */
export const waitHours = 48;
/** Days that the link in the mail works. */
export const linkDays = 60;
/** Days after which it is forgotten who was asked; what was said stays without a person. */
export const knownDays = 365;

export type Tally = { total: number; good: number; by: Record<Score, number> };

/** How many gave which score, and how many of all found it good; undefined below the number that is shown. Never an average alone. */
export function tallyOf(given: readonly { score: number; count: number }[]): Tally | undefined {
  const by: Record<Score, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const { score, count } of given) for (const one of scores) if (one === score) by[one] += count;
  const total = scores.reduce((sum, one) => sum + by[one], 0);
  if (total < shownFrom) return undefined;
  return { total, good: scores.filter((one) => one >= goodFrom).reduce((sum, one) => sum + by[one], 0), by };
}
