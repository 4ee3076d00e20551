// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { ask, closedFolder, runChild, start, without } from "./testing.ts";

const skip = process.getuid?.() !== 0 && "only root can become somebody else";
const log = "{ info() {}, warn() {} }";
const startAndCount = `
  const embedded = await startEmbedded({ dataDir, log: ${log} }).catch((error) => { console.log(error.sentence ?? error.stack); process.exit(1); });
  const client = new pg.Client({ connectionString: embedded.connectionString });
  await client.connect();
  await client.query("CREATE TABLE IF NOT EXISTS starts (n int)");
  await client.query("INSERT INTO starts VALUES (1)");
  const { rows } = await client.query("SELECT count(*)::int AS n FROM starts");
  console.log("started " + rows[0].n);
  await client.end();
  await embedded.stop();`;

test("root without user namespaces runs PostgreSQL as an unprivileged user, and either way finds the other's data", { skip }, async (t) => {
  const dataDir = closedFolder(t, "data");
  chmodSync(dirname(dataDir), 0o755);
  const allowed = runChild(t, dataDir, startAndCount);
  assert.equal(await allowed.ended, "0", allowed.lines.join("\n"));
  assert.equal(statSync(join(dataDir, "postgres")).uid, 0);
  const refused = runChild(t, dataDir, startAndCount, without(t, "unshare"));
  assert.equal(await refused.ended, "0", refused.lines.join("\n"));
  assert.deepEqual(refused.lines, ["started 2"]);
  assert.notEqual(statSync(join(dataDir, "postgres")).uid, 0);
  assert.equal(statSync(join(dataDir, "postgres")).mode & 0o777, 0o700);
  const { connectionString } = await start(t, dataDir);
  assert.equal(await ask(connectionString, "SELECT count(*)::int FROM starts"), 2);
});

test("root without user namespaces can make a new database as well", { skip }, async (t) => {
  const dataDir = closedFolder(t, "data");
  chmodSync(dirname(dataDir), 0o755);
  const child = runChild(t, dataDir, startAndCount, without(t, "unshare", "setpriv"));
  assert.equal(await child.ended, "0", child.lines.join("\n"));
  assert.deepEqual(child.lines, ["started 1"]);
});

test("root without user namespaces, below a folder only root can enter, is told to choose another folder", { skip }, async (t) => {
  const dataDir = closedFolder(t, "data");
  const child = runChild(t, dataDir, startAndCount, without(t, "unshare"));
  assert.equal(await child.ended, "1");
  assert.match(
    child.lines.join("\n"),
    /^PostgreSQL does not run as root, and the user \w+ cannot enter .*: set DATA_DIR to a folder outside what only root can enter, such as DATA_DIR=\/var\/lib\/medborger\.$/,
  );
  assert.ok(!existsSync(join(dataDir, "server.lock")), "the folder is free again");
});

test("an ordinary user starts it plainly, and is not let into a folder of root's", { skip }, async (t) => {
  const nobody = { uid: 65_534, gid: 65_534 };
  if (spawnSync(process.execPath, ["--version"], { ...nobody, cwd: "/" }).status !== 0) return t.skip("only root can enter this checkout");
  const dataDir = closedFolder(t, "data");
  chmodSync(dirname(dataDir), 0o755);
  chownSync(dataDir, nobody.uid, nobody.gid);
  const child = runChild(t, dataDir, startAndCount, {}, nobody);
  assert.equal(await child.ended, "0", child.lines.join("\n"));
  assert.deepEqual(child.lines, ["started 1"]);
  const closed = runChild(t, join(closedFolder(t), "data"), startAndCount, {}, nobody);
  assert.equal(await closed.ended, "1");
  assert.match(closed.lines.join("\n"), /^The data folder .* cannot be made: create it for the user who starts Medborger/);
});
