// SPDX-License-Identifier: EUPL-1.2
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import { isWorkingDay, nextWorkingDay, workingDaysBetween, type ClosedDays } from "#platform/clock/working-days.ts";
import type { Waiting } from "#platform/feature.ts";

/** How far ahead the blocks and "waits for you" look, in working days. */
export const ahead = 10;

/** So many are acknowledged with one press: as many as one can read. */
export const mostAtOnce = 50;

export type Row = Waiting & { dueDay: LocalDay | undefined; isToday: boolean; daysLate: number };
export type Desk = { late: Row[]; now: Row[]; coming: Row[]; days: { day: LocalDay; count: number }[]; dueToday: number };

/** Everything that waits, put in order: late first, then what falls due within ten working days, then what comes later. */
export function deskOf(waiting: Waiting[], today: LocalDay, closed: ClosedDays): Desk {
  const days = workingDaysFrom(today, closed);
  const last = days.at(-1) ?? today;
  const rows = waiting
    .map((one) => rowOf(one, today, closed))
    .toSorted((a, b) => compareDays(a.dueDay ?? "9999", b.dueDay ?? "9999") || danish.compare(a.title, b.title));
  const due = new Map<LocalDay, number>();
  for (const { late, dueDay } of rows) if (!late && dueDay !== undefined) due.set(dueDay, (due.get(dueDay) ?? 0) + 1);
  return {
    late: rows.filter((row) => row.late),
    now: rows.filter((row) => !row.late && row.dueDay !== undefined && row.dueDay <= last),
    coming: rows.filter((row) => !row.late && (row.dueDay === undefined || row.dueDay > last)),
    days: days.map((day) => ({ day, count: due.get(day) ?? 0 })),
    dueToday: rows.filter((row) => row.isToday).length,
  };
}

/** Days are letters in order; the titles of one day are in Danish order. */
const compareDays = (a: LocalDay, b: LocalDay): number => (a < b ? -1 : a > b ? 1 : 0);
const danish = new Intl.Collator("da");

function rowOf(one: Waiting, today: LocalDay, closed: ClosedDays): Row {
  const dueDay = one.due && localDayOf(one.due);
  return {
    ...one,
    dueDay,
    isToday: !one.late && dueDay === today,
    daysLate: one.late && dueDay !== undefined ? Math.max(1, workingDaysBetween(dueDay, today, closed)) : 0,
  };
}

/** The next working days, today among them where it is one. */
function workingDaysFrom(today: LocalDay, closed: ClosedDays): LocalDay[] {
  const days = isWorkingDay(today, closed) ? [today] : [];
  while (days.length < ahead) days.push(nextWorkingDay(days.at(-1) ?? today, closed));
  return days;
}

export type Greeting = "morning" | "forenoon" | "afternoon" | "evening";

/** What to say at an hour of the day in the municipality. */
export function greetingAt(hour: number): Greeting {
  if (hour < 5 || hour >= 18) return "evening";
  if (hour < 10) return "morning";
  return hour < 12 ? "forenoon" : "afternoon";
}
