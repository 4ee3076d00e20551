// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, startOfDay } from "#platform/clock/local-day.ts";
import { isWorkingDay, noClosedDays, workingDaysBetween } from "#platform/clock/working-days.ts";
import { awaitedOf, kept, passedOf, promisedDays, wrongWithNewDay } from "./promise.ts";

const moment = fc
  .integer({ min: 0, max: 1_500 * 24 * 60 })
  .map((minutes) => new Date(startOfDay("2025-01-01").getTime() + minutes * 60_000));
const days = fc.integer({ min: 1, max: 30 });

test("whatever an area promises, whenever it is sent: both days are working days, exactly as many as promised", () => {
  fc.assert(
    fc.property(moment, days, days, (sent, acknowledgeDays, more) => {
      const answerDays = acknowledgeDays + more;
      const { acknowledgeBy, answerBy } = promisedDays(sent, { acknowledgeDays, answerDays }, noClosedDays);
      assert.ok(isWorkingDay(acknowledgeBy) && isWorkingDay(answerBy));
      assert.equal(workingDaysBetween(sent, acknowledgeBy, noClosedDays), acknowledgeDays);
      assert.equal(workingDaysBetween(sent, answerBy, noClosedDays), answerDays);
    }),
  );
});

const open = { over: false, acknowledged: false, acknowledgeBy: "2026-11-05", dueBy: "2026-11-23" };

test("first it is read, then it is answered; what is over awaits nothing", () => {
  assert.deepEqual(awaitedOf(open), [
    { duty: "acknowledge", day: "2026-11-05" },
    { duty: "answer", day: "2026-11-23" },
  ]);
  assert.deepEqual(awaitedOf({ ...open, acknowledged: true }), [{ duty: "answer", day: "2026-11-23" }]);
  assert.deepEqual(awaitedOf({ ...open, over: true }), []);
});

test("the day itself is in time; the next is late, and stays so", () => {
  assert.deepEqual(passedOf(awaitedOf(open), "2026-11-05"), []);
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (first, more) => {
      const today = addDays("2026-11-01", first);
      const later = passedOf(awaitedOf(open), addDays(today, more));
      for (const due of passedOf(awaitedOf(open), today)) assert.ok(later.some(({ duty, day }) => duty === due.duty && day === due.day));
    }),
  );
});

test("a new day is a working day after today, within a year", () => {
  const calendar = { today: "2026-11-23", closed: new Set(["2026-12-24"]) };
  assert.equal(wrongWithNewDay(undefined, calendar), "required");
  assert.equal(wrongWithNewDay("snart", calendar), "wrong");
  assert.equal(wrongWithNewDay("2026-11-23", calendar), "past");
  assert.equal(wrongWithNewDay("2026-11-28", calendar), "closed", "a Saturday");
  assert.equal(wrongWithNewDay("2026-12-24", calendar), "closed", "the municipality's own");
  assert.equal(wrongWithNewDay("9999-12-31", calendar), "too-far");
  assert.equal(wrongWithNewDay("2026-12-04", calendar), undefined);
});

test("an answer on Thursday 12 November was given after eight working days, in time", () => {
  const sent = { submittedAt: new Date("2026-11-02T09:00:00+01:00"), answerBy: "2026-11-23", dueBy: "2026-11-23" };
  assert.deepEqual(kept(sent, new Date("2026-11-12T13:00:00+01:00"), noClosedDays), {
    promised: "2026-11-23",
    postponedTo: undefined,
    workingDays: 8,
    late: 0,
  });
  assert.equal(kept(sent, new Date("2026-11-23T23:59:00+01:00"), noClosedDays).late, 0);
  assert.equal(kept(sent, new Date("2026-11-24T00:01:00+01:00"), noClosedDays).late, 1);
  assert.equal(kept({ ...sent, dueBy: "2026-12-04" }, new Date("2026-11-24T09:00:00+01:00"), noClosedDays).postponedTo, "2026-12-04");
});
