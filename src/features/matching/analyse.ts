// SPDX-License-Identifier: EUPL-1.2
import { everyday } from "./everyday-words.ts";
import { isFaint } from "./faint-words.ts";
import { rootOf } from "./stem.ts";
import { textWeights } from "./weights.ts";
import { wordsOf } from "./words.ts";

/** Stem → what it weighs in a text, the title's first. */
export type Terms = Map<string, number>;

/** What a text is about, in stems: a word of the title weighs more, a faint one less. Everyday words are left out. */
export function analyse(title: string, text: string): Terms {
  const terms: Terms = new Map();
  const read = (words: string, weight: number): void => {
    for (const word of tellingWords(words)) {
      const stem = rootOf(word);
      if (!terms.has(stem)) terms.set(stem, weight * (isFaint(stem) ? textWeights.faint : 1));
    }
  };
  read(title, textWeights.title);
  read(text, 1);
  return terms;
}

/** The words of a text that say something, as they stand there, in small letters. */
export const tellingWords = (text: string): string[] => wordsOf(text).filter((word) => word.length > 1 && !everyday.has(word));
