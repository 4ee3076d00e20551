// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { fixedClock, systemClock } from "./clock.ts";

test("a fixed clock stands still, can be set and can be moved on", () => {
  const clock = fixedClock("2026-11-25T09:00:00+01:00");
  assert.equal(clock.now().toISOString(), "2026-11-25T08:00:00.000Z");
  clock.advance(90_000);
  assert.equal(clock.now().toISOString(), "2026-11-25T08:01:30.000Z");
  clock.set(new Date("2027-01-01T00:00:00Z"));
  assert.equal(clock.now().toISOString(), "2027-01-01T00:00:00.000Z");
});

test("nobody can move a fixed clock by changing the date it gave", () => {
  const clock = fixedClock("2026-11-25T08:00:00Z");
  clock.now().setFullYear(1999);
  assert.equal(clock.now().getFullYear(), 2026);
});

test("a clock cannot start at something that is not a time", () => {
  assert.throws(() => fixedClock("i morgen"), /Not an instant: i morgen/);
});

test("the system clock is the machine's", () => {
  const before = Date.now();
  assert.ok(systemClock.now().getTime() >= before);
});
