// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { latestMorning, margin, windowOf, type Every } from "./digest.ts";

const at = (text: string): Date => new Date(text);
const local = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen", weekday: "short", hour: "2-digit", minute: "2-digit" });

test("daily digests are due at half past seven by the local clock, weekly ones on Friday", () => {
  assert.deepEqual(latestMorning("day", at("2026-11-25T07:29:59+01:00")), at("2026-11-24T07:30:00+01:00"));
  assert.deepEqual(latestMorning("day", at("2026-11-25T07:30:00+01:00")), at("2026-11-25T07:30:00+01:00"));
  assert.deepEqual(latestMorning("week", at("2026-11-25T12:00:00+01:00")), at("2026-11-20T07:30:00+01:00"));
  assert.deepEqual(latestMorning("week", at("2026-11-27T07:30:00+01:00")), at("2026-11-27T07:30:00+01:00"));
  assert.deepEqual(latestMorning("week", at("2026-11-27T07:29:00+01:00")), at("2026-11-20T07:30:00+01:00"));
});

test("also on the days when the clocks change", () => {
  assert.deepEqual(latestMorning("day", at("2026-03-29T12:00:00+02:00")), at("2026-03-29T07:30:00+02:00"));
  assert.deepEqual(latestMorning("day", at("2026-10-25T12:00:00+01:00")), at("2026-10-25T07:30:00+01:00"));
});

const instant = fc
  .integer({ min: 0, max: 3 * 365 * 24 * 60 })
  .map((minutes) => new Date(Date.parse("2026-01-01T00:00:00Z") + minutes * 60_000));
const every = fc.constantFrom<Every>("day", "week");

test("the morning is never in the future, never older than the interval, and always half past seven", () => {
  fc.assert(
    fc.property(every, instant, (interval, now) => {
      const morning = latestMorning(interval, now);
      const hours = (now.getTime() - morning.getTime()) / 3_600_000;
      assert.ok(hours >= 0 && hours <= (interval === "day" ? 25 : 7 * 24 + 1), `${hours} hours`);
      assert.match(local.format(morning), interval === "day" ? /07:30/ : /^fre.* 07:30/);
    }),
  );
});

/** A person's digests over a time in which the worker runs and is away, as windows. */
function windowsOver(interval: Every, since: Date, wakings: Date[]) {
  let told: Date | undefined;
  return wakings
    .toSorted((a, b) => a.getTime() - b.getTime())
    .flatMap((now) => {
      const window = windowOf(interval, { since, told, now });
      if (window) told = window.until;
      return window ? [{ ...window, now }] : [];
    });
}

test("over any outages the windows follow each other with no gap and no overlap, and none is shorter than its interval", () => {
  fc.assert(
    fc.property(
      every,
      instant,
      fc.array(fc.integer({ min: 1, max: 60 * 24 * 60 }), { minLength: 1, maxLength: 60 }),
      (interval, since, steps) => {
        const wakings = steps.map((minutes) => new Date(since.getTime() + minutes * 60_000));
        const windows = windowsOver(interval, since, wakings);
        for (const [index, { from, until, now }] of windows.entries()) {
          assert.ok(until.getTime() + margin <= now.getTime(), "nothing is told before it is there");
          if (index > 0) assert.deepEqual(from, windows[index - 1]?.until, "no gap, no overlap");
          // A day has 23 hours once a year; and so has a week an hour less.
          assert.ok(until.getTime() - from.getTime() >= ((interval === "day" ? 24 : 7 * 24) - 1) * 3_600_000, "window ≥ interval");
        }
        if (windows[0]) assert.ok(windows[0].from <= since, "whoever begins is told from the beginning");
      },
    ),
    { numRuns: 500 },
  );
});

test("after three days of outage one digest tells all three days", () => {
  const since = at("2026-11-01T12:00:00+01:00");
  const windows = windowsOver("day", since, [at("2026-11-20T08:00:00+01:00"), at("2026-11-23T10:00:00+01:00")]);
  assert.equal(windows.length, 2);
  assert.deepEqual(windows[1]?.from, at("2026-11-20T07:28:00+01:00"));
  assert.deepEqual(windows[1]?.until, at("2026-11-23T07:28:00+01:00"));
});

test("who begins after half past seven hears the next morning, not at once", () => {
  const since = at("2026-11-23T10:00:00+01:00");
  assert.equal(windowOf("day", { since, told: undefined, now: at("2026-11-23T10:15:00+01:00") }), undefined);
  assert.ok(windowOf("day", { since, told: undefined, now: at("2026-11-24T07:30:00+01:00") }));
});
