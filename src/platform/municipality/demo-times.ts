// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf, startOfDay, type LocalDay } from "#platform/clock/local-day.ts";
import { addWorkingDays, isWorkingDay, type ClosedDays } from "#platform/clock/working-days.ts";
import type { DemoIdea } from "./demo-schema.ts";

/** When each thing happened to a demo idea. What has not happened is undefined. */
export type DemoTimes = {
  submitted: Date;
  looked: Date | undefined;
  acknowledged: Date | undefined;
  /** One per answer, in their order; `newDay` only where it says "we are looking into it". */
  answers: { at: Date; newDay: LocalDay | undefined }[];
  /** That it goes into another; `reply` where the author who was asked has said yes or no. */
  proposal: { at: Date; reply: Date | undefined } | undefined;
  withdrawn: Date | undefined;
};

/** In: the idea, the instant the demo world is made, the municipality's closed days. Nothing comes out later than `now`. */
export function demoTimes(idea: DemoIdea, now: Date, closed: ClosedDays): DemoTimes {
  const day = sentOn(idea.submitted, localDayOf(now), closed);
  const past = (on: LocalDay, hour: number): Date => earlier(at(on, hour), new Date(now.getTime() - fiveMinutes));
  const submitted = past(day, idea.submitted.hour);
  const worked = (days: number | null | undefined, hour: number): Date | undefined => {
    if (days === null || days === undefined) return undefined;
    const done = past(addWorkingDays(day, days, closed).day, hour);
    return done > submitted ? done : new Date(submitted.getTime() + fiveMinutes / 2);
  };
  return {
    submitted,
    looked: worked(idea.lookedAfter, 9.2),
    acknowledged: worked(idea.acknowledgedAfter, 9.6),
    answers: idea.answers.map((answer) => {
      const given = worked(answer.daysAfter, officeHour(idea.key)) ?? submitted;
      return { at: given, newDay: answer.status === "investigating" ? addWorkingDays(given, answer.newInDays, closed).day : undefined };
    }),
    proposal: idea.proposal && {
      at: worked(idea.proposal.daysAfter, officeHour(idea.key)) ?? submitted,
      reply: worked(idea.proposal.reply?.daysAfter, 19.3),
    },
    withdrawn: idea.withdrawnAfterDays === undefined ? undefined : past(addDays(day, idea.withdrawnAfterDays), 19),
  };
}

const fiveMinutes = 300_000;

export function sentOn(sent: DemoIdea["submitted"], today: LocalDay, closed: ClosedDays): LocalDay {
  if ("daysAgo" in sent) return addDays(today, -sent.daysAgo);
  let day = addWorkingDays(today, 0, closed).day;
  for (let left = sent.workingDaysAgo; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day, closed)) left -= 1;
  }
  return day > today ? today : day;
}

/** Between ten and half past two, always the same for the same idea: nobody answers forty letters on the stroke of nine. */
const officeHour = (key: string): number => 10 + [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 270, 7) / 60;

/** The day the clocks change it is an hour off; nobody will mind. */
const at = (day: LocalDay, hour: number): Date => new Date(startOfDay(day).getTime() + Math.round(hour * 60) * 60_000);

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** When the clock's own job tells of something: in the first minutes of a day. */
export const toldOn = (day: LocalDay): Date => new Date(startOfDay(day).getTime() + 3 * fiveMinutes);

/** When a promised day that passed was told of; undefined where it was kept, or lies ahead. */
export function passedAt(due: LocalDay, done: Date | undefined, now: Date): Date | undefined {
  const at = toldOn(addDays(due, 1));
  return at > now || (done && done < at) ? undefined : at;
}
