// SPDX-License-Identifier: EUPL-1.2

export type Run = { kind: "same" | "added" | "removed"; text: string };

/** More differences than this are not worth following word by word: what differs is shown as one removed and one added run. */
const mostSteps = 400;

/**
 * What became of a text, word by word (Myers' greedy algorithm, steps capped, so the work is at most words × steps). In: two
 * texts. Out: runs; those that are not "added" give the old text, those that are not "removed" the new one.
 */
export function wordDiff(before: string, after: string): Run[] {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [oldMiddle, nowMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  return joined([
    { kind: "same", text: old.slice(0, start).join("") },
    ...(stepsBetween(oldMiddle, nowMiddle) ?? [
      { kind: "removed", text: oldMiddle.join("") },
      { kind: "added", text: nowMiddle.join("") },
    ]),
    { kind: "same", text: end === 0 ? "" : old.slice(-end).join("") },
  ]);
}

/** Words, the white space between them, and single marks: joined they are the text again. */
const wordsIn = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];

/** The shortest way from one list of words to another, or undefined where it is longer than the cap. */
function stepsBetween(old: string[], now: string[]): Run[] | undefined {
  const reached = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let steps = 0; steps <= Math.min(mostSteps, old.length + now.length); steps += 1) {
    trail.push(new Map(reached));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = isDown(reached, diagonal, steps) ? (reached.get(diagonal + 1) ?? 0) : (reached.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      reached.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return walkBack(trail, old, now);
    }
  }
  return undefined;
}

/** Whether a diagonal is reached by adding a word rather than by removing one. */
const isDown = (reached: Map<number, number>, diagonal: number, steps: number): boolean =>
  diagonal === -steps || (diagonal !== steps && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1));

function walkBack(trail: Map<number, number>[], old: string[], now: string[]): Run[] {
  const runs: Run[] = [];
  let [x, y] = [old.length, now.length];
  for (const [steps, reached] of [...trail.entries()].toReversed()) {
    const diagonal = x - y;
    const down = isDown(reached, diagonal, steps);
    const from = steps === 0 ? 0 : (reached.get(diagonal + (down ? 1 : -1)) ?? 0);
    const fromY = steps === 0 ? 0 : from - diagonal - (down ? 1 : -1);
    while (x > from && y > fromY && old[x - 1] === now[y - 1]) {
      runs.push({ kind: "same", text: old[x - 1] ?? "" });
      [x, y] = [x - 1, y - 1];
    }
    if (steps === 0) break;
    runs.push(down ? { kind: "added", text: now[y - 1] ?? "" } : { kind: "removed", text: old[x - 1] ?? "" });
    [x, y] = [from, fromY];
  }
  return runs.toReversed();
}

/** Neighbours of one kind as one run; between two words that are the same, what was removed stands before what was added. */
function joined(runs: Run[]): Run[] {
  const out: Run[] = [];
  let [removed, added] = ["", ""];
  const flush = (): void => {
    if (removed !== "") out.push({ kind: "removed", text: removed });
    if (added !== "") out.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const { kind, text } of runs) {
    if (text === "") continue;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === "same") last.text += text;
      else out.push({ kind, text });
    }
  }
  flush();
  return out;
}
