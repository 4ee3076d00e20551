// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Kinds } from "#platform/feature.ts";
import { holdThing, publicThing, type Welcome } from "#platform/links/index.ts";
import { invalid } from "#platform/operations/refusal.ts";

export type About = Welcome & { id: string; kind: string; title: string };

/** The thing that an idea is about, where it wants ideas now; "closed" where it does not, or is not there. */
export async function aboutOf(db: Db | Tx, reference: string, kinds: Kinds, now: Date): Promise<About | "closed"> {
  const thing = await publicThing(db, reference);
  const welcome = thing && (await kinds.get(thing.kind)?.welcomesIdeas?.(db, thing.id, now));
  return thing && welcome ? { ...thing, ...welcome } : "closed";
}

/**
 * The same for an idea that is sent: what does not want it any more is said, and nothing of the idea is lost. It is held until the idea
 * is tied to it: nobody closes it in between.
 */
export async function mustWelcome(tx: Tx, reference: string | undefined, kinds: Kinds, now: Date): Promise<About | undefined> {
  if (reference === undefined) return undefined;
  await holdThing(tx, reference);
  const about = await aboutOf(tx, reference, kinds, now);
  if (about === "closed") throw invalid({ about: "closed" });
  return about;
}
