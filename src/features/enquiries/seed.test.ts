// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { localDayOf } from "#platform/clock/local-day.ts";
import { asSystem } from "#platform/db/scope.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { shownStatus } from "./enquiry.ts";
import { enquiriesByIds } from "./store-open.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ ideas: true });
});
after(() => t.close());

test("the demo tells a dozen enquiries in every state, none later than now, and nobody gets a mail of it", async () => {
  const things = await t.world.read.selectFrom("platform.thing").select(["id", "visibility"]).where("kind", "=", "enquiry").execute();
  assert.equal(things.length, 12);
  assert.deepEqual(new Set(things.map(({ visibility }) => visibility)), new Set(["private"]));
  const all = await enquiriesByIds(
    t.world.read,
    asSystem,
    things.map(({ id }) => id),
  );
  const shown = new Set(all.map((on) => shownStatus(on, localDayOf(t.clock.now()))));
  for (const status of ["received", "waiting", "investigating", "late", "answered", "called", "became-idea", "withdrawn"] as const)
    assert.ok(shown.has(status), status);
  assert.ok(
    all.some((on) => on.hasPhone && on.standing === "waiting" && on.missed === 2),
    "one to be called once more",
  );
  assert.ok(
    all.some(({ asked }) => asked === "asked"),
    "one that was asked whether it may become an idea",
  );
  for (const { submittedAt, answers } of all)
    for (const at of [submittedAt, ...answers.map((one) => one.at)]) assert.ok(at <= t.clock.now());
  assert.deepEqual(await t.mails(), []);
});
