// SPDX-License-Identifier: EUPL-1.2

/** Under so many a number says more of the few than of the whole. */
export const fewest = 5;

/** How many there are of each group. */
export type Counts = ReadonlyMap<string, number>;

/**
 * Which groups may be told of beside the whole, so that nothing few can be reckoned: what the whole has beyond the groups that are told is
 * never fewer than five, nor all of one group. Where it would be, the smallest that is told is hidden too. This is secondary suppression,
 * as offices of statistics do it. In: the whole; and how many of each group would be told, where that is fewer than it has.
 */
export function groupsToTell(whole: Counts, told: Counts = whole): Set<string> {
  const shown = [...told]
    .filter(([, count]) => count >= fewest)
    .toSorted(([, a], [, b]) => a - b)
    .map(([group]) => group);
  while (shown.length > 0 && isFew(beyond(whole, told, shown))) shown.shift();
  return new Set(shown);
}

/** Whether what is told of together says too much of some: fewer than five, or all of one group. None say nothing. */
export function isFew(counts: Counts): boolean {
  const some = [...counts.values()].filter((count) => count > 0);
  const all = some.reduce((sum, count) => sum + count, 0);
  return all > 0 && (all < fewest || some.length === 1);
}

function beyond(whole: Counts, told: Counts, shown: readonly string[]): Counts {
  return new Map([...whole].map(([group, count]) => [group, shown.includes(group) ? count - (told.get(group) ?? 0) : count]));
}
