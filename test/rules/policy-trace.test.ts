// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { root } from "#platform/root.ts";

// A row: | number | what | state | where | test |. State: now, partly or not yet; where it is "now" or "partly", a test that exists.
type Row = { numbers: number[]; state: string; tests: string[] };

const is = (path: string): boolean => existsSync(join(root, path));

test("each of the policy's 70 rows is traced, and what is done is shown by a test that exists", () => {
  assert.deepEqual(faultsOf(readFileSync(join(root, "docs/policy-trace.md"), "utf8"), is), []);
});

test("red: a missing row, a row twice, an unknown state and a test that does not exist are found", () => {
  const table = [
    "| 1–2 | a | not yet | | |",
    "| 2 | b | now | /ideer | `src/gone.test.ts` |",
    "| 3 | c | soon | | |",
    "| 4 | d | partly | /ideer | |",
    "| 5–70 | e | not yet | | |",
  ].join("\n");
  assert.deepEqual(faultsOf(table, is), [
    "2 has 2 rows",
    "2: src/gone.test.ts does not exist",
    "3: state is now, partly or not yet",
    "4: names no test",
  ]);
  assert.deepEqual(faultsOf("| 2–70 | e | not yet | | |", is), ["1 has no row"]);
});

function faultsOf(text: string, exists: (path: string) => boolean): string[] {
  const rows = rowsOf(text);
  const times = (number: number): number => rows.filter(({ numbers }) => numbers.includes(number)).length;
  const all = Array.from({ length: 70 }, (_, index) => index + 1);
  return [
    ...all.filter((number) => times(number) === 0).map((number) => `${number} has no row`),
    ...all.filter((number) => times(number) > 1).map((number) => `${number} has ${times(number)} rows`),
    ...rows.flatMap(rowFaults(exists)),
  ];
}

const rowFaults =
  (exists: (path: string) => boolean) =>
  ({ numbers, state, tests }: Row): string[] => {
    if (state === "not yet") return [];
    if (state !== "now" && state !== "partly") return [`${numbers[0]}: state is now, partly or not yet`];
    if (tests.length === 0) return [`${numbers[0]}: names no test`];
    return tests.filter((path) => !exists(path)).map((path) => `${numbers[0]}: ${path} does not exist`);
  };

function rowsOf(text: string): Row[] {
  return [...text.matchAll(/^\|\s*(\d+)(?:\s*[–-]\s*(\d+))?\s*\|(.*)\|\s*$/gm)].map(([, from = "", to = from, rest = ""]) => {
    const cells = rest.split("|").map((cell) => cell.trim());
    const numbers = Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
    return { numbers, state: cells[1] ?? "", tests: [...(cells[3] ?? "").matchAll(/[\w./-]+\.test\.tsx?/g)].map(([path]) => path) };
  });
}
