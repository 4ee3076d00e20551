// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";
import { linksOf } from "#platform/links/index.ts";
import { kindsOn } from "#platform/modules.ts";
import type { Happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { toFollowers } from "#features/dialogue/index.ts";
import { neededForLetter } from "./mails-needed-for.ts";

type Desk = { world: World; tx: Tx; event: Happening };
type Need = { id: string; reference: string; title: string; ownerPerson: string | null };

/**
 * Whoever wrote or follows what something is needed for hears when it is looked for, and when it is found; but not who looks for it,
 * or has found it. What is not public, or of a part that is switched off, is not there.
 */
export async function tellNeededFor({ world, tx, event }: Desk, need: Need, what: "missing" | "met"): Promise<void> {
  const kinds = kindsOn(world);
  for (const { id, kind: name, reference, title } of await linksOf(tx, need.id, { relation: "needs", way: "from" })) {
    const kind = kinds.get(name);
    if (!kind) continue;
    const { owner_person: ownerPerson } = await tx
      .selectFrom("platform.thing")
      .select("owner_person")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const about = { title, href: kind.page, reference };
    await toFollowers({ world, tx, event, on: { id, ownerPerson } }, (to, tie) => neededForLetter({ need, about, what }, to, tie), {
      except: [need.ownerPerson, event.by],
    });
  }
}
