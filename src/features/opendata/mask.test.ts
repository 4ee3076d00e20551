// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { fewest } from "#platform/few.ts";
import { published, type Published } from "./mask.ts";
import type { Judged } from "./measure.ts";

type Area = { id: string };
const areas: Area[] = ["a", "b", "c", "d", "e"].map((id) => ({ id }));

const cases = (area: string, count: number, privately = false): Judged[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: privately ? "enquiry" : "idea",
    open: privately ? null : { reference: `I-2026-${area}${at}`, title: "En bænk" },
    area,
    sentAt: new Date("2026-11-02T12:00:00+01:00"),
    answeredAt: new Date("2026-11-09T12:00:00+01:00"),
    dueBy: "2026-11-23",
    postponed: 0,
    settledOn: "2026-11-09",
    inTime: at % 2 === 0,
    workingDays: 5,
  }));

/** Of each row how many it says were due; nothing where it is hidden. */
const dueOf = (rows: readonly Published<Area>[]): (number | undefined)[] =>
  rows.map(({ measure }) => (measure.few ? undefined : measure.due));

test("a single hidden area cannot be reckoned from the whole: the smallest of the others is hidden too", () => {
  const rows = published([...cases("a", 3), ...cases("b", 7), ...cases("c", 20)], areas.slice(0, 3));
  assert.deepEqual(dueOf(rows), [30, undefined, undefined, 20]);
});

test("hidden areas that are fewer than five together take one more along; from five on they stand by themselves", () => {
  assert.deepEqual(dueOf(published([...cases("a", 1), ...cases("b", 3), ...cases("c", 9), ...cases("d", 20)], areas.slice(0, 4))), [
    33,
    undefined,
    undefined,
    undefined,
    20,
  ]);
  assert.deepEqual(dueOf(published([...cases("a", 2), ...cases("b", 3), ...cases("c", 9)], areas.slice(0, 3))), [
    14,
    undefined,
    undefined,
    9,
  ]);
});

test("an area where nothing was due yet hides nobody: the others keep their numbers", () => {
  assert.deepEqual(dueOf(published([...cases("a", 6), ...cases("c", 8)], areas.slice(0, 3))), [14, 6, undefined, 8]);
});

test("what an area that is closed had settled cannot be reckoned either", () => {
  assert.deepEqual(dueOf(published([...cases("closed", 2), ...cases("a", 6), ...cases("b", 8)], areas.slice(0, 2))), [16, undefined, 8]);
});

test("private cases count where five are; fewer in one area alone are in no number, for the public ones beside them can be counted", () => {
  const rows = published([...cases("a", 9), ...cases("a", 5, true), ...cases("b", 9), ...cases("b", 2, true)], areas.slice(0, 2));
  assert.deepEqual(dueOf(rows), [23, 14, 9]);
});

test("private cases that are few in each of several areas count in the whole, from five on", () => {
  const rows = published([...cases("a", 9), ...cases("a", 3, true), ...cases("b", 9), ...cases("b", 2, true)], areas.slice(0, 2));
  assert.deepEqual(dueOf(rows), [23, 9, 9]);
});

test("whatever there is: what is shown less what anybody knows is never a few cases, nor one hidden area", () => {
  const few = (count: number): boolean => count > 0 && count < fewest;
  const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(counts, (told) => {
      const here = areas.slice(0, told.length);
      const all = told.flatMap(([open, hidden], at) => {
        const id = areas[at]?.id ?? "";
        return [...cases(id, open), ...cases(id, hidden, true)];
      });
      const [whole, ...rows] = published(all, here);
      assert.ok(whole);
      for (const { measure, cases: behind } of [whole, ...rows]) {
        assert.ok(measure.few ? behind.length === 0 : measure.due === behind.length && measure.due >= fewest);
        assert.ok(!few(behind.filter(({ open }) => open === null).length), "the public ones can be counted by anybody");
      }
      if (whole.measure.few) return;
      const shown = new Set(rows.flatMap(({ cases: behind }) => behind));
      const rest = whole.cases.filter((one) => !shown.has(one));
      assert.ok(!few(rest.length));
      assert.ok(rest.length === 0 || rows.every(({ measure }) => measure.few) || new Set(rest.map(({ area }) => area)).size > 1);
      assert.ok(!few(rest.filter(({ open }) => open === null).length), "nor what is private of the rest");
    }),
    { numRuns: 500 },
  );
});
