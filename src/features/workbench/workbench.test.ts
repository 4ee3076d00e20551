// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, endOfDay } from "#platform/clock/local-day.ts";
import { isWorkingDay, noClosedDays } from "#platform/clock/working-days.ts";
import type { Waiting } from "#platform/feature.ts";
import { openTestWorld } from "../../../test/test-world.ts";
import { deskOf, greetingAt } from "./workbench.ts";

const today = "2026-11-23";
const waiting = (title: string, day: string | undefined): Waiting => ({
  id: title,
  title,
  href: "/",
  action: "Svar",
  actionHref: "/",
  what: "",
  why: "",
  doneSoFar: undefined,
  due: day === undefined ? undefined : endOfDay(day),
  late: day !== undefined && day < today,
});

test("what is late comes first, then what is due within ten working days, then the rest; the soonest first in each", () => {
  const desk = deskOf(
    [
      waiting("engang", undefined),
      waiting("om tre uger", "2026-12-14"),
      waiting("på fredag", "2026-11-27"),
      waiting("i dag", today),
      waiting("i fredags", "2026-11-20"),
    ],
    today,
    noClosedDays,
  );
  assert.deepEqual(
    [desk.late, desk.now, desk.coming].map((rows) => rows.map((row) => row.title)),
    [["i fredags"], ["i dag", "på fredag"], ["om tre uger", "engang"]],
  );
  assert.deepEqual(
    desk.late.map((row) => row.daysLate),
    [1],
    "a weekend is no delay",
  );
  assert.equal(desk.dueToday, 1);
  assert.deepEqual(
    desk.days.map(({ count }) => count),
    [1, 0, 0, 0, 1, 0, 0, 0, 0, 0],
  );
});

test("the blocks are ten working days, closed days left out", () => {
  const { days } = deskOf([], "2026-12-23", new Set(["2026-12-24"]));
  assert.deepEqual(
    days.slice(0, 3).map(({ day }) => day),
    ["2026-12-23", "2026-12-28", "2026-12-29"],
  );
  assert.equal(deskOf([], "2026-11-28", noClosedDays).days[0]?.day, "2026-11-30", "on a Saturday the week begins on Monday");
});

test("nothing that waits is lost, and nothing stands twice", () => {
  const day = fc.option(
    fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days)),
    { nil: undefined },
  );
  fc.assert(
    fc.property(fc.array(day), (dues) => {
      const all = dues.map((due, index) => waiting(String(index), due));
      const { late, now, coming, days } = deskOf(all, today, noClosedDays);
      assert.deepEqual([...late, ...now, ...coming].map((row) => row.id).toSorted(), all.map(({ id }) => id).toSorted());
      // Not all that is due falls on a working day; what does stands as a block.
      assert.equal(
        days.reduce((sum, { count }) => sum + count, 0),
        now.filter((row) => row.dueDay !== undefined && isWorkingDay(row.dueDay)).length,
      );
    }),
  );
});

test("one is greeted by the hour", () => {
  assert.deepEqual([2, 7, 11, 14, 20].map(greetingAt), ["evening", "morning", "forenoon", "afternoon", "evening"]);
});

test("the workbench is for who has an inbox or follows up, and says so when it is empty", async () => {
  const t = await openTestWorld();
  try {
    assert.equal((await t.visitor().get("/arbejdsbord")).status, 403);
    assert.equal((await (await t.as("karen")).get("/arbejdsbord")).status, 403);
    const page = (await (await t.as("signe")).get("/arbejdsbord")).text;
    assert.match(page, /Godmorgen, Signe/);
    assert.match(page, /Der er ingen, der venter på dig/);
    assert.match(page, /Bordet er ryddet/);
    t.clock.set("2026-11-23T19:00:00+01:00");
    assert.match((await (await t.as("lone")).get("/arbejdsbord")).text, /Godaften, Lone/);
  } finally {
    await t.close();
  }
});
