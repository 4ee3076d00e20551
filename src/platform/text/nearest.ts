// SPDX-License-Identifier: EUPL-1.2
import { slugOf } from "./slug.ts";

/** The name that somebody most likely meant: the one with the fewest letters to change. Undefined where none is near. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const wanted = slugOf(typed.slice(0, 80));
  const [best] = names
    .map((name) => ({ name, steps: stepsBetween(wanted, slugOf(name)) }))
    .filter(({ name, steps }) => steps <= Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3)))
    .toSorted((a, b) => a.steps - b.steps);
  return best?.name;
}

/** Letters to put in, take out or change (Levenshtein). */
export function stepsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
