// SPDX-License-Identifier: EUPL-1.2
import { addDays, type LocalDay } from "#platform/clock/local-day.ts";
import { fewest, groupsToTell } from "#platform/few.ts";

/** A post has found contact in time when two were brought together over it within so many days of being put up. */
export const contactWithinDays = 7;

export type Period = { from: LocalDay; until: LocalDay };
/** The last twelve months, today among them. */
export const lastTwelveMonths = (today: LocalDay): Period => ({ from: addDays(today, -364), until: today });

/** How many there were of one place and one kind of party, and for how many of them it went as it should. */
export type Cell = { locality: string; party: string; outOf: number; counted: number };

/** A number that may be told, or that there are too few. */
export type Told = { few: true } | { few: false; counted: number; outOf: number };
export type Row = { group: string; told: Told };
export type Breakdown = { whole: Told; localities: Row[]; parties: Row[] };

/** The whole, and the same by place and by kind of party; nothing that few can be reckoned from. The largest group first. */
export function breakdown(cells: readonly Cell[]): Breakdown {
  const whole = sum(cells);
  return {
    whole: whole.outOf < fewest ? { few: true } : { few: false, ...whole },
    localities: rowsBy(cells, ({ locality }) => locality),
    parties: rowsBy(cells, ({ party }) => party),
  };
}

function rowsBy(cells: readonly Cell[], groupOf: (cell: Cell) => string): Row[] {
  const groups = new Map([...Map.groupBy(cells, groupOf)].map(([group, of]) => [group, sum(of)]));
  const tell = groupsToTell(new Map([...groups].map(([group, { outOf }]) => [group, outOf])));
  const rows = [...groups].map(([group, numbers]) => ({ group, numbers, shown: tell.has(group) }));
  return rows
    .toSorted(
      (a, b) => Number(b.shown) - Number(a.shown) || (a.shown ? b.numbers.outOf - a.numbers.outOf : 0) || (a.group < b.group ? -1 : 1),
    )
    .map(({ group, numbers, shown }) => ({ group, told: shown ? { few: false, ...numbers } : { few: true } }));
}

const sum = (cells: readonly Cell[]): { counted: number; outOf: number } => ({
  counted: cells.reduce((all, { counted }) => all + counted, 0),
  outOf: cells.reduce((all, { outOf }) => all + outOf, 0),
});
