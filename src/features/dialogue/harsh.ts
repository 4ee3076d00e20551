// SPDX-License-Identifier: EUPL-1.2
import { harshWords } from "./harsh-words.ts";

/**
 * Whether a comment should be shown back to its writer once: a hard word, shouting in capitals, or a row of exclamation marks.
 * Whole words only: nobody is asked because of "Narvik" or "tabernakel". It decides nothing: whoever sends it again is heard.
 */
export function isHarsh(text: string): boolean {
  return hasHarshWord(text) || shouts(text) || /!{3,}/.test(text) || (text.match(/!/g) ?? []).length > 5;
}

const phrases = new Set([...harshWords.da, ...harshWords.en]);

function hasHarshWord(text: string): boolean {
  const words =
    text
      .normalize("NFC")
      .toLocaleLowerCase("da")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some((word, at) => phrases.has(word) || phrases.has(`${word} ${words[at + 1] ?? ""}`));
}

/** Four long words or more in capitals, and hardly anything else: a name, an abbreviation or one stressed word is no shout. */
function shouts(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const loud = words.filter((word) => word === word.toLocaleUpperCase("da") && word !== word.toLocaleLowerCase("da"));
  return loud.length >= 4 && loud.length >= words.length * 0.6;
}
