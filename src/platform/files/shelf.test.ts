// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { makeShelf } from "./shelf.ts";

const folder = mkdtempSync(join(tmpdir(), "medborger-shelf-"));
after(() => rmSync(folder, { recursive: true }));
const shelf = makeShelf(folder);

async function put(text: string): Promise<string> {
  const path = await shelf.half();
  writeFileSync(path, text);
  return shelf.put(path);
}

test("a file lies under the hash of its bytes, the same ones once", async () => {
  const hash = await put("hej");
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.equal(await put("hej"), hash);
  assert.equal(String(await shelf.read(hash)), "hej");
});

test("a name that is no hash leads nowhere", async () => {
  for (const name of ["../secret", "", "0".repeat(63), `${"0".repeat(62)}/.`, "0".repeat(64)])
    assert.equal(await shelf.read(name), undefined);
});

test("what is old and wanted by no row is swept, half-made files too; the rest stays", async () => {
  const [wanted, unwanted, fresh] = [await put("wanted"), await put("unwanted"), await put("fresh")];
  const half = await shelf.half();
  writeFileSync(half, "half");
  const old = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  for (const path of [wanted, unwanted].map((hash) => join(folder, "files", hash.slice(0, 2), hash))) utimesSync(path, old, old);
  utimesSync(half, old, old);
  assert.equal(await shelf.sweep(new Set([wanted]), new Date(Date.now() - 24 * 60 * 60 * 1000)), 2);
  assert.deepEqual([await shelf.has(wanted), await shelf.has(unwanted), await shelf.has(fresh)], [true, false, true]);
});
