// SPDX-License-Identifier: EUPL-1.2
// X20: who may do what, as written by hand in docs/authorization.csv, tried through every door to the outside. A new operation
// or query without its rows fails; changing one rule fails exactly its cells.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { statesOf } from "./matrix/cases.ts";
import { switchAllOn } from "./matrix/settings-cases.ts";
import { actors } from "./matrix/stage.ts";
import { actorsOf, doorsOf, parseTable, readTable, tableFaults } from "./matrix/table.ts";
import { tryRow } from "./matrix/try.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

const rows = readTable();
let t: TestWorld;

before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

test("X20: every operation, query and page has its rows, and no row is of something gone", () => {
  const doors = doorsOf(t.world.registry, statesOf);
  assert.ok(doors.length >= 40, `only ${doors.length} doors were found`);
  assert.deepEqual(actorsOf(rows), Object.keys(actors));
  assert.deepEqual(tableFaults(rows, doors), [], "`npm run matrix-missing` prints the rows that lack");
});

for (const [door, its] of Map.groupBy(rows, (row) => row.door)) {
  test(`X20: who may: ${door}`, async () => {
    const faults: string[] = [];
    for (const row of its) faults.push(...(await tryRow(t, row)));
    await switchAllOn(t);
    assert.deepEqual(faults, []);
  });
}

test("red: a door without its row, a row of a door that is gone, a cell without an answer and a wrong cell are found", async () => {
  const table = parseTable("door,state,visitor,citizen\n# a remark\nideas.list,-,403,200\nideas.gone,-,200,maybe\n");
  assert.deepEqual(
    tableFaults(table, [
      { door: "ideas.list", state: "-" },
      { door: "ideas.new", state: "-" },
    ]),
    ["ideas.new (-) has no row", "ideas.gone (-) is no door any more", 'ideas.gone (-) says "maybe" of citizen'],
  );
  const [list] = table;
  assert.ok(list);
  assert.deepEqual(await tryRow(t, list), [
    "line 3: ideas.list (-), visitor by page /ideer: 200, expected 403",
    "line 3: ideas.list (-), visitor by json: 200, expected 403",
  ]);
});
