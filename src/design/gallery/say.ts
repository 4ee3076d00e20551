// SPDX-License-Identifier: EUPL-1.2

/** Sample words in the page's language; both stand side by side in the gallery. */
export type Say = (danish: string, english: string) => string;

export const in_ =
  (lang: string): Say =>
  (danish, english) =>
    lang === "da" ? danish : english;
