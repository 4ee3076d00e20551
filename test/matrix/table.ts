// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Registry } from "#platform/feature.ts";
import { root } from "#platform/root.ts";

/** One line of docs/authorization.csv: what a door answers to each actor while what it is about is in one state. */
export type Row = { door: string; state: string; expected: Record<string, string>; line: number };

export const readTable = (): Row[] => parseTable(readFileSync(join(root, "docs/authorization.csv"), "utf8"));

/** Comma-separated, the first line names the columns, a line that begins with # is a remark. */
export function parseTable(text: string): Row[] {
  const lines = text.split("\n").map((line, index) => ({ cells: line.split(",").map((cell) => cell.trim()), line: index + 1 }));
  const [head, ...rows] = lines.filter(({ cells: [first = ""] }) => first !== "" && !first.startsWith("#"));
  const [, , ...actors] = head?.cells ?? [];
  return rows.map(({ cells: [door = "", state = "", ...answers], line }) => ({
    door,
    state,
    line,
    expected: Object.fromEntries(actors.map((actor, index) => [actor, answers[index] ?? ""])),
  }));
}

export const actorsOf = (rows: Row[]): string[] => Object.keys(rows[0]?.expected ?? {});

/** Every door of a registry with the states it must be tried in. Pages without data are doors too. */
export function doorsOf(
  { operations, queries, routes }: Registry,
  statesOf: (door: string, kind: string | undefined) => string[],
): { door: string; state: string }[] {
  const doors = [...operations.values(), ...queries.values()].map(({ name, on }) => ({ name, on }));
  const plain = routes.filter(({ query }) => !query).map(({ path }) => ({ name: `page ${path}`, on: undefined }));
  return [...doors, ...plain].flatMap(({ name, on }) => statesOf(name, on).map((state) => ({ door: name, state })));
}

/** What the table lacks, says twice, or says of doors that are gone. */
export function tableFaults(rows: Row[], doors: { door: string; state: string }[]): string[] {
  const nameOf = ({ door, state }: { door: string; state: string }): string => `${door} (${state})`;
  const written = rows.map(nameOf);
  const wanted = doors.map(nameOf);
  return [
    ...wanted.filter((name) => !written.includes(name)).map((name) => `${name} has no row`),
    ...written.filter((name, index) => written.indexOf(name) !== index).map((name) => `${name} has two rows`),
    ...written.filter((name) => !wanted.includes(name)).map((name) => `${name} is no door any more`),
    ...rows.flatMap((row) =>
      Object.entries(row.expected).flatMap(([actor, cell]) =>
        /^(\d{3}|-)$/.test(cell) ? [] : [`${nameOf(row)} says "${cell}" of ${actor}`],
      ),
    ),
  ];
}
