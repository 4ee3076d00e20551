// SPDX-License-Identifier: EUPL-1.2
import { fewest, groupsToTell, isFew, type Counts } from "#platform/few.ts";
import { measureOf, type Judged, type Measure } from "./measure.ts";

/** What is published of the whole municipality, or of one area: its measure and the cases that it counts; none where it is hidden. */
export type Published<Area> = { area: Area | undefined; measure: Measure; cases: readonly Judged[] };

/**
 * The whole municipality first, then each area as given. Nothing few can be reckoned out of what is shown:
 *
 * - What is private is counted along in an area where at least five are; anybody can count the public ones, so fewer would stand bare.
 * - What the whole has beyond the areas that are shown says nothing of few (`groupsToTell`). To leave out the whole instead would take
 *   the number that most ask for, and take it for as long as any area is small; to add noise would make numbers that no longer open the
 *   cases they count.
 *
 * Hidden for being small and hidden for another's sake look the same: told apart, they would narrow down the small one.
 */
export function published<Area extends { id: string }>(settled: readonly Judged[], areas: readonly Area[]): Published<Area>[] {
  const bare = new Set(barePrivate(settled));
  const counted = settled.filter((one) => !bare.has(one));
  const whole = isFew(byArea([...bare])) ? counted : settled;
  const rows = areas.map((area) => ({ area, cases: counted.filter((one) => one.area === area.id) }));
  const shown = groupsToTell(byArea(whole), new Map(rows.map(({ area, cases }) => [area.id, cases.length])));
  return [{ area: undefined, ...rowOf(whole) }, ...rows.map(({ area, cases }) => ({ area, ...rowOf(shown.has(area.id) ? cases : []) }))];
}

/** The private cases of each area that has fewer than five of them. */
function barePrivate(settled: readonly Judged[]): Judged[] {
  const hidden = Map.groupBy(
    settled.filter(({ open }) => open === null),
    ({ area }) => area,
  );
  return [...hidden.values()].filter((cases) => cases.length < fewest).flat();
}

function byArea(cases: readonly Judged[]): Counts {
  const counts = new Map<string, number>();
  for (const { area } of cases) counts.set(area, (counts.get(area) ?? 0) + 1);
  return counts;
}

function rowOf(cases: readonly Judged[]): { measure: Measure; cases: readonly Judged[] } {
  const measure = measureOf(cases);
  return { measure, cases: measure.few ? [] : cases };
}
