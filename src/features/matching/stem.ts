// SPDX-License-Identifier: EUPL-1.2
import { remember } from "#platform/remember.ts";

// The Danish stemmer of Snowball (Porter), as its public description has it: longest ending first in each step, and only in what
// follows the first consonant after a vowel, but never before the fourth letter.
const vowel = /[aeiouyæåø]/u;
const mainEndings =
  /(?:erendes|erende|hedens|ethed|erede|heden|heder|endes|ernes|erens|erets|ered|ende|erne|eren|erer|heds|enes|eres|eret|hed|ene|ere|ens|ers|ets|en|er|es|et|e)$/u;
const sEnding = /[abcdfghjklmnoprtvyzå]s$/u;
const hardEnding = /(?:gd|dt|gt|kt)$/u;
const otherEnding = /(?:elig|lig|els|ig)$/u;
const double = /([^aeiouyæåø])\1$/u;

/** What stays of a Danish word without its endings: "cyklerne" → "cykl". In: one word in small letters. */
export const stemOf = remember((word: string): string => {
  const from = regionOf(word);
  const inRegion = (text: string, ending: RegExp): string | undefined => ending.exec(text.slice(Math.min(from, text.length)))?.[0];
  const cut = (text: string, letters: number): string => text.slice(0, text.length - letters);
  const softened = (text: string): string => (inRegion(text, hardEnding) ? cut(text, 1) : text);

  const ending = inRegion(word, mainEndings);
  let stem = word;
  if (ending !== undefined) stem = cut(word, ending.length);
  else if (from < word.length && sEnding.test(word)) stem = cut(word, 1);
  stem = softened(stem);
  if (stem.endsWith("igst")) stem = cut(stem, 2);
  const other = inRegion(stem, otherEnding);
  if (other !== undefined) stem = softened(cut(stem, other.length));
  else if (inRegion(stem, /løst$/u)) stem = cut(stem, 1);
  return from < stem.length && double.test(stem) ? cut(stem, 1) : stem;
}, 20_000);

function regionOf(word: string): number {
  const letters = [...word];
  for (let at = 1; at < letters.length; at += 1) {
    if (vowel.test(letters[at - 1] ?? "") && !vowel.test(letters[at] ?? "")) return Math.max(3, at + 1);
  }
  return word.length;
}

/** What is done and the doing of it: "træning" and "træne", "klipning" and "klippe", "reparation" and "reparere", "kørsel" and "køre". */
const doing = /(?:(?<=[bdfhjklmprstv])ning|ing|ation|sel)$/u;

/** The stem without what makes a noun of a verb, where a word is left: "ring" and "spring" stay. */
export const rootOf = remember((word: string): string => {
  const stem = stemOf(word);
  const root = stem.replace(doing, "");
  return root.length >= 3 && vowel.test(root) ? root : stem;
}, 20_000);
