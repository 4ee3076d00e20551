// SPDX-License-Identifier: EUPL-1.2
// `npm run routes`: every address that answers, what is behind it, and who may. English pages are the same under /en.
import { allFeatures } from "#app/features.ts";
import { routeList } from "./route-list.ts";

const rows = routeList(allFeatures());
const width = (column: "method" | "path" | "door"): number => Math.max(...rows.map((row) => row[column].length));
const [method, path, door] = [width("method"), width("path"), width("door")];

for (const row of rows) console.log(`${row.method.padEnd(method)}  ${row.path.padEnd(path)}  ${row.door.padEnd(door)}  ${row.may}`);
console.log(`\n${rows.length} routes`);
