// SPDX-License-Identifier: EUPL-1.2
// Prints the rows that docs/authorization.csv lacks, with the rule's name beside them and every cell open: the cells are written
// by hand, from what ought to be, never from what the program answers.
import { allFeatures } from "#app/features.ts";
import { statesOf } from "../test/matrix/cases.ts";
import { actorsOf, doorsOf, readTable } from "../test/matrix/table.ts";

const registry = allFeatures();
const rows = readTable();
const missing = doorsOf(registry, statesOf).filter(({ door, state }) => !rows.some((row) => row.door === door && row.state === state));

for (const [door, its] of Map.groupBy(missing, (row) => row.door)) {
  const rule = registry.operations.get(door)?.may ?? registry.queries.get(door)?.may;
  console.log(`# ${door}${rule ? `: ${rule.name}` : ""}`);
  for (const { state } of its) console.log([door, state, ...actorsOf(rows).map(() => "?")].join(","));
}
if (missing.length === 0) console.log("Every door has its rows.");
