// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import { bestArea } from "./area.ts";
import { areasOf, generalArea, type Area } from "./store.ts";

/**
 * The area that should answer: the one that words and themes point to, else the secretariat's own, so that nothing is left
 * without one. Undefined only while the municipality has no areas.
 */
export async function suggestArea(
  db: Db | Tx,
  { text, themes }: { text: string; themes: readonly { area: string | null }[] },
): Promise<Area | undefined> {
  const areas = await areasOf(db);
  const best = bestArea(areas, themes, text) ?? (await generalArea(db));
  return areas.find((area) => area.id === best) ?? areas[0];
}
