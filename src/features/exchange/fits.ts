// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { keepAs } from "#platform/db/kept.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { counterparts, sayDoubt, sayReason, type Counterpart } from "#features/matching/index.ts";
import { paths } from "./paths.ts";
import { listedByIds, type ListedPost } from "./store-list.ts";

type Asked = { limit: number; now: Date; lang: Lang };

/**
 * Whom a post may fit, best first, with why and what is not known: in words. Found once for all who ask on a day, and again when a post
 * moves, or what it is called: to compare two hundred texts takes longer than all else on the page.
 */
export async function fitsOf(db: Db, post: string, { limit, now, lang }: Asked): Promise<Awaited<ReturnType<typeof find>>> {
  const most = lengths.find((length) => length >= limit) ?? limit;
  const found = await keepAs(
    db,
    { kinds: ["offer", "need", "place", "theme", "person", "text"], key: `exchange.fits/${post}/${most}/${lang}/${localDayOf(now)}` },
    (reading) => find(reading, post, { limit: most, now, lang }),
  );
  return found.slice(0, limit);
}

/** Lists are kept in these lengths alone, whatever number is asked for. The order depends on the length: the first page has its own rules. */
const lengths = [10, 20, 100];

async function find(db: Db | Tx, post: string, { limit, now, lang }: Asked) {
  const fits = await sayFits(db, await counterparts(db, post, { limit, now }), lang);
  return fits.flatMap((fit) => fit ?? []);
}

/** Counterparts as they are shown, each in its place; undefined for what is not there, or others may not see (any more). One query. */
export async function sayFits(db: Db, found: readonly (Counterpart | undefined)[], lang: Lang) {
  const ids = new Set(found.flatMap((fit) => fit?.thing ?? []));
  const posts = ids.size === 0 ? [] : await listedByIds(db, [...ids]);
  const byId = new Map(posts.map((one) => [one.id, one]));
  return found.map((fit) => {
    const one = fit && byId.get(fit.thing);
    return one && { ...shownOf(one), url: paths.post(lang, one), likely: fit.likely, ...whyOf(fit, lang) };
  });
}

/** Why two fit, in words: none where the one is not among the best for the other. Two queries. */
export async function reasonsFor(db: Db, post: string, other: string, { now, lang }: { now: Date; lang: Lang }): Promise<string[]> {
  const found = (await counterparts(db, post, { limit: 100, now })).find(({ thing }) => thing === other);
  return found === undefined ? [] : whyOf(found, lang).reasons;
}

const shownOf = ({ id: _, ...one }: ListedPost) => one;

export const whyOf = ({ reasons, doubts }: Pick<Counterpart, "reasons" | "doubts">, lang: Lang) => ({
  reasons: reasons.map((reason) => asSentence(sayReason(reason, lang))),
  doubts: doubts.map((doubt) => asSentence(sayDoubt(doubt, lang))),
});

const asSentence = (words: string): string => words.charAt(0).toLocaleUpperCase("da") + words.slice(1);

export type Fit = Awaited<ReturnType<typeof fitsOf>>[number];
