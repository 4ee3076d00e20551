// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { localDayOf } from "#platform/clock/local-day.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { counters } from "./counters.ts";
import { escalatePassed } from "./jobs.ts";
import { phases, shownStatus } from "./listing.ts";
import { openQuestions, others, sumsOf } from "./store-list.ts";
import { readOn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ ideas: true });
});
after(() => t.close());

test("the demo's six listings stand in all phases: one asks, one is told, one is late", async () => {
  const today = localDayOf(t.clock.now());
  const none = { phase: [], locality: undefined, asked: undefined };
  const all = [...(await openQuestions(t.world.read, none, today)), ...(await others(t.world.read, { ...none, after: undefined }, today))];
  assert.equal(all.length, 6);
  assert.deepEqual(
    phases.filter((phase) => !all.some((on) => on.phase === phase)),
    [],
  );
  const statuses = all.map((on) => shownStatus(on, today));
  for (const [status, count] of [
    ["asking", 1],
    ["told", 1],
    ["late", 1],
    ["listening", 1],
    ["going-on", 2],
  ] as const)
    assert.equal(statuses.filter((one) => one === status).length, count, status);
  assert.ok(all.find((on) => shownStatus(on, today) === "asking")?.answers === 3);
  for (const on of all) assert.ok(on.publishedAt !== null && on.publishedAt < t.clock.now());
});

test("what is late in the demo has been told of already, and nobody gets a mail of an invented past", async () => {
  await escalatePassed(t.world);
  await t.runJobs();
  assert.deepEqual(await t.mails(), []);
});

test("how many were asked before the decision is counted, and each number leads to its records", async () => {
  const today = localDayOf(t.clock.now());
  assert.deepEqual(await sumsOf(t.world.read, today).then(({ decided, askedBefore }) => [askedBefore, decided]), [1, 2]);
  const page = readOn((await t.visitor().get("/paa-vej")).text);
  assert.match(page, /Borgerne blev spurgt om 1 af 2 ting ?før beslutningen\. Én gang blev de ikke spurgt\./);
  assert.match(readOn((await t.visitor().get("/paa-vej?asked=not")).text), /Lokalplan for havnen i Udbyhøj/);
  assert.doesNotMatch(readOn((await t.visitor().get("/paa-vej?asked=before")).text), /Lokalplan for havnen/);
  const [counter] = counters;
  const found = await counter?.count(t.world.read, { from: "2026-01-01", until: today });
  assert.deepEqual([found?.counted.length, found?.outOf.length], [1, 2]);
});

test("the list asks the database at most four times and a listing seven, however many answers there are", async () => {
  const visitor = t.visitor();
  await visitor.get("/paa-vej");
  const reference = /\/paa-vej\/(V-\d{4}-\d{4})/.exec((await visitor.get("/paa-vej")).text)?.[1] ?? "";
  await visitor.get(`/paa-vej/${reference}`);
  let asked = 0;
  const watch = (): void => void (asked += 1);
  const count = async (path: string): Promise<number> => {
    asked = 0;
    t.world.versions.moved(["listing"]);
    t.world.readPool.on("acquire", watch);
    assert.equal((await visitor.get(path)).status, 200);
    t.world.readPool.off("acquire", watch);
    return asked;
  };
  assert.ok((await count("/paa-vej?locality=langaa")) <= 4);
  assert.ok((await count(`/paa-vej/${reference}`)) <= 7);
});
