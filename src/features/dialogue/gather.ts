// SPDX-License-Identifier: EUPL-1.2

/** Something that was said, as far as it matters for telling those who follow. */
export type News = { thing: string; number: number; person: string | null; at: Date };

/**
 * What a reader has not heard of: grouped by thing, the thing with the newest first, and the newest first in each. One's own words
 * are no news, nor what was told before. In: everything said under what the reader follows; the window (`since`, `until`].
 * Out: nothing at all where there is no news, so that no mail goes.
 */
export function gather<One extends News>(
  said: readonly One[],
  { reader, since, until }: { reader: string; since: Date; until: Date },
): { thing: string; comments: One[] }[] {
  const news = said
    .filter(({ person, at }) => person !== reader && at > since && at <= until)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.number - a.number);
  return [...Map.groupBy(news, ({ thing }) => thing)].map(([thing, comments]) => ({ thing, comments }));
}
