// SPDX-License-Identifier: EUPL-1.2
import { areasOf, personOf, type Actor } from "#platform/auth/actor.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Kinds } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { cardsOf } from "#platform/links/index.ts";
import type { Answering, Area } from "#features/places/index.ts";

type Kept = Answering & { area: Area };

/** How it stands today with the areas whose inbox somebody keeps. */
export type AwayNow = {
  /** They answer themselves; with whom they stand in for, where they do. */
  mine: Kept[];
  /** Somebody else does. */
  others: Kept[];
};

export function awayNow(actor: Actor, answering: readonly Kept[]): AwayNow {
  const kept = new Set(areasOf(actor));
  const me = personOf(actor)?.id;
  const all = answering.filter(({ area }) => kept.has(area.id));
  return { mine: all.filter(({ who }) => who.id === me), others: all.filter(({ who }) => who.id !== me) };
}

type Asking = { db: Db; actor: Actor; kinds: Kinds; lang: Lang; now: Date };

/**
 * The title of a thing that somebody has just done something to, where it lies in an area whose inbox they keep, or is public. What
 * is private stands in no index: its kind is asked.
 */
export async function titleOf({ db, actor, kinds, lang, now }: Asking, reference: string | undefined): Promise<string | undefined> {
  if (reference === undefined) return undefined;
  const areas = areasOf(actor);
  const row = await db
    .selectFrom("platform.thing as thing")
    .leftJoin("platform.search_document as document", "document.thing", "thing.id")
    .select(["thing.id", "thing.kind", "document.title"])
    .where("thing.reference", "=", reference)
    .where((eb) => eb.or([eb("thing.visibility", "=", "public"), ...(areas.length > 0 ? [eb("thing.area", "in", areas)] : [])]))
    .executeTakeFirst();
  if (!row?.title) return row && (await cardsOf(kinds, db, [row], lang, now, actor))[0]?.title;
  return row.title;
}
