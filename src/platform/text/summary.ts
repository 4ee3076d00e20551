// SPDX-License-Identifier: EUPL-1.2

/** The first sentences, whole words, at most so many characters. */
export function summaryOf(text: string, most = 160): string {
  // Twice as much, so that the white space that is taken out does not count.
  const line = text
    .slice(0, 2 * most)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= most && text.length <= 2 * most) return line;
  // Whole sentences where they fit; else whole words.
  const sentence = line.slice(0, most).search(/[.!?](?=\s[^.!?]*$)/);
  if (sentence >= most / 3) return line.slice(0, sentence + 1);
  return `${line.slice(0, line.lastIndexOf(" ", most)).replace(/[,;:–-]$/, "")} …`;
}
