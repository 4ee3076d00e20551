// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { render } from "preact-render-to-string";
import { root } from "#platform/root.ts";

test("a page part written in TSX is rendered, with what a person typed made harmless", () => {
  const Name = ({ name }: { name: string }) => <b class="name">{name}</b>;
  assert.equal(render(<Name name="<Karen>" />), '<b class="name">&lt;Karen></b>');
});

test("an error in TSX points at the line that was written", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "tsx-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "wrong.tsx");
  writeFileSync(
    file,
    `interface Much {\n  typing: string;\n}\n\nconst broken = (much: Much): string => {\n  throw new Error(much.typing);\n};\nbroken({ typing: "here" });\n`,
  );
  for (const time of ["compiled", "from the cache"]) {
    const { stderr } = spawnSync(process.execPath, ["--import", join(root, "tools/tsx.mjs"), file], {
      encoding: "utf8",
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    });
    assert.match(stderr, /wrong\.tsx:6:9/, time);
  }
});
