// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { pidIn } from "./postmaster.ts";
import { worksIn } from "./process.ts";
import { ask, closedFolder, runChild, start, without } from "./testing.ts";

const quiet = "{ info() {}, warn() {} }";

// Writes row after row, each with its own commit, and says which were acknowledged.
const writer = `
  const { connectionString } = await startEmbedded({ dataDir, log: ${quiet} });
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("CREATE TABLE IF NOT EXISTS written (n int PRIMARY KEY)");
  const { rows: [{ next }] } = await client.query("SELECT coalesce(max(n), 0) + 1 AS next FROM written");
  for (let n = next; ; n += 1) { await client.query("INSERT INTO written VALUES ($1)", [n]); console.log("wrote " + n); }`;

async function killWhileWriting(t: TestContext, dataDir: string, upTo: number, env?: Record<string, string>): Promise<number> {
  const child = runChild(t, dataDir, writer, env);
  await child.until(`wrote ${upTo}`);
  child.process.kill("SIGKILL");
  assert.equal(await child.ended, "SIGKILL");
  return child.lines.length;
}

/** Its pid; 0 while PostgreSQL replaces the file. */
const postmaster = (dataDir: string): number => pidIn(join(dataDir, "postgres")) ?? 0;

test("X9: kill -9 of the server loses no acknowledged row, time after time", async (t) => {
  const dataDir = closedFolder(t);
  let acknowledged = 0;
  for (const upTo of [20, 300, 600]) acknowledged += await killWhileWriting(t, dataDir, upTo);
  const { connectionString } = await start(t, dataDir);
  const kept = Number(await ask(connectionString, "SELECT count(*) FROM written"));
  assert.ok(kept >= acknowledged, `${acknowledged} acknowledged, ${kept} kept`);
  assert.equal(await ask(connectionString, "SELECT max(n)::int FROM written"), kept, "none is missing in between");
});

test("X9: a PostgreSQL that outlived its killed server is found and ended properly first", async (t) => {
  const dataDir = closedFolder(t);
  // Without setpriv the kernel does not tell PostgreSQL of the death: it lives on.
  const acknowledged = await killWhileWriting(t, dataDir, 50, without(t, "setpriv"));
  const orphan = postmaster(dataDir);
  assert.ok(worksIn(orphan, join(dataDir, "postgres")), "the orphan is at work");
  const { connectionString, said } = await start(t, dataDir);
  assert.ok(!worksIn(orphan, join(dataDir, "postgres")));
  assert.ok(said.some((line) => line.includes(`(pid ${orphan}) that an earlier server left behind`)));
  assert.ok(!said.some((line) => line.includes("automatic recovery")), "it wrote everything down before it ended");
  assert.ok(Number(await ask(connectionString, "SELECT count(*) FROM written")) >= acknowledged);
});

test("PostgreSQL does not outlive a killed server on Linux", { skip: process.platform !== "linux" }, async (t) => {
  const dataDir = closedFolder(t);
  await killWhileWriting(t, dataDir, 5);
  for (let tries = 0; tries < 400 && existsSync(join(dataDir, "postgres", "postmaster.pid")); tries += 1) await pause(25);
  assert.ok(!existsSync(join(dataDir, "postgres", "postmaster.pid")));
});

test("X3: a killed PostgreSQL is started again, and what was acknowledged is there", async (t) => {
  const dataDir = closedFolder(t);
  const { connectionString, said } = await start(t, dataDir);
  await ask(connectionString, "CREATE TABLE kept AS SELECT 1");
  for (let time = 1; time <= 3; time += 1) {
    const before = postmaster(dataDir);
    assert.ok(worksIn(before, join(dataDir, "postgres")));
    process.kill(before, "SIGKILL");
    let answer: unknown;
    for (let tries = 0; tries < 400 && answer === undefined; tries += 1) {
      await pause(25);
      if (![0, before].includes(postmaster(dataDir)))
        answer = await ask(connectionString, "SELECT count(*)::int FROM kept").catch(() => undefined);
    }
    assert.equal(answer, 1);
  }
  assert.equal(said.filter((line) => line.includes("is started again")).length >= 3, true);
});

const points = ["Preparing a new database", "The database is laid out", "The database has its owner", "The database is in its place"];

for (const point of points) {
  test(`X9: killed in its first start at "${point}", the next start begins afresh or goes on`, async (t) => {
    const dataDir = closedFolder(t);
    const child = runChild(
      t,
      dataDir,
      `await startEmbedded({ dataDir, log: { info: (line) => void (line === ${JSON.stringify(point)} && process.kill(process.pid, "SIGKILL")), warn() {} } });`,
    );
    assert.equal(await child.ended, "SIGKILL");
    assert.equal(existsSync(join(dataDir, "postgres")), point === points.at(-1), "a half database never has the name of a whole one");
    const { connectionString } = await start(t, dataDir);
    assert.equal(await ask(connectionString, "SELECT current_database()"), "medborger");
    assert.deepEqual(readdirSync(dataDir).toSorted(), ["postgres", "run", "server.lock"], "nothing half done is left");
  });
}
