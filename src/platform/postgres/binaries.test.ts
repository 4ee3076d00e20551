// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, globSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { findBinaries, makeSymlinks } from "./binaries.ts";
import { closedFolder } from "./testing.ts";

test("where install scripts were skipped, PostgreSQL's libraries are linked at first start", (t) => {
  const copy = closedFolder(t);
  for (const part of ["bin", "lib", "pg-symlinks.json"])
    cpSync(join(findBinaries(), part), join(copy, "native", part), { recursive: true, verbatimSymlinks: true });
  const links = globSync("native/lib/*", { cwd: copy }).filter((file) => lstatSync(join(copy, file)).isSymbolicLink());
  for (const link of links) rmSync(join(copy, link));
  const run = (): number | null => spawnSync(join(copy, "native", "bin", "postgres"), ["--version"]).status;
  assert.ok(links.length > 5);
  assert.notEqual(run(), 0, "without the links it does not even start");
  makeSymlinks(copy);
  makeSymlinks(copy);
  assert.equal(run(), 0);
});

test("a list of links cannot reach outside its package", (t) => {
  const folder = closedFolder(t);
  const copy = join(folder, "package");
  mkdirSync(join(copy, "native", "lib"), { recursive: true });
  writeFileSync(
    join(copy, "native", "pg-symlinks.json"),
    JSON.stringify([
      { source: "native/lib/a.so", target: "../evil" },
      { target: 7 },
      null,
      { source: "native/lib/a.so.1", target: "native/lib/a.so" },
    ]),
  );
  makeSymlinks(copy);
  assert.deepEqual(
    globSync("**", { cwd: folder }).toSorted(),
    ["", "package", "package/native", "package/native/lib", "package/native/lib/a.so", "package/native/pg-symlinks.json"].map(
      (path) => path || ".",
    ),
  );
});

test("a folder that cannot be written gives a sentence that says what to do", (t) => {
  const copy = closedFolder(t);
  mkdirSync(join(copy, "native"));
  writeFileSync(join(copy, "native", "pg-symlinks.json"), JSON.stringify([{ source: "native/lib/a.so.1", target: "native/lib/a.so" }]));
  // Root may write everywhere; a link to nowhere in place of the folder refuses it as well.
  symlinkSync("/nowhere", join(copy, "native", "lib"));
  assert.throws(() => makeSymlinks(copy), {
    name: "OperatorError",
    message: new RegExp(
      `^PostgreSQL's libraries cannot be linked because ${dirname(join(copy, "native", "lib", "a.so"))} is read-only: run "npm rebuild"`,
    ),
  });
});
