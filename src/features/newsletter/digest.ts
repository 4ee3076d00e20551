// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf, startOfDay, weekdayOf, type LocalDay } from "#platform/clock/local-day.ts";

export const intervals = ["day", "week"] as const;
export type Every = (typeof intervals)[number];
export const isEvery = (value: unknown): value is Every => intervals.some((every) => every === value);

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Weekly digests come on a Friday (ISO 8601). */
const friday = 5;

/**
 * A transaction that began before a digest may end after it. None lives so long: a statement ends after eight seconds, an idle one
 * after ten. So what happened up to this long before the hour is all there, and nothing falls between two digests.
 */
export const margin = 2 * minute;

/** Half past seven by the municipality's own clock. Clocks change before that hour, so it is counted back from the next midnight. */
const morningOf = (on: LocalDay): Date => new Date(startOfDay(addDays(on, 1)).getTime() - 16.5 * hour);

/** The last hour at which digests were due: today or the days before it, whatever has been asleep since. */
export function latestMorning(every: Every, now: Date): Date {
  const today = localDayOf(now);
  const days = every === "day" ? 0 : (weekdayOf(today) - friday + 7) % 7;
  const morning = morningOf(addDays(today, -days));
  return morning <= now ? morning : morningOf(addDays(today, -days - (every === "day" ? 1 : 7)));
}

export type Window = { from: Date; until: Date };

/**
 * What a digest tells: everything after `from`, up to and including `until`. Undefined where nothing is due. It goes on where the last
 * one ended, so nothing is left out or told twice. The first one looks back a whole interval from the day somebody began; so does the
 * one after a pause without any subscription.
 */
export function windowOf(every: Every, { since, told, now }: { since: Date; told: Date | undefined; now: Date }): Window | undefined {
  const morning = latestMorning(every, now);
  const until = new Date(morning.getTime() - margin);
  if (since >= morning || (told !== undefined && told >= until)) return undefined;
  const begun = since.getTime() - (every === "day" ? day : 7 * day) - margin;
  return { from: new Date(Math.max(told?.getTime() ?? 0, begun)), until };
}

/** What somebody follows. All three empty: everything. */
export type Subscription = { every: Every; since: Date; locality: string | null; theme: string | null; area: string | null };

/** The narrowest first: what is in Langå stands under Langå, also for who follows everything. */
export const byNarrowest = (a: Subscription, b: Subscription): number => width(a) - width(b);
const width = ({ locality, theme, area }: Subscription): number => (locality ? 0 : theme ? 1 : area ? 2 : 3);
