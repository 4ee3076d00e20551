// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { keepAs } from "#platform/db/kept.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { counterparts, type Counterpart } from "#features/matching/index.ts";
import { sayFits, type Fit } from "./fits.ts";
import type { DeskPost } from "./store-desk.ts";

/** A post and whom it may fit best, where there is anybody. */
export type Suggestion = { post: DeskPost; fit: Fit | undefined };

/**
 * The best counterpart of each of some posts that nobody was introduced over: so no two of them were introduced to each other. What
 * was found is kept until a post, an introduction, a place or a theme moves; each post that is not kept costs two queries.
 */
export async function bestFits(db: Db, posts: readonly DeskPost[], { now, lang }: { now: Date; lang: Lang }): Promise<Suggestion[]> {
  const best = await Promise.all(posts.map(({ id }) => bestOf(db, id, now)));
  const fits = await sayFits(db, best, lang);
  return posts.map((post, at) => ({ post, fit: fits[at] }));
}

const bestOf = (db: Db, post: string, now: Date): Promise<Counterpart | undefined> =>
  keepAs(
    db,
    { kinds: ["offer", "need", "introduction", "place", "theme"], key: `exchange best ${post} ${localDayOf(now)}` },
    async (read) => {
      return (await counterparts(read, post, { limit: 5, now })).find(({ likely }) => likely);
    },
  );

/** Each two once, and none that stand elsewhere. A post for which there is nobody stays. */
export function oncePerPair(found: readonly Suggestion[], elsewhere: readonly Suggestion[] = []): Suggestion[] {
  const seen = new Set(elsewhere.map(pairOf));
  return found.filter((one) => {
    const pair = pairOf(one);
    return !seen.has(pair) && seen.add(pair);
  });
}

const pairOf = ({ post, fit }: Suggestion): string => [post.reference, fit?.reference ?? ""].toSorted().join(" ");
