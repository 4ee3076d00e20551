// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import { allFiles, isTest, ranksOf, sliceOf, type File } from "./files.ts";

const files = allFiles().filter(({ path }) => path.startsWith("src/") && /\.(ts|tsx|sql)$/.test(path));
const slices = [...ranksOf(files).keys()];
const views = viewsOf(files);

test("a slice's tables are named by that slice alone; others use what it publishes as views", () => {
  assert.ok(slices.length >= 5, `only ${slices.length} slices were found`);
  assert.ok(views.size >= 4, `only ${views.size} views were found`);
  assert.deepEqual(strangers(files, slices, views), []);
});

test("a migration of rank 2 refers to rank 1 and the platform, never to its like", () => {
  assert.deepEqual(strangeMigrations(files, ranksOf(files)), []);
});

test("red: a query over another slice's table, in Kysely and in SQL, is found; its view is not", () => {
  const look = (text: string, path = "src/features/projects/store.ts"): number =>
    strangers([{ path, text }], ["ideas", "projects"], new Set(["ideas.shown_idea"])).length;
  assert.equal(look('db.selectFrom("ideas.idea")'), 1);
  assert.equal(look('db.selectFrom("ideas.idea as i")'), 1);
  assert.equal(look("sql`SELECT 1 FROM ideas.idea`"), 1);
  assert.equal(look('db.selectFrom("ideas.idea")', "src/app/store.ts"), 1, "in the app");
  assert.equal(look('db.selectFrom("ideas.idea")', "src/platform/search/store.ts"), 1, "in the platform");
  assert.equal(look('db.selectFrom("ideas.shown_idea")'), 0);
  assert.equal(look('db.selectFrom("projects.project")'), 0);
  assert.equal(look('operation({ name: "ideas.answer" })'), 0, "a name of an operation is no table");
  const sql = (text: string): number =>
    strangeMigrations(
      [{ path: "src/features/projects/migrations/1_a.sql", text }],
      new Map([
        ["ideas", 2],
        ["projects", 2],
        ["people", 1],
      ]),
    ).length;
  assert.equal(sql("REFERENCES ideas.idea (id)"), 1);
  assert.equal(sql("REFERENCES people.person (id)"), 0);
});

/** Files that name a table of another slice. What is written as SQL or given to a query counts; names of operations do not. */
function strangers(all: File[], names: string[], published: Set<string>): string[] {
  return all
    .filter((file) => /\.tsx?$/.test(file.path) && !isTest(file) && !file.path.endsWith(".gen.ts"))
    .flatMap(({ path, text }) =>
      tablesNamed(text)
        .filter((table) => !published.has(table) && names.includes(table.split(".")[0] ?? "") && sliceOf(path) !== table.split(".")[0])
        .map((table) => `${path}: ${table}`),
    );
}

const inQuery =
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|rightJoin|fullJoin|using|from|table|lateral|ref)\(\s*\[?\s*"([a-z_]+\.[a-z_]+)\b/gi;
const inSql = /\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|USING|ON)\s+(?:ONLY\s+)?([a-z_]+\.[a-z_]+)\b/g;

const tablesNamed = (text: string): string[] => [...text.matchAll(inQuery), ...text.matchAll(inSql)].map((match) => match[1] ?? "");

function strangeMigrations(all: File[], rankOf: Map<string, number>): string[] {
  return all
    .filter(({ path }) => path.endsWith(".sql") && rankOf.get(sliceOf(path) ?? "") !== undefined)
    .flatMap(({ path, text }) => {
      const own = sliceOf(path);
      const foreign = [...text.matchAll(inSql)]
        .map((match) => match[1] ?? "")
        .filter((table) => {
          const schema = table.split(".")[0] ?? "";
          return schema !== own && (rankOf.get(schema) ?? 1) !== 1;
        });
      return foreign.map((table) => `${path}: ${table}`);
    });
}

function viewsOf(all: File[]): Set<string> {
  return new Set(
    all.flatMap(({ path, text }) =>
      path.endsWith(".sql") ? [...text.matchAll(/CREATE (?:MATERIALIZED )?VIEW ([a-z_]+\.[a-z_]+)/g)].map((match) => match[1] ?? "") : [],
    ),
  );
}
