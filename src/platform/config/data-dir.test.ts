// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { prepareDataDir, readSecret } from "./data-dir.ts";

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), "secret-"));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test("the secret is made once, for its owner's eyes only, and stays the same", (t) => {
  const secretFile = join(folder(t), "data", "secret");
  const secret = readSecret({ secretFile });
  assert.equal(secret.length, 32);
  assert.deepEqual(readSecret({ secretFile }), secret);
  assert.equal(statSync(secretFile).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(join(secretFile, "..")), ["secret"]);
  assert.notDeepEqual(readSecret({ secretFile: `${secretFile}2` }), secret);
});

test("a secret that others can read, that was cut short or that is a folder is refused with a sentence", (t) => {
  const secretFile = join(folder(t), "secret");
  readSecret({ secretFile });
  chmodSync(secretFile, 0o640);
  assert.throws(() => readSecret({ secretFile }), { name: "ConfigError", message: /can be read by other users: run "chmod 600 / });
  chmodSync(secretFile, 0o600);
  writeFileSync(secretFile, "short");
  assert.throws(() => readSecret({ secretFile }), { name: "ConfigError", message: /must hold exactly 32 bytes: restore it/ });
  rmSync(secretFile);
  assert.throws(() => readSecret({ secretFile: join(secretFile, "..") }), { name: "ConfigError" });
  writeFileSync(secretFile, "");
  assert.throws(() => readSecret({ secretFile: join(secretFile, "below") }), { name: "ConfigError", message: /cannot be (read|made): / });
});

test("the data folder is made closed to others, and one that cannot be made gives a sentence", (t) => {
  const dataDir = join(folder(t), "a", "data");
  prepareDataDir({ dataDir, databaseUrl: undefined, demo: true });
  assert.equal(statSync(dataDir).mode & 0o777, 0o700);
  assert.deepEqual(readdirSync(dataDir), ["demo"]);
  writeFileSync(join(dataDir, "file"), "");
  assert.throws(() => prepareDataDir({ dataDir: join(dataDir, "file"), databaseUrl: undefined, demo: true }), {
    name: "ConfigError",
    message: /^DATA_DIR .* cannot be written: /,
  });
});

test("with a database elsewhere the folder says nothing about demo or not", (t) => {
  const dataDir = join(folder(t), "data");
  prepareDataDir({ dataDir, databaseUrl: "postgres://h/d", demo: true });
  assert.deepEqual(readdirSync(dataDir), []);
});
