// SPDX-License-Identifier: EUPL-1.2
import { addDays, isLocalDay } from "#platform/clock/local-day.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween, type ClosedDays, type LocalDay } from "#platform/clock/working-days.ts";

// What an area promises whoever writes to it, whatever the kind: by when it is read, by when it is answered, and what may move that.

export const allDuties = ["look", "acknowledge", "answer"] as const;
export type Duty = (typeof allDuties)[number];
export const isDuty = (value: unknown): value is Duty => allDuties.some((duty) => duty === value);

export type Due = { duty: Duty; day: LocalDay };

/** What the rules need to know of something that waits for an answer. */
export type Promised = {
  /** Nothing more is awaited of the municipality. */
  over: boolean;
  acknowledged: boolean;
  acknowledgeBy: LocalDay;
  /** The day that holds now: as promised when it was sent, until "we are looking into it" says another. */
  dueBy: LocalDay;
};

/** "We are looking into it" can be said so often; then an answer is due. */
export const mostPostponements = 2;

/** The days of something, fixed when it is sent. In: what its area promises, in working days. */
export function promisedDays(
  sent: Date,
  { acknowledgeDays, answerDays }: { acknowledgeDays: number; answerDays: number },
  closed: ClosedDays,
): { acknowledgeBy: LocalDay; answerBy: LocalDay } {
  const after = (days: number): LocalDay => addWorkingDays(sent, days, closed).day;
  return { acknowledgeBy: after(acknowledgeDays), answerBy: after(answerDays) };
}

/** What is awaited of an area, soonest first. */
export function awaitedOf({ over, acknowledged, acknowledgeBy, dueBy }: Promised): Due[] {
  if (over) return [];
  return [...(acknowledged ? [] : [{ duty: "acknowledge" as const, day: acknowledgeBy }]), { duty: "answer", day: dueBy }];
}

/** Of what is awaited, what should have been done: the day itself is still in time. */
export const passedOf = (awaited: readonly Due[], today: LocalDay): Due[] => awaited.filter(({ day }) => day < today);

/** A day that passed, as it is written down when it has been told of: each once. */
export const passedKey = ({ duty, day }: { duty: string; day: LocalDay }): string => `${duty} ${day}`;

/** A new day may be this many days of the calendar away. */
const furthest = 366;

/** What is wrong with the new day of "we are looking into it": a working day after today, within a year. Undefined when nothing is. */
export function wrongWithNewDay(
  day: string | undefined,
  { today, closed }: { today: LocalDay; closed: ClosedDays },
): "required" | "wrong" | "past" | "too-far" | "closed" | undefined {
  if (day === undefined) return "required";
  if (!isLocalDay(day)) return "wrong";
  if (day <= today) return "past";
  if (day > addDays(today, furthest)) return "too-far";
  return isWorkingDay(day, closed) ? undefined : "closed";
}

export type Kept = {
  promised: LocalDay;
  /** The day after "we are looking into it", where that was said. */
  postponedTo: LocalDay | undefined;
  workingDays: number;
  /** Working days after the day that held; nought when in time. */
  late: number;
};

/** How a final answer stands to what was promised. */
export function kept(
  { submittedAt, answerBy, dueBy }: { submittedAt: Date; answerBy: LocalDay; dueBy: LocalDay },
  answered: Date,
  closed: ClosedDays,
): Kept {
  return {
    promised: answerBy,
    postponedTo: dueBy === answerBy ? undefined : dueBy,
    workingDays: workingDaysBetween(submittedAt, answered, closed),
    late: Math.max(0, workingDaysBetween(dueBy, answered, closed)),
  };
}
