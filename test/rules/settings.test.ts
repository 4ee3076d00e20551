// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { settings } from "#platform/config/settings.ts";
import { root } from "#platform/root.ts";
import { allFiles, isTest, type File } from "./files.ts";

const names = settings.map(({ name }) => name);

test("every setting stands in docs/operations.md, in a row of its own", () => {
  assert.ok(names.length >= 15);
  assert.deepEqual(undocumented(readFileSync(join(root, "docs/operations.md"), "utf8"), names), []);
  assert.deepEqual(undocumented("| `PORT` | 3000 |\nHOST is mentioned", ["PORT", "HOST"]), ["HOST"], "red");
});

test("every setting that the program reads is in the list, and the other way round", () => {
  const read = settingsRead(allFiles());
  assert.deepEqual(
    [...read].filter((name) => !names.includes(name)),
    [],
  );
  assert.deepEqual(
    names.filter((name) => !read.has(name)),
    [],
  );
  const planted = settingsRead([
    { path: "src/platform/config/config.ts", text: 'setting.flag("SECRET_DOOR")' },
    { path: "src/a.ts", text: 'process.env["HIDDEN"] ?? process.env.OTHER' },
  ]);
  assert.deepEqual([...planted], ["SECRET_DOOR", "HIDDEN", "OTHER"], "red");
});

const undocumented = (text: string, wanted: string[]): string[] =>
  wanted.filter((name) => !new RegExp(`^\\|\\s*\`${name}\``, "m").test(text));

/** Names read by the configuration, and any that is read around it. PATH and the like belong to the machine. */
function settingsRead(files: File[]): Set<string> {
  const found = files
    .filter((file) => /^src\/.*\.tsx?$/.test(file.path) && !isTest(file))
    .flatMap(({ text }) =>
      [...text.matchAll(/\bsetting\.\w+\(\s*"([A-Z_]+)"/g), ...text.matchAll(/process\.env(?:\["([A-Z_]+)"\]|\.([A-Z_]+))/g)].map(
        (match) => match[1] ?? match[2] ?? "",
      ),
    );
  return new Set(found.filter((name) => !["PATH", "HOME", "TMPDIR", "XDG_RUNTIME_DIR", "USER"].includes(name)));
}
