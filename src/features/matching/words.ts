// SPDX-License-Identifier: EUPL-1.2

/** The words of a text as they stand there, in small letters, each once, in order. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .normalize("NFC")
      .toLocaleLowerCase("da")
      .match(/\p{L}[\p{L}\p{N}]*/gu),
  ),
];

/** Takes names out of a text where they stand as names: with a capital, alone or with an s. Words of two letters are none. */
export function leavingOut(names: readonly string[]): (text: string) => string {
  const words = new Set(names.flatMap((name) => name.match(/\p{L}{3,}/gu) ?? []).flatMap((word) => [word, `${word}s`]));
  return (text) => text.replaceAll(/(?<!\p{L})\p{Lu}\p{L}{2,}/gu, (word) => (words.has(word) ? " " : word));
}
