// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, localDayOf } from "./local-day.ts";
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from "./working-days.ts";

const closed = new Set(["2026-05-15", "2026-06-05", "2026-12-24", "2026-12-31"]);
const anyInstant = fc.date({ min: new Date("2015-01-01"), max: new Date("2040-12-31"), noInvalidDate: true });
const someDays = fc.integer({ min: 0, max: 60 });
const anyClosed = fc
  .array(
    fc.integer({ min: 0, max: 9000 }).map((days) => addDays("2015-01-01", days)),
    { maxLength: 400 },
  )
  .map((days) => new Set(days));

test("an idea sent on a Wednesday evening is answered fifteen working days later", () => {
  const { day, due } = addWorkingDays(new Date("2026-11-25T20:00:00Z"), 15);
  assert.equal(day, "2026-12-16");
  assert.equal(due.toISOString(), "2026-12-16T22:59:59.999Z");
});

test("what is sent on a Saturday starts to count on Monday", () => {
  assert.equal(addWorkingDays("2026-11-28", 1).day, "2026-11-30");
  assert.equal(addWorkingDays("2026-11-28", 3).day, "2026-12-02");
});

test("Easter, Ascension and the municipality's closed Friday after it do not count", () => {
  assert.equal(addWorkingDays("2026-04-01", 1).day, "2026-04-07");
  assert.equal(addWorkingDays("2026-05-13", 1, closed).day, "2026-05-18");
  assert.equal(addWorkingDays("2026-05-13", 1).day, "2026-05-15");
});

test("Christmas with closed days: three working days from 21 December is 28 December", () => {
  assert.equal(addWorkingDays("2026-12-21", 3, closed).day, "2026-12-28");
  assert.equal(addWorkingDays("2026-12-21", 15, closed).day, "2027-01-15");
});

test("a deadline ends when the local day ends, on both sides of summer time", () => {
  assert.equal(addWorkingDays("2026-03-27", 1).due.toISOString(), "2026-03-30T21:59:59.999Z");
  assert.equal(addWorkingDays("2026-10-23", 1).due.toISOString(), "2026-10-26T22:59:59.999Z");
});

test("nought working days is the day itself, or the next one that is open", () => {
  assert.equal(addWorkingDays("2026-11-25", 0).day, "2026-11-25");
  assert.equal(addWorkingDays("2026-11-28", 0).day, "2026-11-30");
});

test("half a working day, or minus one, is a mistake and says so", () => {
  assert.throws(() => addWorkingDays("2026-11-25", 1.5), /Not a number of working days: 1.5/);
  assert.throws(() => addWorkingDays("2026-11-25", -1), RangeError);
});

test("a deadline is never on a closed day, a holiday or a weekend", () => {
  fc.assert(
    fc.property(anyInstant, someDays, anyClosed, (from, count, days) => {
      const { day, due } = addWorkingDays(from, count, days);
      assert.ok(isWorkingDay(day, days));
      assert.equal(localDayOf(due), day);
      assert.ok(due.getTime() >= from.getTime());
    }),
  );
});

test("counting back gives the number of days one began with", () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: 1, max: 60 }), anyClosed, (from, count, days) => {
      assert.equal(workingDaysBetween(from, addWorkingDays(from, count, days).due, days), count);
    }),
  );
});

test("more days never give an earlier deadline, and neither does sending later", () => {
  fc.assert(
    fc.property(anyInstant, anyInstant, someDays, anyClosed, (one, other, count, days) => {
      const [early, late] = one <= other ? [one, other] : [other, one];
      assert.ok(addWorkingDays(early, count, days).due <= addWorkingDays(late, count, days).due);
      // Nought and one from a closed day are both the next open one.
      assert.ok(addWorkingDays(early, count, days).due <= addWorkingDays(early, count + 1, days).due);
      assert.ok(addWorkingDays(early, count + 1, days).due < addWorkingDays(early, count + 2, days).due);
    }),
  );
});

test("three days and then four are the same as seven", () => {
  fc.assert(
    fc.property(anyInstant, someDays, someDays, anyClosed, (from, first, second, days) => {
      const steps = addWorkingDays(addWorkingDays(from, first, days).day, second, days);
      // From a closed day, nought moves to the next open one and then a whole day is counted from there.
      const start = first === 0 ? addWorkingDays(from, 0, days).day : from;
      assert.equal(steps.day, addWorkingDays(start, first + second, days).day);
    }),
  );
});

test("one more closed day never brings a deadline forward", () => {
  fc.assert(
    fc.property(anyInstant, someDays, fc.integer({ min: 0, max: 90 }), (from, count, after) => {
      const extra = new Set([addDays(localDayOf(from), after)]);
      assert.ok(addWorkingDays(from, count, extra).due >= addWorkingDays(from, count).due);
    }),
  );
});

test("between two days counts the same, with the sign turned, the other way round", () => {
  assert.equal(workingDaysBetween("2026-11-20", "2026-11-23"), 1);
  assert.equal(workingDaysBetween("2026-11-23", "2026-11-20"), -1);
  assert.equal(workingDaysBetween("2026-11-21", "2026-11-22"), 0);
  assert.equal(workingDaysBetween("2026-04-01", "2026-04-07"), 1);
});

test("the workbench's next ten working days step over the weekend", () => {
  const days = ["2026-11-25"];
  while (days.length < 4) days.push(nextWorkingDay(days.at(-1) ?? ""));
  assert.deepEqual(days, ["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"]);
});
