// SPDX-License-Identifier: EUPL-1.2
import { remember } from "#platform/remember.ts";

/** A day of the calendar in Denmark, "YYYY-MM-DD": no time, no zone. Compares as text. */
export type LocalDay = string;

/** Deadlines are judged here, wherever the server stands. */
export const zone = "Europe/Copenhagen";

const dayMs = 86_400_000;
const ninetyMinutes = 5_400_000;
// Swedish writes dates as ISO 8601; the formatter is made once because making one costs a hundred times using it.
const isoTime = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });

/** The local day an instant falls on. A day that is given stays as it is. */
export function localDayOf(when: Date | LocalDay): LocalDay {
  if (typeof when === "string") return checked(when);
  const instant = when.getTime();
  return dayOf(Math.floor((instant + offsetAt(instant)) / dayMs));
}

/** The first instant of a local day. */
export function startOfDay(day: LocalDay): Date {
  const utc = utcOf(day);
  // Local midnight is 22:00 or 23:00 UTC the day before; clocks change at 01:00 UTC, so 22:30 has the offset of midnight.
  return new Date(utc - offsetAt(utc - ninetyMinutes));
}

/** The last millisecond of a local day: until then a deadline is kept. The day has 23, 24 or 25 hours. */
export const endOfDay = (day: LocalDay): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1);

/** In: days of the calendar, negative for earlier. */
export const addDays = (day: LocalDay, days: number): LocalDay => dayOf(numberOf(day) + days);

/** The day as a number, one more each day, for loops over many days. `dayOf` turns it back. */
export const numberOf = (day: LocalDay): number => utcOf(day) / dayMs;
export const dayOf = remember((number: number): LocalDay => new Date(number * dayMs).toISOString().slice(0, 10), 10_000);

/** Days of the calendar from one day to another; negative when the other is earlier. */
export const daysBetween = (from: LocalDay, to: LocalDay): number => (utcOf(to) - utcOf(from)) / dayMs;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdayOf = (day: LocalDay): number => weekdayOfNumber(numberOf(day));
/** Day 0, 1 January 1970, was a Thursday. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Noon in UTC is the same day in Denmark the whole year: what `Intl` is given to say a day. */
export const noonOf = (day: LocalDay): Date => new Date(utcOf(day) + dayMs / 2);

export const isLocalDay = (text: string): boolean => parsed(text) !== undefined;

function checked(day: string): LocalDay {
  utcOf(day);
  return day;
}

/** Remembered: long lists ask for the same few days again and again. */
const utcOf = remember((day: LocalDay): number => {
  const utc = parsed(day);
  if (utc === undefined) throw new RangeError(`Not a day of the calendar, YYYY-MM-DD: ${day}`);
  return utc;
}, 10_000);

/** Midnight in UTC; undefined for 30 February, which `Date.parse` would move to March. */
function parsed(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const utc = Date.parse(text);
  return new Date(utc).getUTCDate() === Number(text.slice(8)) ? utc : undefined;
}

const quarter = 900_000;

/** Milliseconds that local time is ahead of UTC. Clocks change at a full quarter of an hour, so one answer holds for each. */
const offsetAt = (instant: number): number => offsetOf(Math.floor(instant / quarter) * quarter);
const offsetOf = remember((at: number) => Date.parse(`${isoTime.format(at).replace(" ", "T")}Z`) - at, 10_000);
