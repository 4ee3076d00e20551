// SPDX-License-Identifier: EUPL-1.2

export const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const parts = ["morning", "afternoon", "evening"] as const;
export type Slot = `${(typeof days)[number]}-${(typeof parts)[number]}`;

/** Parts of the week, Monday morning first. */
export const slots: readonly Slot[] = days.flatMap((day) => parts.map((part): Slot => `${day}-${part}`));
export const isSlot = (value: unknown): value is Slot => slots.some((slot) => slot === value);

/** As the database keeps them: bit n is the n-th of `slots`. None chosen is "not said". */
export const asBits = (chosen: readonly Slot[]): number | null =>
  chosen.length === 0 ? null : chosen.reduce((bits, slot) => bits | (1 << slots.indexOf(slot)), 0);

export const fromBits = (bits: number | null): Slot[] => (bits === null ? [] : slots.filter((_, n) => (bits & (1 << n)) !== 0));
