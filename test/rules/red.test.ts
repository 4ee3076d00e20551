// SPDX-License-Identifier: EUPL-1.2
// A red control whose lines have moved plants nothing and would be missed only when all of them are run.
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "#platform/root.ts";
import { plant, readPatch } from "../../tools/patch.mjs";

const patches = globSync("test/red/*.patch", { cwd: root });

test("each planted fault finds its lines, and its experiment stands where it says", () => {
  assert.ok(patches.length >= 38, `only ${patches.length} were found`);
  assert.deepEqual(
    patches.flatMap((patch) => {
      const { file, edits } = readPatch(readFileSync(join(root, patch), "utf8"));
      const lost = edits.filter((edit) => !plants(edit)).map(({ path }) => `${patch} finds nothing to break in ${path}`);
      return existsSync(join(root, file)) ? lost : [...lost, `${patch} names ${file}, which is gone`];
    }),
    [],
  );
});

function plants(edit: Parameters<typeof plant>[1]): boolean {
  try {
    plant(readFileSync(join(root, edit.path), "utf8"), edit);
    return true;
  } catch {
    return false;
  }
}
