// SPDX-License-Identifier: EUPL-1.2
import type { Db } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { counterparts, sayDoubt, sayReason } from "#features/matching/index.ts";
import { paths } from "./paths.ts";
import { listedByIds } from "./store-list.ts";

/** Whom a post may fit, best first, with why and what is not known: in words. */
export async function fitsOf(db: Db, post: string, { limit, now, lang }: { limit: number; now: Date; lang: Lang }) {
  const found = await counterparts(db, post, { limit, now });
  const posts = new Map(
    (
      await listedByIds(
        db,
        found.map(({ thing }) => thing),
      )
    ).map((one) => [one.id, one]),
  );
  return found.flatMap(({ thing, reasons, doubts }) => {
    const one = posts.get(thing);
    if (one === undefined) return [];
    const { id: _, ...listed } = one;
    return [
      {
        ...listed,
        url: paths.post(lang, one),
        reasons: reasons.map((reason) => sayReason(reason, lang)),
        doubts: doubts.map((doubt) => sayDoubt(doubt, lang)),
      },
    ];
  });
}

export type Fit = Awaited<ReturnType<typeof fitsOf>>[number];
