// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from "#platform/auth/actor.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { kindsOn } from "#platform/modules.ts";
import type { Query } from "./operation.ts";
import type { World } from "./world.ts";

/** Answers a query on the connection that cannot write. Throws a Refusal: 403, 404 or 422. */
export function ask<Result>(
  world: World,
  query: Query<Result>,
  { actor, lang, input, reference }: { actor: Actor; lang: Lang; input: unknown; reference?: string | undefined },
): Promise<Result> {
  return query.answer({ db: world.read, actor, lang, input, reference, now: world.clock.now(), kinds: kindsOn(world) });
}
