// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { localDayOf } from "#platform/clock/local-day.ts";
import { system } from "#platform/auth/actor.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { overdue } from "./deadline.ts";
import { shownStatus } from "./idea.ts";
import { anyIdea } from "./store.ts";
import { readOn } from "./testing.ts";
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

test("the demo tells versions of ideas, and of two ideas that are to be one: a yes, a no, and Karen, who still has time", async () => {
  const find = async (title: string) => {
    const { rows } = await sql<{
      reference: string;
    }>`SELECT reference FROM platform.thing JOIN ideas.idea ON idea.id = thing.id WHERE title = ${title}`.execute(t.world.read);
    return rows[0]?.reference ?? "";
  };
  const read = async (title: string) => readOn((await t.visitor().get(`/ideer/${await find(title)}`)).text);
  assert.match(await read("Lys, der først vågner, når nogen kommer"), /Lamper de sidste 300 meter/);
  assert.match(await read("Lamper de sidste 300 meter fra toget til hallen"), /Lys, der først vågner/);
  assert.match(await read("Rumleriller, før man når Møllebækken"), /Indgår i .*Cykelsti, bare forbi det farlige sving/);
  assert.match(await read("Cykelsti, bare forbi det farlige sving"), /Rumleriller, før man når Møllebækken/);
  assert.doesNotMatch(await read("En sen bus lørdag nat"), /tavle til dem/);

  const karen = await t.as("karen");
  const asked = await find("En bænk ved det væltede piletræ");
  assert.match(readOn((await karen.get(`/ideer/${asked}`)).text), /En bænk for hver 400 meter .* senest onsdag 2\. december/);
  assert.match(readOn((await karen.get(`/ideer/${asked}/samling`)).text), /piletræ ligger midt på det længste stykke/);
  const { rows } = await sql<{ outcome: string | null; count: number }>`
    SELECT outcome, count(*) FROM ideas.merge GROUP BY outcome ORDER BY outcome`.execute(t.world.read);
  assert.deepEqual(rows, [
    { outcome: "accepted", count: 1 },
    { outcome: "declined", count: 1 },
    { outcome: null, count: 1 },
  ]);
  const replied = await karen.fill(`/ideer/${asked}/samling`, { yes: "yes" });
  assert.match(readOn((await karen.follow(replied)).text), /Indgår i .*En bænk for hver 400 meter/);
});
