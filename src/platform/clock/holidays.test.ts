// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { easterSunday, isPublicHoliday, publicHolidays } from "./holidays.ts";
import { addDays, weekdayOf } from "./local-day.ts";

/** Written down, not computed: Easter Sunday, Store bededag while it was one, Kristi himmelfartsdag, 2. pinsedag. */
const known: readonly [easter: string, prayer: string | undefined, ascension: string, whitMonday: string][] = [
  ["2020-04-12", "2020-05-08", "2020-05-21", "2020-06-01"],
  ["2021-04-04", "2021-04-30", "2021-05-13", "2021-05-24"],
  ["2022-04-17", "2022-05-13", "2022-05-26", "2022-06-06"],
  ["2023-04-09", "2023-05-05", "2023-05-18", "2023-05-29"],
  ["2024-03-31", undefined, "2024-05-09", "2024-05-20"],
  ["2025-04-20", undefined, "2025-05-29", "2025-06-09"],
  ["2026-04-05", undefined, "2026-05-14", "2026-05-25"],
  ["2027-03-28", undefined, "2027-05-06", "2027-05-17"],
  ["2028-04-16", undefined, "2028-05-25", "2028-06-05"],
  ["2029-04-01", undefined, "2029-05-10", "2029-05-21"],
  ["2030-04-21", undefined, "2030-05-30", "2030-06-10"],
];

test("the holidays of 2020 to 2030 are the known ones", () => {
  for (const [easter, prayer, ascension, whitMonday] of known) {
    const year = Number(easter.slice(0, 4));
    const days = new Map(publicHolidays(year).map(({ key, day }) => [key, day]));
    assert.equal(days.get("easter-sunday"), easter);
    assert.equal(days.get("maundy-thursday"), addDays(easter, -3));
    assert.equal(days.get("good-friday"), addDays(easter, -2));
    assert.equal(days.get("easter-monday"), addDays(easter, 1));
    assert.equal(days.get("great-prayer-day"), prayer);
    assert.equal(days.get("ascension-day"), ascension);
    assert.equal(days.get("whit-monday"), whitMonday);
    assert.equal(days.get("new-years-day"), `${year}-01-01`);
    assert.equal(days.get("christmas-day"), `${year}-12-25`);
    assert.equal(days.get("second-day-of-christmas"), `${year}-12-26`);
    assert.equal(days.size, prayer ? 11 : 10);
  }
});

test("Easter falls where it is known to have fallen, also at its earliest and latest", () => {
  const easters = [
    "1818-03-22",
    "1961-04-02",
    "1999-04-04",
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2038-04-25",
    "2049-04-18",
    "2285-03-22",
  ];
  for (const day of easters) assert.equal(easterSunday(Number(day.slice(0, 4))), day);
});

test("Easter is a Sunday between 22 March and 25 April in every year, and holidays stand in order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1700, max: 2600 }), (year) => {
      const easter = easterSunday(year);
      assert.equal(weekdayOf(easter), 7);
      assert.ok(easter.slice(5) >= "03-22" && easter.slice(5) <= "04-25", easter);
      const days = publicHolidays(year).map(({ day }) => day);
      assert.deepEqual(days, days.toSorted());
    }),
  );
});

test("Store bededag was the fourth Friday after Easter, for the last time in 2023", () => {
  assert.equal(isPublicHoliday("2023-05-05"), true);
  assert.equal(isPublicHoliday("2024-04-26"), false);
});

test("Grundlovsdag, Christmas Eve and New Year's Eve are ordinary days unless a municipality closes", () => {
  for (const day of ["2026-06-05", "2026-12-24", "2026-12-31", "2026-05-01"]) assert.equal(isPublicHoliday(day), false, day);
});
