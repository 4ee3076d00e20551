// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { ClosedDays } from "#platform/clock/working-days.ts";
import type { Waiting } from "#platform/feature.ts";
import { deskOf, type Row } from "./workbench.ts";

/** What waits for somebody on a morning. */
export type Morning = { late: Row[]; today: Row[]; soon: { day: LocalDay; count: number }[]; followUps: number };

/** In: what they answer, what they follow up on, and for how many working days after today it is counted. The most urgent first. */
export function morningOf(rows: Waiting[], followUps: Waiting[], { today, closed, soonDays }: Ahead): Morning {
  const desk = deskOf(rows, today, closed);
  return {
    late: desk.late,
    today: desk.now.filter(({ isToday }) => isToday),
    soon: desk.days.filter(({ day }) => day > today).slice(0, soonDays),
    followUps: followUps.filter(({ late }) => late).length,
  };
}

type Ahead = { today: LocalDay; closed: ClosedDays; soonDays: number };

/** A mail that would say nothing is not sent. */
export const isEmpty = ({ late, today, soon, followUps }: Morning): boolean =>
  late.length + today.length + followUps === 0 && soon.every(({ count }) => count === 0);

/** What names a deadline among the reminders: the same thing has another when another day is promised. */
export const deadlineOf = (row: Row): { what: string; due: LocalDay } => ({
  what: `${row.id}${row.duty === undefined ? "" : ` ${row.duty}`}`,
  due: row.dueDay ?? "",
});
