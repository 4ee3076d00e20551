// SPDX-License-Identifier: EUPL-1.2
import { tellingWords } from "./analyse.ts";
import type { Described } from "./described.ts";
import { sharedPart, shortest } from "./like-words.ts";

/** Words that stand in both texts as they are; and two that share a part. */
export type SharedWords = { same: string[]; alike: { own: string; theirs: string; part: string } | undefined };

const mostWords = 3;

/**
 * Finds what stands in both texts, what is rarest among the candidates first. In: one's own, and all candidates. Out: for one of
 * them, what it shares.
 */
export function sharingWith(own: Described, candidates: readonly Described[]): (other: Described) => SharedWords {
  const mine = longWords(own);
  const theirs = new Map(candidates.map((other) => [other.thing, longWords(other)]));
  const having = new Map<string, number>();
  for (const words of theirs.values()) for (const word of words) having.set(word, (having.get(word) ?? 0) + 1);
  const rarest = (words: readonly string[]): string[] => words.toSorted((a, b) => (having.get(a) ?? 0) - (having.get(b) ?? 0));
  return ({ thing }) => {
    const words = theirs.get(thing) ?? new Set();
    const same = rarest([...mine].filter((word) => words.has(word))).slice(0, mostWords);
    return { same, alike: alike(mine, words, same) };
  };
}

const longWords = ({ heading, text }: Described): Set<string> =>
  new Set(tellingWords(`${heading} ${text}`).filter((word) => word.length >= shortest));

/** The pair that shares the longest part, of words that are not the same anyway. */
function alike(mine: ReadonlySet<string>, theirs: ReadonlySet<string>, same: readonly string[]): SharedWords["alike"] {
  let best: SharedWords["alike"];
  for (const own of mine) {
    for (const word of theirs) {
      const part = sharedPart(own, word);
      if (part && part.length > (best?.part.length ?? 0) && !same.some((one) => one.startsWith(part))) best = { own, theirs: word, part };
    }
  }
  return best;
}
