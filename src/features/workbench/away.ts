// SPDX-License-Identifier: EUPL-1.2
import { areasOf, personOf, type Actor } from "#platform/auth/actor.ts";
import type { Db } from "#platform/db/connect.ts";
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

/** The title of a thing that somebody has just done something to, where it lies in an area whose inbox they keep, or is public. */
export async function titleOf(db: Db, actor: Actor, reference: string | undefined): Promise<string | undefined> {
  if (reference === undefined) return undefined;
  const areas = areasOf(actor);
  const row = await db
    .selectFrom("platform.thing as thing")
    .innerJoin("platform.search_document as document", "document.thing", "thing.id")
    .select("document.title")
    .where("thing.reference", "=", reference)
    .where((eb) => eb.or([eb("thing.visibility", "=", "public"), ...(areas.length > 0 ? [eb("thing.area", "in", areas)] : [])]))
    .executeTakeFirst();
  return row?.title;
}
