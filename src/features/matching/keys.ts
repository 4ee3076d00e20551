// SPDX-License-Identifier: EUPL-1.2
import type { Terms } from "./analyse.ts";
import type { Entry } from "./entry.ts";
import { caps, keyWeights } from "./weights.ts";

/** A key that the other side may have, and what it is worth. */
export type Wanted = { key: string; weight: number };

/** What a thing is found by. The other side asks for the same keys. */
export const keysOf = (
  { type, themes, locality, remote }: Pick<Entry, "type" | "themes" | "locality" | "remote">,
  terms: Terms,
): string[] => [
  ...themes.flatMap((theme) => [`theme:${theme}`, `theme:${theme}/${type}`]),
  `type:${type}`,
  ...(locality ? [`at:${locality}/${type}`] : []),
  ...(remote ? [`remote/${type}`] : []),
  ...wordKeys(terms).map(({ key }) => key),
];

/** The words of a text and, so that compounds are found by their first part, what longer ones begin with. */
export function wordKeys(terms: Terms): Wanted[] {
  const keys = new Map<string, number>();
  const put = (key: string, weight: number): void => void keys.set(key, Math.max(weight, keys.get(key) ?? 0));
  for (const [stem, weight] of [...terms].slice(0, caps.words)) {
    if (stem.length > 60) continue;
    put(`word:${stem}`, weight * keyWeights.word);
    if (stem.length >= 4) put(`start:${stem.slice(0, 4)}`, weight * keyWeights.start);
  }
  return [...keys].map(([key, weight]) => ({ key, weight }));
}
