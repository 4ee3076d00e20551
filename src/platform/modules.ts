// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";
import type { Kinds } from "#platform/feature.ts";
import type { World } from "#platform/operations/world.ts";

/** The slices that the secretariat has switched off. */
export const modulesOff = keep(["module"], async (db): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom("platform.module_off").select("name").execute();
  return new Set(rows.map(({ name }) => name));
});

/** Of some slices those that are switched on. */
export async function switchedOn<F extends { name: string }>(db: Db | Tx, features: readonly F[]): Promise<F[]> {
  const off = await modulesOff(db);
  return features.filter(({ name }) => !off.has(name));
}

/** The kinds of things of what is switched on, as the world last heard: of the others there are neither cards nor links nor conversations. */
export function kindsOn({ registry, site }: Pick<World, "registry" | "site">): Kinds {
  if (site.off.size === 0) return registry.kinds;
  const off = new Set(
    registry.features.filter(({ name }) => site.off.has(name)).flatMap(({ kinds = [] }) => kinds.map(({ kind }) => kind)),
  );
  return new Map([...registry.kinds].filter(([kind]) => !off.has(kind)));
}
