// SPDX-License-Identifier: EUPL-1.2

/** How many times of a week a bitmask has. */
export function countSlots(slots: number): number {
  let count = 0;
  for (let rest = slots; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

/** The single times of a week in a bitmask, Monday morning first: 3 × weekday + 0 morning, 1 afternoon, 2 evening. */
export const slotsIn = (slots: number): number[] => Array.from({ length: 21 }, (_, bit) => bit).filter((bit) => (slots >> bit) & 1);
