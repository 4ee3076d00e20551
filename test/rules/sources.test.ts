// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import { allFiles, isCode, isGenerated, isSource, type File } from "./files.ts";

const files = allFiles();
const most = 12_000;

test("every source file begins with its licence", () => {
  assert.deepEqual(withoutLicence(files), []);
  assert.deepEqual(withoutLicence([{ path: "src/a.ts", text: "export {};\n" }]), ["src/a.ts"], "red: a file without is found");
  assert.deepEqual(withoutLicence([{ path: "src/a.sql", text: "-- SPDX-License-Identifier: EUPL-1.2\n" }]), []);
});

test("no source file is too big to hold one thing", () => {
  const sizes = files
    .filter((file) => isCode(file) && file.path.startsWith("src/") && !isGenerated(file))
    .map(sizeOf)
    .toSorted((a, b) => a - b);
  const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)] ?? 0;
  console.log(`source files: ${sizes.length}, median ${at(0.5)} bytes, p90 ${at(0.9)}, largest ${at(1)}`);
  assert.ok(sizes.length > 80, `only ${sizes.length} files were looked at`);
  assert.deepEqual(tooBig(files), []);
  assert.deepEqual(
    tooBig([{ path: "src/a.ts", text: "ø".repeat(most / 2 + 1) }]),
    [`src/a.ts: ${most + 2} bytes`],
    "red: bytes are counted, not letters",
  );
});

test("the program says nothing of one municipality", () => {
  assert.deepEqual(namingOne(files), []);
  assert.deepEqual(namingOne([{ path: "src/a.tsx", text: "// SPDX\n<p>Velkommen til randers</p>" }]), ["src/a.tsx:2"], "red");
  assert.deepEqual(namingOne([{ path: "src/a.test.ts", text: "Randers" }]), [], "tests may");
});

test("nothing is left undone or silenced", () => {
  assert.deepEqual(leftUndone(files), []);
  assert.equal(leftUndone([{ path: "src/a.ts", text: ["// TO", "DO later"].join("") }]).length, 1, "red");
  assert.equal(leftUndone([{ path: "src/a.ts", text: ["// oxlint", "-disable-next-line"].join("") }]).length, 1, "red");
  assert.equal(leftUndone([{ path: "src/a.test.ts", text: ["test.", 'only("x", () => {});'].join("") }]).length, 1, "red");
});

const sizeOf = ({ text }: File): number => Buffer.byteLength(text);

const withoutLicence = (all: File[]): string[] =>
  all
    .filter((file) => isSource(file) && !/^(#!.*\n)?(\/\/|--|\/\*) SPDX-License-Identifier: EUPL-1\.2\b/.test(file.text))
    .map(({ path }) => path);

const tooBig = (all: File[]): string[] =>
  all.filter((file) => isSource(file) && !isGenerated(file) && sizeOf(file) > most).map((file) => `${file.path}: ${sizeOf(file)} bytes`);

const namingOne = (all: File[]): string[] =>
  linesWith(
    all.filter(({ path }) => path.startsWith("src/") && !/\.test\.tsx?$/.test(path)),
    /randers/i,
  );

// Written in pieces, so that this file does not find itself.
const marks = [
  ["TO", "DO"],
  ["FIX", "ME"],
  ["@ts-", "(ignore|expect-error|nocheck)"],
  ["(ox|es)lint-", "disable"],
  ["(test|it|describe)\\.", "(only|todo)\\b"],
  ["debug", "ger;"],
];
const undone = new RegExp(marks.map((pieces) => pieces.join("")).join("|"));

const leftUndone = (all: File[]): string[] => linesWith(all.filter(isSource), undone);

const linesWith = (all: File[], pattern: RegExp): string[] =>
  all.flatMap(({ path, text }) => text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])));
