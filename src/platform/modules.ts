// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";

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
