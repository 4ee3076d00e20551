// SPDX-License-Identifier: EUPL-1.2
import { addDays, type LocalDay } from "./local-day.ts";

/** Names are keys; the sentence a person reads stands in a slice's texts. */
export type Holiday = { day: LocalDay; key: string };

/**
 * Denmark's public holidays (helligdage) of one year, in order. Store bededag, the fourth Friday after Easter, was one
 * until 2023 (lov nr. 214 af 7. marts 2023, in force 1 January 2024). Grundlovsdag and 24 and 31 December are not:
 * where a municipality is closed then, they are days of its own.
 */
export function publicHolidays(year: number): readonly Holiday[] {
  const known = byYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const fromEaster = movable
    .filter(({ until }) => until === undefined || year <= until)
    .map(({ key, after }) => ({ key, day: addDays(easter, after) }));
  const holidays = [
    { key: "new-years-day", day: `${year}-01-01` },
    ...fromEaster,
    { key: "christmas-day", day: `${year}-12-25` },
    { key: "second-day-of-christmas", day: `${year}-12-26` },
  ];
  byYear.set(year, holidays);
  return holidays;
}

export const isPublicHoliday = (day: LocalDay): boolean => daysOf(day.slice(0, 4)).has(day);

const daysByYear = new Map<string, ReadonlySet<LocalDay>>();

function daysOf(year: string): ReadonlySet<LocalDay> {
  const known = daysByYear.get(year) ?? new Set(publicHolidays(Number(year)).map(({ day }) => day));
  daysByYear.set(year, known);
  return known;
}

const byYear = new Map<number, readonly Holiday[]>();

/** Days after Easter Sunday. */
const movable: readonly { key: string; after: number; until?: number }[] = [
  { key: "maundy-thursday", after: -3 },
  { key: "good-friday", after: -2 },
  { key: "easter-sunday", after: 0 },
  { key: "easter-monday", after: 1 },
  { key: "great-prayer-day", after: 26, until: 2023 },
  { key: "ascension-day", after: 39 },
  { key: "whit-sunday", after: 49 },
  { key: "whit-monday", after: 50 },
];

/**
 * Easter Sunday of the Gregorian calendar: the anonymous algorithm of 1876, as in J. Meeus, Astronomical Algorithms
 * (2nd ed., ch. 8). Valid for every Gregorian year; no exceptions to remember.
 */
export function easterSunday(year: number): LocalDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
