// SPDX-License-Identifier: EUPL-1.2

/**
 * A name as it stands in an address: "Øster Bjerregrav" becomes "oester-bjerregrav". Lower-case ASCII letters, digits
 * and single hyphens; nothing is left of a name without any of them. The same slug again gives itself.
 */
export const slugOf = (name: string): string =>
  [...name.normalize("NFC").toLowerCase()]
    .map((letter) => spelled.get(letter) ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** How Danes write them where only ASCII can stand; the rest lose their accent. Composed first: å is one letter, not an a with a ring. */
const spelled = new Map([
  ["æ", "ae"],
  ["ø", "oe"],
  ["å", "aa"],
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
  ["ß", "ss"],
  ["ð", "d"],
  ["đ", "d"],
  ["þ", "th"],
  ["ł", "l"],
  ["ı", "i"],
  ["œ", "oe"],
]);
