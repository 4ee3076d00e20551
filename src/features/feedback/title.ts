// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Kinds } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

type Untitled = { thing: string; kind: string; title: string | null };

/**
 * What somebody was asked about, with the title that they may read: a public thing's own, a private one's from its card, which its kind
 * shows to nobody else. Undefined: for this actor it is not there (any more).
 */
export async function withTitle<R extends Untitled>(
  db: Db | Tx,
  request: R,
  { kinds, lang, now, actor }: { kinds: Kinds; lang: Lang; now: Date; actor: Actor },
): Promise<(R & { title: string }) | undefined> {
  if (request.title !== null) return { ...request, title: request.title };
  const [card] = (await kinds.get(request.kind)?.cards(db, [request.thing], lang, now, actor)) ?? [];
  return card && { ...request, title: card.title };
}
