// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { addDays } from "#platform/clock/local-day.ts";
import { noClosedDays } from "#platform/clock/working-days.ts";
import type { PromisedCase } from "#platform/open-data.ts";
import { judge, lastYear, measureOf, quarters, settledIn } from "./measure.ts";

const today = "2026-11-25";
const at = { today, closed: noClosedDays };
const noon = (day: string): Date => new Date(`${day}T12:00:00+01:00`);
const one = (over: { sent?: string; due?: string; answered?: string | null; postponed?: number } = {}): PromisedCase => ({
  kind: "idea",
  open: { reference: "I-2026-0001", title: "En bænk" },
  area: "a",
  sentAt: noon(over.sent ?? "2026-11-02"),
  answeredAt: over.answered === null || over.answered === undefined ? null : noon(over.answered),
  dueBy: over.due ?? "2026-11-23",
  postponed: over.postponed ?? 0,
});

test("the day itself is in time, the day after is late; who still waits past the day is late; who waits before it is not counted", () => {
  assert.equal(judge(one({ answered: "2026-11-23" }), at)?.inTime, true);
  assert.equal(judge(one({ answered: "2026-11-24" }), at)?.inTime, false);
  assert.equal(judge(one(), at)?.inTime, false);
  assert.equal(judge(one({ due: today }), at), undefined);
  assert.equal(judge(one({ due: "2026-12-24", answered: "2026-11-24" }), at)?.inTime, true, "answered before its day it counts at once");
});

test("eighteen of twenty-three: what is late or still waits is among all that was due", () => {
  const cases = [
    ...Array.from({ length: 18 }, (_, days) => one({ answered: addDays("2026-11-03", days) })),
    ...Array.from({ length: 2 }, () => one({ answered: "2026-11-24", postponed: 1 })),
    ...Array.from({ length: 3 }, () => one()),
    ...Array.from({ length: 7 }, () => one({ due: "2026-12-01" })),
  ];
  const measure = measureOf(settledIn(cases, lastYear(today), at));
  assert.ok(!measure.few);
  assert.deepEqual([measure.inTime, measure.due, measure.waiting, measure.postponed], [18, 23, 3, 2]);
  assert.deepEqual([measure.median, measure.nineOfTen], [8, 14]);
});

test("under five cases there is no number", () => {
  assert.deepEqual(
    measureOf(
      settledIn(
        Array.from({ length: 4 }, () => one()),
        lastYear(today),
        at,
      ),
    ),
    { few: true },
  );
  assert.equal(
    measureOf(
      settledIn(
        Array.from({ length: 5 }, () => one()),
        lastYear(today),
        at,
      ),
    ).few,
    false,
  );
});

test("the last twelve months begin the day after the same day a year ago", () => {
  assert.deepEqual(lastYear("2026-11-25"), { from: "2025-11-26", until: "2026-11-25" });
  assert.deepEqual(lastYear("2028-02-29"), { from: "2027-03-01", until: "2028-02-29" });
});

test("quarters follow each other without a gap, the newest first", () => {
  assert.deepEqual(
    quarters("2026-11-25", 4).map(({ key, from, until }) => [key, from, until]),
    [
      ["2026-k4", "2026-10-01", "2026-12-31"],
      ["2026-k3", "2026-07-01", "2026-09-30"],
      ["2026-k2", "2026-04-01", "2026-06-30"],
      ["2026-k1", "2026-01-01", "2026-03-31"],
    ],
  );
  const many = quarters("2026-02-03", 40);
  for (const [index, quarter] of many.entries()) if (index > 0) assert.equal(addDays(quarter.until, 1), many[index - 1]?.from);
});

const days = fc.integer({ min: -500, max: 60 }).map((n) => addDays(today, n));
const anyCase = fc
  .record({
    sent: days,
    promised: fc.integer({ min: 0, max: 60 }),
    answeredAfter: fc.option(fc.integer({ min: 0, max: 120 })),
    postponed: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ sent, promised, answeredAfter, postponed }) => {
    const answered = answeredAfter === null ? null : addDays(sent, answeredAfter);
    return one({ sent, due: addDays(sent, promised), answered: answered !== null && answered <= today ? answered : null, postponed });
  });

test("whatever the cases: each settles once, in one quarter; nothing that is not due is counted; late ones never help", () => {
  fc.assert(
    fc.property(fc.array(anyCase, { maxLength: 40 }), (cases) => {
      const all = cases.flatMap((each) => judge(each, at) ?? []);
      const byQuarter = quarters(today, 12).map((quarter) => settledIn(cases, quarter, at).length);
      assert.equal(
        byQuarter.reduce((sum, count) => sum + count, 0),
        all.length,
      );
      for (const each of all) assert.ok(each.settledOn <= today);
      const measure = measureOf(all);
      if (measure.few) return;
      assert.ok(measure.inTime + measure.waiting <= measure.due && measure.postponed <= measure.due);
      assert.ok((measure.median ?? 0) <= (measure.nineOfTen ?? 0));
      const worse = measureOf(settledIn([...cases, one({ due: addDays(today, -1) })], { from: "2000-01-01", until: today }, at));
      assert.ok(
        !worse.few && worse.inTime === measure.inTime && worse.due === measure.due + 1,
        "one more that waits is one more that is late",
      );
    }),
  );
});
