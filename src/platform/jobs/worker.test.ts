// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import type { Job } from "#platform/feature.ts";
import type { World } from "#platform/operations/world.ts";
import { testServer } from "../../../test/test-database.ts";
import { openSmallWorld } from "../../../test/small-world.ts";
import { startWorker } from "./worker.ts";

const ask = async (world: World, job: string, payload: object = {}): Promise<void> =>
  void (await sql`SELECT graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json, max_attempts => 8)`.execute(world.write));

const waiting = async (world: World): Promise<number> =>
  (await sql<{ n: number }>`SELECT count(*) AS n FROM graphile_worker.jobs`.execute(world.write)).rows[0]?.n ?? -1;

async function until(what: string, done: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (
    !(await Promise.resolve()
      .then(done)
      .catch(() => false))
  ) {
    if (Date.now() > end) throw new Error(`It did not come: ${what}`);
    await wait(20);
  }
}

/** Throws everybody out of the world's database, and keeps them out until `letIn`. */
async function shutOut(t: TestContext, world: { connectionString: string }): Promise<() => Promise<void>> {
  const name = new URL(world.connectionString).pathname.slice(1);
  const admin = new pg.Client({ connectionString: await testServer() });
  await admin.connect();
  t.after(() => admin.end());
  await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
  await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  return async () => void (await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`));
}

test("the worker does what is asked, seals the audit trail and stops", async (t) => {
  const seen: unknown[] = [];
  const job: Job = async (payload) => void seen.push(payload["n"]);
  const world = await openSmallWorld({ feature: { jobs: { "small.note": job } } });
  t.after(() => world.close());
  await sql`INSERT INTO platform.audit (at, operation, entry, actor_kind) VALUES (now(), 'small.do', 'small.done', 'system')`.execute(
    world.write,
  );
  const worker = await startWorker(world);
  await ask(world, "small.note", { n: 1 });
  await until("the job is done", async () => (await waiting(world)) === 0);
  await until("the entry is sealed", async () => (await world.read.selectFrom("platform.audit_leaf").selectAll().execute()).length === 1);
  await worker.stop();
  assert.deepEqual(seen, [1]);
});

test("the database goes away in the middle of a job and comes back: the worker goes on and nothing is left undone", async (t) => {
  const seen: unknown[] = [];
  let go = (): void => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  const job: Job = async (payload) => {
    seen.push(payload["n"]);
    if (payload["n"] === "in the middle") await gate;
  };
  const world = await openSmallWorld({ feature: { jobs: { "small.note": job } } });
  const worker = await startWorker(world);
  t.after(() => worker.stop().then(() => world.close()));
  await ask(world, "small.note", { n: "in the middle" });
  await until("the job has begun", () => seen.length === 1);
  const letIn = await shutOut(t, world);
  go();
  await until("the worker has noticed", () => world.lines.some(({ msg }) => String(msg).startsWith("worker ended")));
  await letIn();
  await until("the database answers again", async () => (await waiting(world)) >= 1);
  await ask(world, "small.note", { n: "after" });
  await until("both are done", async () => (await waiting(world)) === 0);
  assert.deepEqual(new Set(seen), new Set(["in the middle", "after"]));
  assert.equal(seen.filter((n) => n === "after").length, 1);
});

test("a job that does not end is given back when the worker stops", async (t) => {
  let begun = false;
  const world = await openSmallWorld({
    feature: {
      jobs: {
        "small.slow": async (_payload, _world, { abortPromise }) => {
          begun = true;
          await abortPromise;
        },
      },
    },
  });
  t.after(() => world.close());
  const worker = await startWorker(world, { patience: 50 });
  await ask(world, "small.slow");
  await until("it has begun", () => begun);
  await worker.stop();
  const { rows } = await sql<{
    locked_at: Date | null;
    attempts: number;
  }>`SELECT locked_at, attempts::int FROM graphile_worker.jobs`.execute(world.write);
  assert.deepEqual(rows, [{ locked_at: null, attempts: 1 }]);
});
