// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Card, Kinds } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { relations, type Relation, type Way } from "./relations.ts";
import type { Tie } from "./store.ts";

export type Ref = { id: string; kind: string };

/** Cards of things of any kinds, in the order asked for: one query a kind, and one for kinds that share theirs. What may not be seen is left out. */
export async function cardsOf(kinds: Kinds, db: Db | Tx, refs: Ref[], lang: Lang, now: Date, actor?: Actor): Promise<Card[]> {
  const found = await Promise.all(
    [...Map.groupBy(refs, ({ kind }) => kinds.get(kind)?.cards)].map(
      ([cards, of]) =>
        cards?.(
          db,
          of.map(({ id }) => id),
          lang,
          now,
          actor,
        ) ?? Promise.resolve([]),
    ),
  );
  const byId = new Map(found.flat().map((card) => [card.id, card]));
  return refs.flatMap((ref) => byId.get(ref.id) ?? []);
}

/** The things at the other end of one relation, ready to be shown. */
export type Linked = { relation: Relation; way: Way; things: { kind: string; reference: string; title: string; href: string }[] };

/** A thing's links in groups, in the order of the relations. What no slice knows any more is left out. */
export function linked(kinds: Kinds, ties: Tie[], lang: Lang): Linked[] {
  const ways: Way[] = ["to", "from"];
  return relations
    .flatMap((relation) => ways.map((way) => ({ relation, way })))
    .map((group) => ({
      ...group,
      things: ties
        .filter((tie) => tie.relation === group.relation && tie.way === group.way)
        .flatMap(({ kind, reference, title }) => {
          const href = kinds.get(kind)?.page(lang, { reference });
          return href === undefined ? [] : [{ kind, reference, title, href }];
        }),
    }))
    .filter(({ things }) => things.length > 0);
}
