// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { findRunning, withDatabase } from "./running.ts";
import { ask, closedFolder, runChild, start } from "./testing.ts";

const log = { info: () => {}, warn: () => {} };

test("a command uses the database of the running server and leaves it running", async (t) => {
  const dataDir = closedFolder(t);
  const server = runChild(
    t,
    dataDir,
    `const { announce } = await startEmbedded({ dataDir, log: { info() {}, warn() {} } }); announce("http://localhost:3000"); console.log("ready");`,
  );
  await server.until("ready");
  const running = findRunning(dataDir);
  assert.equal(running?.pid, server.process.pid);
  assert.equal(running?.address, "http://localhost:3000");
  const count = (): Promise<unknown> =>
    withDatabase({ config: { databaseUrl: undefined, dataDir }, log }, (connectionString) => ask(connectionString, "SELECT 1"));
  assert.deepEqual([await count(), await count()], [1, 1]);
  assert.equal(server.process.exitCode, null);
});

test("a command that comes while the server is starting waits for its database", async (t) => {
  const dataDir = closedFolder(t);
  const server = runChild(t, dataDir, `await startEmbedded({ dataDir, log: console });`);
  await server.until("Preparing a new database");
  assert.equal(
    await withDatabase({ config: { databaseUrl: undefined, dataDir }, log }, (connectionString) => ask(connectionString, "SELECT 1")),
    1,
  );
});

test("where no server runs, a command starts the database and stops it, also when the work fails", async (t) => {
  const dataDir = join(closedFolder(t), "data");
  const config = { databaseUrl: undefined, dataDir };
  assert.equal(findRunning(dataDir), undefined);
  await withDatabase({ config, log }, async (connectionString) => {
    assert.equal(findRunning(dataDir)?.connectionString, connectionString);
    await ask(connectionString, "CREATE TABLE kept AS SELECT 1");
  });
  assert.equal(findRunning(dataDir), undefined);
  await assert.rejects(
    withDatabase({ config, log }, () => Promise.reject(new Error("the work failed"))),
    /the work failed/,
  );
  const { connectionString } = await start(t, dataDir);
  assert.equal(await ask(connectionString, "SELECT count(*)::int FROM kept"), 1);
});

test("a database given in DATABASE_URL is used as it is, and nothing is started", async (t) => {
  const dataDir = join(closedFolder(t), "data");
  assert.equal(await withDatabase({ config: { databaseUrl: "postgres://h/d", dataDir }, log }, async (url) => url), "postgres://h/d");
  assert.equal(findRunning(dataDir), undefined);
});
