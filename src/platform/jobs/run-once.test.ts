// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import type { Job } from "#platform/feature.ts";
import type { World } from "#platform/operations/world.ts";
import { deadLetters } from "./dead-letters.ts";
import { runJobsOnce } from "./run-once.ts";
import { openSmallWorld } from "../../../test/small-world.ts";

const hour = 3_600_000;
const ask = async (world: World, job: string, payload: object = {}, runAt: Date | null = null): Promise<void> =>
  void (await sql`SELECT graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json, run_at => ${runAt}::timestamptz, max_attempts => 8)`.execute(
    world.write,
  ));

/** A job that remembers what it was given. */
function remembering(): { seen: unknown[]; job: Job } {
  const seen: unknown[] = [];
  return { seen, job: async (payload) => void seen.push(payload["n"]) };
}

// The fixed clock is set before and after the database's own time: only the fixed one counts.
for (const now of ["2020-03-02T09:00:00+01:00", "2036-03-03T09:00:00+01:00"]) {
  test(`a job planned for tomorrow waits until the clock says so, in ${now.slice(0, 4)} as well`, async (t) => {
    const { seen, job } = remembering();
    const world = await openSmallWorld({ now, feature: { jobs: { "small.note": job } } });
    t.after(() => world.close());
    for (const n of [1, 2, 3]) await ask(world, "small.note", { n });
    await ask(world, "small.note", { n: "tomorrow" }, new Date(world.clock.now().getTime() + 24 * hour));
    await runJobsOnce(world);
    assert.deepEqual(seen, [1, 2, 3]);
    world.clock.advance(24 * hour - 1);
    await runJobsOnce(world);
    assert.equal(seen.length, 3);
    world.clock.advance(1);
    await runJobsOnce(world);
    assert.deepEqual(seen, [1, 2, 3, "tomorrow"]);
  });

  test(`a job asked for by a job is done too, unless it is for later, in ${now.slice(0, 4)} as well`, async (t) => {
    const { seen, job } = remembering();
    const world = await openSmallWorld({
      now,
      feature: {
        jobs: {
          "small.note": job,
          "small.ask": async (_payload, world) => {
            await ask(world, "small.note", { n: "at once" });
            await ask(world, "small.note", { n: "later" }, new Date(world.clock.now().getTime() + hour));
          },
        },
      },
    });
    t.after(() => world.close());
    await ask(world, "small.ask");
    await runJobsOnce(world);
    assert.deepEqual(seen, ["at once"]);
    world.clock.advance(hour);
    await runJobsOnce(world);
    assert.deepEqual(seen, ["at once", "later"]);
  });
}

test("X19: a job that always fails is tried eight times with growing pauses and stays readable; others are not held up", async (t) => {
  const tries: number[] = [];
  const { seen, job } = remembering();
  const world = await openSmallWorld({
    feature: {
      jobs: {
        "small.note": job,
        "small.poison": async (_payload, { clock }) => {
          tries.push(clock.now().getTime());
          throw new Error("Karen Madsen skrev noget");
        },
      },
    },
  });
  t.after(() => world.close());
  await ask(world, "small.poison");
  await ask(world, "small.note", { n: 1 });
  for (let minute = 0; minute < 300; minute += 1) {
    await runJobsOnce(world);
    world.clock.advance(60_000);
  }
  assert.deepEqual(seen, [1]);
  assert.equal(tries.length, 8);
  const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  assert.ok(
    pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 0)),
    `${pauses.join()} grow`,
  );
  const dead = await deadLetters(world.read);
  assert.deepEqual(
    dead.map(({ job: name, attempts, why }) => ({ name, attempts, why })),
    [{ name: "small.poison", attempts: 8, why: "Karen Madsen skrev noget" }],
  );
  const text = JSON.stringify(world.lines);
  assert.ok(text.includes('"task":"small.poison"') && !text.includes("Karen"), "the log has the job's name and no personal text");
});

test("what the crontab asks for is asked for once, however long the clock jumped", async (t) => {
  const { seen, job } = remembering();
  const world = await openSmallWorld({
    now: "2026-11-23T12:00:00Z",
    feature: { jobs: { "small.nightly": job }, crontab: { "30 3 * * *": "small.nightly" } },
  });
  t.after(() => world.close());
  const since = world.clock.now();
  await runJobsOnce(world, { cronSince: since });
  world.clock.set("2026-11-24T03:29:59Z");
  await runJobsOnce(world, { cronSince: since });
  assert.equal(seen.length, 0);
  world.clock.set("2026-11-27T03:30:00Z");
  await runJobsOnce(world, { cronSince: since });
  assert.equal(seen.length, 1);
});

test("jobs of a worker that was killed run again; those of one that lives are left alone", async (t) => {
  const { seen, job } = remembering();
  const world = await openSmallWorld({ feature: { jobs: { "small.note": job } } });
  const alive = await world.writePool.connect();
  t.after(() => {
    alive.release(true);
    return world.close();
  });
  await alive.query("SELECT pg_advisory_lock(731002, hashtext('pool-alive'))");
  await ask(world, "small.note", { n: "killed" });
  await ask(world, "small.note", { n: "alive" });
  await sql`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'pool-' || (payload->>'n'), attempts = 1`.execute(
    world.write,
  );
  await runJobsOnce(world);
  assert.deepEqual(seen, ["killed"]);
});
