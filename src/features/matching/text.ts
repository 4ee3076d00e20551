// SPDX-License-Identifier: EUPL-1.2
import { analyse, tellingWords } from "./analyse.ts";
import type { Described } from "./described.ts";
import { shortest, sharedPart } from "./like-words.ts";
import { textWeights } from "./weights.ts";

/** How much of what the one says the other says too: of one's own in theirs, and of theirs in one's own. 0 to 1. */
export type TextScore = { forward: number; backward: number };

type Text = Pick<Described, "thing" | "heading" | "text">;
type Weights = ReadonlyMap<string, number>;

/**
 * How alike texts are, in both directions: stems that both have, weighed by how few of the candidates have them, and groups of
 * four letters, which see "tur i skoven" in "skovtur". In: one's own text and at most some hundreds of others. The only place that
 * knows how Danish is read: a better reader replaces this function.
 */
export function textScores(own: Text, candidates: readonly Text[]): Map<string, TextScore> {
  const all = [own, ...candidates];
  const [words, letters] = [all.map(({ heading, text }) => analyse(heading, text)), all.map(letterWeights)];
  const [rareWords, rareLetters] = [rarity(words), rarity(letters)];
  const [ownWords = new Map(), ...theirWords] = words.map((each) => weighed(each, rareWords));
  const [ownLetters = new Map(), ...theirLetters] = letters.map((each) => weighed(each, rareLetters));
  return new Map(
    candidates.map(({ thing }, at) => {
      const [theirs = new Map(), letter = new Map()] = [theirWords[at], theirLetters[at]];
      const alike = textWeights.letters * cosine(ownLetters, letter);
      return [
        thing,
        {
          forward: textWeights.words * covered(ownWords, theirs) + alike,
          backward: textWeights.words * covered(theirs, ownWords) + alike,
        },
      ];
    }),
  );
}

function letterWeights({ heading, text }: Text): Weights {
  const weights = new Map<string, number>();
  for (const word of tellingWords(`${heading} ${text}`)) {
    const padded = ` ${word} `;
    for (let at = 0; at + 4 <= padded.length; at += 1) {
      const group = padded.slice(at, at + 4);
      weights.set(group, 1);
    }
  }
  return weights;
}

/** The fewer have it, the more it says: from nearly 0 where all have it. */
function rarity(texts: readonly Weights[]): (key: string) => number {
  const having = new Map<string, number>();
  for (const text of texts) for (const key of text.keys()) having.set(key, (having.get(key) ?? 0) + 1);
  return (key) => {
    const n = having.get(key) ?? 0;
    return Math.log(1 + (texts.length - n + 0.5) / (n + 0.5));
  };
}

const weighed = (text: Weights, rare: (key: string) => number): Weights =>
  new Map([...text].map(([key, weight]) => [key, weight * rare(key)]));

/** How much of a text's weight the other has too, as the same stem or, for less, as a part of a longer one. */
function covered(text: Weights, other: Weights): number {
  let had = 0;
  const whole = [...text.values()]
    .toSorted((a, b) => b - a)
    .slice(0, textWeights.most)
    .reduce((sum, each) => sum + each, 0);
  const longOnes = [...other.keys()].filter((word) => word.length >= shortest);
  for (const [word, weight] of text) {
    if (other.has(word)) had += weight;
    else if (word.length >= shortest && longOnes.some((long) => sharedPart(word, long) !== undefined)) had += textWeights.likeWord * weight;
  }
  return whole === 0 ? 0 : Math.min(1, had / whole);
}

function cosine(a: Weights, b: Weights): number {
  let dot = 0;
  for (const [key, weight] of a) dot += weight * (b.get(key) ?? 0);
  return dot === 0 ? 0 : dot / (length(a) * length(b));
}

const length = (weights: Weights): number => Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight ** 2, 0));
