// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { localDayOf } from "#platform/clock/local-day.ts";
import { system } from "#platform/auth/actor.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { overdue } from "./deadline.ts";
import { shownStatus } from "./idea.ts";
import { anyIdea } from "./store.ts";
import { openIdeas } from "./store-open.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ ideas: true });
});
after(() => t.close());

test("the demo's ideas stand in every status, over all places, and none is told from the future", async () => {
  const references = await t.world.read.selectFrom("platform.thing").select("reference").where("kind", "=", "idea").execute();
  assert.ok(references.length >= 60);
  const ideas = (
    await Promise.all(references.map(({ reference }) => anyIdea.find(t.world.read, reference, { actor: system, lock: false })))
  ).filter((idea) => idea !== undefined);
  const seen = new Set(ideas.map((idea) => shownStatus(idea, localDayOf(t.clock.now()))));
  for (const status of [
    "received",
    "waiting",
    "late",
    "held",
    "investigating",
    "we-do-it",
    "you-do-we-help",
    "not-possible",
    "part-of",
  ] as const)
    assert.ok(seen.has(status), status);
  const localities = await t.world.read.selectFrom("places.shown_locality").select("slug").execute();
  const used = new Set(ideas.map((idea) => idea.localitySlug));
  assert.deepEqual(
    localities.filter(({ slug }) => !used.has(slug)),
    [],
  );
  for (const idea of ideas) assert.ok(idea.submittedAt < t.clock.now());
});

test("what is late in the demo has been told of already: the first quarter of an hour tells nothing new", async () => {
  const today = localDayOf(t.clock.now());
  for (const idea of await openIdeas(t.world.read, { areas: "all", most: 500 })) {
    for (const { duty, day } of overdue(idea, today)) assert.ok(idea.told.includes(`${duty} ${day}`), `${idea.title}: ${duty} ${day}`);
  }
  await escalatePassed(t.world);
  await t.runJobs();
  assert.deepEqual(await t.mails(), [], "nobody gets a mail of an invented past");
});
