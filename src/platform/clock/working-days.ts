// SPDX-License-Identifier: EUPL-1.2
import { isPublicHoliday } from "./holidays.ts";
import { dayOf, endOfDay, localDayOf, numberOf, weekdayOfNumber, type LocalDay } from "./local-day.ts";

export type { LocalDay } from "./local-day.ts";

/** The municipality's own closed days, besides Saturdays, Sundays and public holidays. */
export type ClosedDays = ReadonlySet<LocalDay>;
export const noClosedDays: ClosedDays = new Set();

/** The last day on which a promise is kept, and the last instant of it. */
export type Deadline = { day: LocalDay; due: Date };

/** In: an instant or a day. A working day is Monday to Friday, no public holiday, and not closed. */
export const isWorkingDay = (when: Date | LocalDay, closed: ClosedDays = noClosedDays): boolean =>
  isOpen(numberOf(localDayOf(when)), closed);

/**
 * The deadline `count` working days after an instant. The day itself never counts: three working days from a Monday
 * is Thursday, whatever the hour. Nought is the day itself, or the next working day after it.
 */
export function addWorkingDays(from: Date | LocalDay, count: number, closed: ClosedDays = noClosedDays): Deadline {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  let number = numberOf(localDayOf(from));
  let left = count === 0 && !isOpen(number, closed) ? 1 : count;
  while (left > 0) {
    number += 1;
    if (isOpen(number, closed)) left -= 1;
  }
  const day = dayOf(number);
  return { day, due: endOfDay(day) };
}

/** The first working day after a day. */
export const nextWorkingDay = (after: Date | LocalDay, closed: ClosedDays = noClosedDays): LocalDay => addWorkingDays(after, 1, closed).day;

/** Working days after `from` up to and including `to`; negative when `to` is the earlier one. */
export function workingDaysBetween(from: Date | LocalDay, to: Date | LocalDay, closed: ClosedDays = noClosedDays): number {
  const [first, last] = [numberOf(localDayOf(from)), numberOf(localDayOf(to))];
  const [early, late, sign] = first <= last ? [first, last, 1] : [last, first, -1];
  let count = 0;
  for (let number = early + 1; number <= late; number += 1) if (isOpen(number, closed)) count += 1;
  return count === 0 ? 0 : sign * count;
}

/** Weekends are sorted out by number: only the other days become text. */
function isOpen(number: number, closed: ClosedDays): boolean {
  if (weekdayOfNumber(number) > 5) return false;
  const day = dayOf(number);
  return !closed.has(day) && !isPublicHoliday(day);
}
