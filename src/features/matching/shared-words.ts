// SPDX-License-Identifier: EUPL-1.2
import { remember } from "#platform/remember.ts";
import { tellingWords } from "./analyse.ts";
import type { Described } from "./described.ts";
import { isFaint } from "./faint-words.ts";
import { sharedPart, shortest } from "./like-words.ts";
import { rootOf } from "./stem.ts";

/** Words that stand in both texts as they are; and two that share a part. */
export type SharedWords = {
  same: string[];
  alike: { own: string; theirs: string; part: string } | undefined;
};

/** Word → root. */
type Words = ReadonlyMap<string, string>;

const mostWords = 3;
const shortestEnding = 5;

/**
 * Finds what stands in both texts, what is rarest among the candidates first. In: one's own, and all candidates. Out: for one of
 * them, what it shares.
 */
export function sharingWith(own: Described, candidates: readonly Described[]): (other: Described) => SharedWords {
  const mine = longWords(own);
  const having = new Map<string, number>();
  for (const other of candidates)
    for (const word of longWords(other).keys()) if (mine.has(word)) having.set(word, (having.get(word) ?? 0) + 1);
  const rarest = (words: readonly string[]): string[] => words.toSorted((a, b) => (having.get(a) ?? 0) - (having.get(b) ?? 0));
  return (other) => {
    const theirs = longWords(other);
    const same = rarest([...mine.keys()].filter((word) => theirs.has(word))).slice(0, mostWords);
    return { same, alike: alike(mine, theirs, same) };
  };
}

const longWords = ({ heading, text }: Described): Words => readWords(`${heading} ${text}`);

const readWords = remember(
  (text: string): Words =>
    new Map(
      tellingWords(text)
        .filter((word) => word.length >= shortest)
        .map((word): [string, string] => [word, rootOf(word)])
        .filter(([, root]) => !isFaint(root)),
    ),
  3_000,
);

/** The pair that shares the longest part, of words that are not the same anyway. */
function alike(mine: Words, theirs: Words, same: readonly string[]): SharedWords["alike"] {
  let best: SharedWords["alike"];
  for (const own of mine) {
    for (const other of theirs) {
      const part = partOf(own, other);
      if (part === undefined || part.length <= (best?.part.length ?? 0) || same.some((one) => one.startsWith(part))) continue;
      best = { own: own[0], theirs: other[0], part };
    }
  }
  return best;
}

/** The same word with another ending, or a part that both have: always where both begin or end. */
function partOf(own: [string, string], other: [string, string]): string | undefined {
  const [[word, root], [otherWord, otherRoot]] = [own, other];
  if (root === otherRoot) return word !== otherWord && root.length >= 3 ? root : undefined;
  return [sharedPart(word, otherWord), sharedPart(root, otherRoot)].find(
    (part) => part !== undefined && saysSomething(part, word, otherWord),
  );
}

/** A short ending may be chance: "ring" of "rengøring". */
function saysSomething(part: string, word: string, other: string): boolean {
  if (isFaint(part) || isFaint(rootOf(part))) return false;
  return part.length >= shortestEnding || (word.startsWith(part) && other.startsWith(part));
}
