// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import { plant, readPatch } from "./patch.mjs";

const patch = [
  "# experiment: test/a.test.ts › it holds",
  "# fault: the check is forgotten",
  "--- a/src/a.ts",
  "+++ b/src/a.ts",
  "@@",
  " function a() {",
  "-  check();",
  "+  // nothing",
  " }",
  "",
].join("\n");

test("a planted fault is found by its lines, wherever they stand", () => {
  const { file, name, fault, edits } = readPatch(patch);
  assert.deepEqual([file, name, fault], ["test/a.test.ts", "it holds", "the check is forgotten"]);
  const [edit] = edits;
  assert.ok(edit);
  assert.equal(plant("// more\nfunction a() { check();\n}\n", edit), "// more\nfunction a() {\n  // nothing\n}\n");
});

test("a fault whose place is gone, or is there twice, is an error", () => {
  const [edit] = readPatch(patch).edits;
  assert.ok(edit);
  assert.throws(() => plant("function b() {}\n", edit), /stand 0 times in src\/a\.ts/);
  assert.throws(() => plant("function a() {\n  check();\n}\nfunction a() {\n  check();\n}\n", edit), /stand several times/);
  assert.throws(() => readPatch("--- a/src/a.ts\n"), /begins with/);
});
