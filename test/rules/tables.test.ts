// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import pg from "pg";
import { allFeatures } from "#app/features.ts";
import { allMigrations, migrate } from "#platform/db/migrate.ts";
import { platformTables } from "#platform/privacy/platform-tables.ts";
import type { TablePrivacy } from "#platform/privacy/privacy.ts";
import { dropDatabase, makeDatabase } from "../test-database.ts";
import { typesFile, writeTypes } from "../../tools/types.ts";

let url = "";
let tables: string[] = [];

before(async () => {
  url = await makeDatabase();
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'graphile_worker') ORDER BY 1`,
  );
  await client.end();
  tables = rows.map(({ name }) => name);
});
after(() => dropDatabase(url));

test("every table says why it holds what and for how long, and only once", () => {
  assert.ok(tables.length >= 25, `only ${tables.length} tables were found`);
  assert.deepEqual(privacyFaults(tables, declared()), []);
});

test("red: a table without its entry, one with two, and an entry without a table are found", () => {
  assert.deepEqual(privacyFaults(["a.one", "a.two"], ["a.two", "a.two", "a.three"]), [
    "a.one has no privacy entry",
    "a.two has 2 privacy entries",
    "a.three is no table",
  ]);
});

test("every table that has a person in it can be exported and erased, or says in words why not", () => {
  for (const { table, why, retention, basis, export: rows, erase } of entries()) {
    assert.ok(why.length > 15, `${table} does not say what it is for`);
    assert.ok(retention.length > 5, `${table} does not say how long`);
    if (basis === "no personal data") continue;
    for (const [what, answer] of Object.entries({ export: rows, erase })) {
      if (typeof answer === "string") assert.ok(answer.length > 20, `${table}: the reason for no ${what} is no reason`);
    }
  }
});

test("the row types are those of the migrated database", () => {
  const folder = mkdtempSync(join(tmpdir(), "mb-types-"));
  try {
    const fresh = join(folder, "schema.gen.ts");
    writeTypes(url, fresh);
    assert.equal(firstDifference(readFileSync(typesFile, "utf8"), readFileSync(fresh, "utf8")), undefined, "run `npm run types`");
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.equal(firstDifference("a\nb", "a\nc"), "line 2: b ≠ c", "red");
});

test("every migration has a number of its own", () => {
  const names = allMigrations().map(({ name }) => name);
  assert.ok(names.length >= 7, `only ${names.length} migrations were found`);
  assert.deepEqual(numberFaults(names), []);
  assert.deepEqual(numberFaults(["0001_a", "0001_b", "2_c"]), ["0001_b has the number of 0001_a", "2_c has no four-digit number"], "red");
});

const entries = (): TablePrivacy[] => [...platformTables, ...allFeatures().privacy];
// The library's own tables are described together: they change with its version.
const declared = (): string[] =>
  entries()
    .map(({ table }) => table)
    .filter((table) => table !== "graphile_worker.*");

function privacyFaults(all: string[], entries: string[]): string[] {
  const times = (name: string): number => entries.filter((entry) => entry === name).length;
  return [
    ...all.filter((name) => times(name) === 0).map((name) => `${name} has no privacy entry`),
    ...all.filter((name) => times(name) > 1).map((name) => `${name} has ${times(name)} privacy entries`),
    ...entries.filter((name) => !all.includes(name)).map((name) => `${name} is no table`),
  ];
}

function firstDifference(a: string, b: string): string | undefined {
  const [one, two] = [a.split("\n"), b.split("\n")];
  const at = Array.from({ length: Math.max(one.length, two.length) }, (_, index) => index).find((index) => one[index] !== two[index]);
  return at === undefined ? undefined : `line ${at + 1}: ${one[at]} ≠ ${two[at]}`;
}

function numberFaults(names: string[]): string[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const number = /^(\d{4})_[a-z0-9_]+$/.exec(name)?.[1];
    if (!number) return [`${name} has no four-digit number`];
    const first = seen.get(number);
    seen.set(number, first ?? name);
    return first ? [`${name} has the number of ${first}`] : [];
  });
}
