// SPDX-License-Identifier: EUPL-1.2
import { remember } from "#platform/remember.ts";

/** "Karen Holm" is Karen, "Anne-Marie Juhl" is Anne-Marie. A name of one word is itself. */
export const firstNameOf = (name: string): string => wordsOf(name)[0] ?? "";

/**
 * Two letters for the round picture: first and last name (Karen Holm, KH), or the first two of one word (Signe, SI). What kind of company
 * it is is no name (Nordlys ApS, NO).
 */
export const initialsOf = remember((name: string): string => {
  const words = wordsOf(name.replace(companyForm, ""));
  const [first = "", last = first] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = words.length > 1 ? [lettersOf(first)[0], lettersOf(last)[0]] : lettersOf(first).slice(0, 2);
  return letters.join("").toLocaleUpperCase("da");
}, 2_000);

const companyForm = /(?<=\S)\s+(?:aps|[aikp]\/s|ivs|[afs]\.?m\.?b\.?a\.?)\s*$/iu;

const wordsOf = (name: string): string[] =>
  name
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => lettersOf(word).length > 0);

const lettersOf = (word: string): string[] => word.match(/[\p{L}\p{N}]\p{M}*/gu) ?? [];
