// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { existsSync, lstatSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { ask, closedFolder, runChild, start } from "./testing.ts";

const quiet = "{ info() {}, warn() {} }";

test("the private database starts below a folder that only its owner can enter, durable, checked and Danish", async (t) => {
  const dataDir = join(closedFolder(t), "data");
  const { connectionString, socketDir } = await start(t, dataDir);
  const show = (name: string): Promise<unknown> => ask(connectionString, `SHOW ${name}`);
  assert.match(String(await show("server_version")), /^18\./);
  for (const name of ["fsync", "full_page_writes", "synchronous_commit", "data_checksums"]) assert.equal(await show(name), "on", name);
  assert.equal(await show("server_encoding"), "UTF8");
  assert.equal(await show("listen_addresses"), "");
  assert.equal(
    await ask(connectionString, "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"),
    "ida-DK",
  );
  assert.equal(
    await ask(connectionString, "SELECT string_agg(w, ' ' ORDER BY w) FROM unnest('{åben,ærø,zebra,øl,aabenraa,abe}'::text[]) w"),
    "abe zebra ærø øl åben aabenraa",
  );
  assert.equal(await ask(connectionString, "SELECT lower('BLÅBÆRGRØD')"), "blåbærgrød");
  assert.equal(await ask(connectionString, "SELECT to_tsvector('danish', 'BLÅBÆRRENE') @@ to_tsquery('danish', 'blåbær')"), true);
  assert.equal(await ask(connectionString, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"), false);
  for (const folder of [dataDir, socketDir, join(dataDir, "postgres")]) assert.equal(statSync(folder).mode & 0o777, 0o700, folder);
});

test("extensions that search needs can be made by the application itself", async (t) => {
  const { connectionString } = await start(t, closedFolder(t));
  await ask(connectionString, "CREATE EXTENSION pg_trgm");
  assert.equal(await ask(connectionString, "SELECT similarity('møde', 'møde')"), 1);
});

test("a data folder with a long name gets its socket in a short folder of its own", async (t) => {
  const dataDir = closedFolder(t, `${"ø".repeat(60)}/${"long".repeat(20)}`);
  const { connectionString, socketDir } = await start(t, dataDir);
  assert.ok(Buffer.byteLength(join(socketDir, ".s.PGSQL.5432")) <= 103);
  assert.equal(lstatSync(socketDir).mode & 0o777, 0o700);
  assert.equal(await ask(connectionString, "SELECT 1"), 1);
});

test("X9: a second server on the folder is refused with a sentence, in another process and by another name of it", async (t) => {
  const dataDir = closedFolder(t);
  const first = await start(t, dataDir);
  first.announce("http://localhost:3000");
  const child = runChild(
    t,
    `${dataDir}/../${dataDir.split("/").at(-1)}`,
    `await startEmbedded({ dataDir, log: ${quiet} }).catch((e) => { console.log(e.sentence); process.exitCode = 1; });`,
  );
  assert.equal(await child.ended, "1");
  assert.match(
    child.lines.join("\n"),
    new RegExp(`^Medborger already runs on the folder .* \\(pid ${process.pid}, http://localhost:3000\\): stop it first, or set DATA_DIR`),
  );
  assert.equal(await ask(first.connectionString, "SELECT 1"), 1, "the first goes on");
});

test("after a stop nothing runs and the folder is free", async (t) => {
  const dataDir = closedFolder(t);
  const first = await start(t, dataDir);
  await ask(first.connectionString, "CREATE TABLE kept AS SELECT 1");
  await Promise.all([first.stop(), first.stop()]);
  assert.deepEqual(readdirSync(dataDir), ["postgres"]);
  assert.ok(!existsSync(join(dataDir, "postgres", "postmaster.pid")));
  const second = await start(t, dataDir);
  assert.equal(await ask(second.connectionString, "SELECT count(*)::int FROM kept"), 1);
});

test("an old lock of PostgreSQL whose number now belongs to another process does not stop a start", async (t) => {
  const dataDir = closedFolder(t);
  await (await start(t, dataDir)).stop();
  const file = join(dataDir, "postgres", "postmaster.pid");
  writeFileSync(file, `1\n${join(dataDir, "postgres")}\n1\n5432\n${join(dataDir, "run")}\n\n  1 1\nready   \n`);
  const { connectionString } = await start(t, dataDir);
  assert.equal(await ask(connectionString, "SELECT 1"), 1);
});

test("a database made by another version is left alone and named", async (t) => {
  const dataDir = closedFolder(t);
  await (await start(t, dataDir)).stop();
  writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "17\n");
  await assert.rejects(start(t, dataDir), { name: "OperatorError", message: /made by PostgreSQL 17 and this is 18: run "npm run backup"/ });
});

test("what a citizen wrote does not reach PostgreSQL's log", async (t) => {
  const { connectionString, said, stop } = await start(t, closedFolder(t));
  await ask(connectionString, "CREATE TABLE t (a text UNIQUE)");
  await ask(connectionString, "INSERT INTO t VALUES ('canary-1')");
  await assert.rejects(ask(connectionString, "INSERT INTO t VALUES ('canary-1')"));
  await assert.rejects(ask(connectionString, "SELECT 'canary-2'::int"));
  await stop();
  assert.ok(
    said.some((line) => line.includes("ready to accept connections")),
    "the log was listened to",
  );
  assert.ok(!said.join("\n").includes("canary"));
});
