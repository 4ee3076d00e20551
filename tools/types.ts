// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#platform/root.ts";

export const typesFile: string = join(root, "src/platform/db/schema.gen.ts");

/**
 * Writes the row types of a migrated database. In: its connection string and where to. The checked-in file is
 * compared with a fresh one in a test, so that a query cannot drift from the tables.
 */
export function writeTypes(connectionString: string, file = typesFile): void {
  execFileSync(
    join(root, "node_modules/.bin/kysely-codegen"),
    [
      "--dialect",
      "postgres",
      "--url",
      connectionString,
      "--out-file",
      file,
      "--exclude-pattern",
      "(graphile_worker|public).*",
      "--date-parser",
      "string",
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  // bigint is read as a number (see connect.ts).
  const text = readFileSync(file, "utf8").replace(
    /export type Int8 = .*;/,
    "export type Int8 = ColumnType<number, bigint | number | string, bigint | number | string>;",
  );
  writeFileSync(file, `// SPDX-License-Identifier: EUPL-1.2\n${text}`);
}
