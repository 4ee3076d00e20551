// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, daysBetween, endOfDay, isLocalDay, localDayOf, noonOf, startOfDay, weekdayOf } from "./local-day.ts";

const hours = (day: string) => (endOfDay(day).getTime() + 1 - startOfDay(day).getTime()) / 3_600_000;
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1996-01-01", days));

test("an idea sent half an hour after midnight in Denmark belongs to the new day, summer and winter", () => {
  assert.equal(localDayOf(new Date("2026-06-30T22:30:00Z")), "2026-07-01");
  assert.equal(localDayOf(new Date("2026-12-31T23:30:00Z")), "2027-01-01");
  assert.equal(localDayOf(new Date("2026-12-31T22:30:00Z")), "2026-12-31");
});

test("the day the clocks go forward has 23 hours, the day they go back has 25", () => {
  assert.equal(hours("2026-03-29"), 23);
  assert.equal(hours("2026-10-25"), 25);
  assert.equal(hours("2026-11-25"), 24);
  assert.equal(startOfDay("2026-03-29").toISOString(), "2026-03-28T23:00:00.000Z");
  assert.equal(endOfDay("2026-03-29").toISOString(), "2026-03-29T21:59:59.999Z");
  assert.equal(endOfDay("2026-10-25").toISOString(), "2026-10-25T22:59:59.999Z");
});

test("every day starts and ends in itself, and the next begins one millisecond later", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      assert.equal(localDayOf(startOfDay(day)), day);
      assert.equal(localDayOf(endOfDay(day)), day);
      assert.equal(localDayOf(noonOf(day)), day);
      assert.equal(localDayOf(new Date(startOfDay(day).getTime() - 1)), addDays(day, -1));
      assert.equal(endOfDay(day).getTime() + 1, startOfDay(addDays(day, 1)).getTime());
    }),
  );
});

test("counting days forward and back comes to the same day, and weekdays follow each other", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, days) => {
      const other = addDays(day, days);
      assert.equal(daysBetween(day, other), days);
      assert.equal(addDays(other, -days), day);
      assert.equal((((weekdayOf(other) - weekdayOf(day) - days) % 7) + 7) % 7, 0);
    }),
  );
  assert.equal(weekdayOf("2026-11-23"), 1);
  assert.equal(weekdayOf("2026-11-29"), 7);
});

test("30 February and other days that do not exist are refused", () => {
  for (const text of ["2026-02-30", "2025-02-29", "2026-13-01", "26-01-01", "2026-1-1", "i dag", ""]) {
    assert.equal(isLocalDay(text), false, text);
    assert.throws(() => weekdayOf(text), RangeError);
  }
  assert.equal(isLocalDay("2028-02-29"), true);
});
