// SPDX-License-Identifier: EUPL-1.2

/** A text and what to call it when it is like another. */
export type NamedText = { name: string; text: string };

/**
 * Pairs of texts that share `length` words in a row, with the words. The same run twice in one text counts too: people
 * do not repeat themselves word for word. Case and punctuation are no difference.
 */
export function sharedRuns(texts: readonly NamedText[], length = 6): string[] {
  const first = new Map<string, string>();
  const found: string[] = [];
  for (const { name, text } of texts) {
    const words = text.toLocaleLowerCase("da").match(/[\p{L}\p{N}]+/gu) ?? [];
    for (let at = 0; at + length <= words.length; at += 1) {
      const run = words.slice(at, at + length).join(" ");
      const other = first.get(run);
      if (other === undefined) first.set(run, name);
      else found.push(`${other} and ${name}: "${run}"`);
    }
  }
  return found;
}
