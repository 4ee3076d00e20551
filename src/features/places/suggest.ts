// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import { bestArea } from "./area.ts";
import { keep } from "#platform/db/kept.ts";
import { areasOf, closedAreasOf, generalArea, type Area } from "./store.ts";

/**
 * The area that should answer: the one that words and themes point to (or that took it over), else the secretariat's own, so that nothing is left
 * without one. Undefined only while the municipality has no areas.
 */
export async function suggestArea(
  db: Db | Tx,
  { text, themes }: { text: string; themes: readonly { area: string | null }[] },
): Promise<Area | undefined> {
  const [areas, spoken, closed] = [await areasOf(db), await spokenOf(db), await closedAreasOf(db)];
  const heirs = new Map(closed.map(({ id, heir }) => [id, heir]));
  const lying = themes.map(({ area }) => ({ area: area === null ? null : (heirs.get(area) ?? area) }));
  const best = bestArea(spoken, lying, text) ?? (await generalArea(db));
  return areas.find((area) => area.id === best) ?? areas[0];
}

/** The open areas with their words, and with those of what they took over. */
const spokenOf = keep(["area", "person"], async (db) => {
  const [areas, closed] = [await areasOf(db), await closedAreasOf(db)];
  return areas.map(({ id, keywords }) => ({
    id,
    keywords: [...keywords, ...closed.filter(({ heir }) => heir === id).flatMap((one) => one.keywords)],
  }));
});
