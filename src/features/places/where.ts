// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import { invalid } from "#platform/operations/refusal.ts";
import { localityBySlug } from "./store.ts";

/** Where a thing is about no single place. */
export const wholeMunicipality = "hele-kommunen";

/** The id of a place that somebody chose in the field `where`; none for the whole municipality. Refuses what is no place. */
export async function localityWhere(db: Db | Tx, where: string): Promise<string | undefined> {
  if (where === wholeMunicipality) return undefined;
  const locality = await localityBySlug(db, where);
  if (!locality) throw invalid({ where: "wrong" });
  return locality.id;
}
