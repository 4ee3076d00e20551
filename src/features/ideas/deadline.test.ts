// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, localDayOf, startOfDay } from "#platform/clock/local-day.ts";
import { isWorkingDay, noClosedDays, workingDaysBetween } from "#platform/clock/working-days.ts";
import { awaited, deadlinesOf, overdue } from "./deadline.ts";
import { isOver, type State } from "./idea.ts";
import { anyIdea } from "./testing.ts";

const promise = { acknowledgeDays: 3, answerDays: 15 };
const moment = fc
  .integer({ min: 0, max: 1_500 * 24 * 60 })
  .map((minutes) => new Date(startOfDay("2025-01-01").getTime() + minutes * 60_000));
const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays("2026-11-23", days));

test("an idea sent on Monday 2 November is acknowledged by Thursday and answered by Monday 23", () => {
  assert.deepEqual(deadlinesOf(new Date("2026-11-02T09:00:00+01:00"), promise, noClosedDays), {
    lookBy: "2026-11-03",
    acknowledgeBy: "2026-11-05",
    answerBy: "2026-11-23",
  });
});

test("what is sent late on Friday evening has the same days as what is sent that morning", () => {
  const at = (hour: string) => deadlinesOf(new Date(`2026-11-06T${hour}:00+01:00`), promise, noClosedDays);
  assert.deepEqual(at("23:59"), at("08:00"));
});

test("the municipality's own closed days do not count", () => {
  const closed = new Set(["2026-12-24", "2026-12-31"]);
  const sent = new Date("2026-12-22T10:00:00+01:00");
  assert.equal(deadlinesOf(sent, promise, noClosedDays).acknowledgeBy, "2026-12-28");
  assert.equal(deadlinesOf(sent, promise, closed).acknowledgeBy, "2026-12-29");
});

test("whenever it is sent, its days are working days in order, exactly as many as promised", () => {
  fc.assert(
    fc.property(moment, (sent) => {
      const days = deadlinesOf(sent, promise, noClosedDays);
      for (const one of Object.values(days)) assert.ok(isWorkingDay(one));
      assert.ok(localDayOf(sent) < days.lookBy && days.lookBy <= days.acknowledgeBy && days.acknowledgeBy <= days.answerBy);
      assert.equal(workingDaysBetween(sent, days.answerBy, noClosedDays), 15);
    }),
  );
});

const open: State = {
  public: true,
  withdrawn: false,
  refused: false,
  owned: true,
  hasMailbox: false,
  acknowledged: false,
  postponed: 0,
  edits: 0,
  standing: "waiting",
  lookBy: "2026-11-03",
  acknowledgeBy: "2026-11-05",
  answerBy: "2026-11-23",
  dueBy: "2026-11-23",
};

test("the day itself is in time; the next is late", () => {
  assert.deepEqual(overdue(open, "2026-11-05"), []);
  assert.deepEqual(overdue(open, "2026-11-06"), [{ duty: "acknowledge", day: "2026-11-05" }]);
  assert.deepEqual(overdue({ ...open, acknowledged: true }, "2026-11-24"), [{ duty: "answer", day: "2026-11-23" }]);
});

test("an idea sent without a mailbox is looked at from the first day; one with a mailbox waits for its author until that day is there", () => {
  const held = { ...open, public: false, owned: false };
  const duties = (idea: State, today: string) => awaited(idea, today).map(({ duty }) => duty);
  assert.deepEqual(duties(held, "2026-11-02"), ["look", "acknowledge", "answer"]);
  assert.deepEqual(duties({ ...held, hasMailbox: true }, "2026-11-02"), ["acknowledge", "answer"]);
  assert.deepEqual(duties({ ...held, hasMailbox: true }, "2026-11-03"), ["look", "acknowledge", "answer"]);
});

test("»we are looking into it« moves the answer's day and no other", () => {
  const later = { ...open, standing: "investigating" as const, postponed: 1, dueBy: "2026-12-04" };
  assert.deepEqual(awaited(later, "2026-11-24"), [{ duty: "answer", day: "2026-12-04" }]);
});

test("as long as an idea is not over, an answer is awaited; once it is over, nothing is", () => {
  fc.assert(
    fc.property(anyIdea, day, (idea, today) => {
      const duties = awaited(idea, today).map(({ duty }) => duty);
      if (isOver(idea)) assert.deepEqual(duties, []);
      else assert.ok(duties.includes("answer"));
    }),
  );
});

test("what is overdue one day is overdue every later day, until it is done", () => {
  fc.assert(
    fc.property(anyIdea, day, fc.nat({ max: 40 }), (idea, today, more) => {
      const later = overdue(idea, addDays(today, more));
      for (const due of overdue(idea, today)) assert.ok(later.some((one) => one.duty === due.duty && one.day === due.day));
    }),
  );
});
