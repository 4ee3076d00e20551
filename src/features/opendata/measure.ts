// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import { workingDaysBetween, type ClosedDays } from "#platform/clock/working-days.ts";
import { fewest } from "#platform/few.ts";
import type { PromisedCase } from "#platform/open-data.ts";

export type Period = { from: LocalDay; until: LocalDay };

export type Measure =
  /** Not shown. */
  | { few: true }
  | {
      few: false;
      /** Those whose day has passed, and those that were answered before it. */
      due: number;
      inTime: number;
      /** Still without an answer though their day has passed: they are among those due, and not in time. */
      waiting: number;
      postponed: number;
      /** Working days from sent to answered, of those answered: half of them at most so many; nine of ten at most so many. */
      median: number | undefined;
      nineOfTen: number | undefined;
    };

export type Judged = PromisedCase & { settledOn: LocalDay; inTime: boolean; workingDays: number | undefined };

/**
 * How a case stands to what was promised. It is settled on the day of its answer, or, where that came late or not yet, on the day by
 * which it should have come. Undefined while its day lies ahead: then nothing can be said yet.
 */
export function judge(one: PromisedCase, { today, closed }: { today: LocalDay; closed: ClosedDays }): Judged | undefined {
  const answered = one.answeredAt === null ? undefined : localDayOf(one.answeredAt);
  const inTime = answered !== undefined && answered <= one.dueBy;
  if (answered === undefined && one.dueBy >= today) return undefined;
  const workingDays = one.answeredAt === null ? undefined : workingDaysBetween(one.sentAt, one.answeredAt, closed);
  return { ...one, inTime, workingDays, settledOn: inTime ? answered : one.dueBy };
}

/** The cases that were settled in a period. */
export const settledIn = (cases: readonly PromisedCase[], { from, until }: Period, at: { today: LocalDay; closed: ClosedDays }): Judged[] =>
  cases.flatMap((one) => judge(one, at) ?? []).filter(({ settledOn }) => settledOn >= from && settledOn <= until);

/** The measure over cases that are settled. What of it may be shown beside others is said by `published`. */
export function measureOf(settled: readonly Judged[]): Measure {
  if (settled.length < fewest) return { few: true };
  const days = settled.flatMap(({ workingDays }) => workingDays ?? []).toSorted((a, b) => a - b);
  const count = (is: (one: Judged) => boolean): number => settled.filter(is).length;
  return {
    few: false,
    due: settled.length,
    inTime: count(({ inTime }) => inTime),
    waiting: count(({ answeredAt }) => answeredAt === null),
    postponed: count(({ postponed }) => postponed > 0),
    median: days.length < fewest ? undefined : rank(days, 0.5),
    nineOfTen: days.length < fewest ? undefined : rank(days, 0.9),
  };
}

/** The smallest that so large a part does not exceed (nearest rank): a day that somebody really waited. */
const rank = (sorted: readonly number[], part: number): number | undefined => sorted[Math.ceil(part * sorted.length) - 1];

/** The last twelve months, today among them. */
export const lastYear = (today: LocalDay): Period => {
  const before = `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace("-02-29", "-02-28")}`;
  return { from: addDays(before, 1), until: today };
};

export type Quarter = Period & { key: string; year: number; number: number };

/** The quarters of the calendar up to the one of today, the newest first. */
export function quarters(today: LocalDay, most: number): Quarter[] {
  const now = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return Array.from({ length: most }, (_, back) => {
    const [year, index] = [Math.floor((now - back) / 4), (now - back) % 4];
    const month = (number: number): string => String(number).padStart(2, "0");
    const next = index === 3 ? `${year + 1}-01-01` : `${year}-${month(index * 3 + 4)}-01`;
    return { key: `${year}-k${index + 1}`, year, number: index + 1, from: `${year}-${month(index * 3 + 1)}-01`, until: addDays(next, -1) };
  });
}
