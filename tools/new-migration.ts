// SPDX-License-Identifier: EUPL-1.2
// `npm run new-migration -- SLICE NAME`: an empty migration of a slice (or a folder of the platform) with the next number.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allMigrations } from "#platform/db/migrate.ts";
import { root } from "#platform/root.ts";
import { nextNumber } from "./next-number.ts";

const [slice = "", name = ""] = process.argv.slice(2);
const folder = ["features", "platform"].map((place) => join(root, "src", place, slice)).find((place) => slice !== "" && existsSync(place));

if (!folder || !/^[a-z][a-z0-9-]{2,40}$/.test(name)) {
  console.error(
    folder
      ? "Say in small letters and hyphens what it does: npm run new-migration -- ideas add-pictures"
      : `There is no slice called "${slice}": npm run new-migration -- ideas add-pictures`,
  );
  process.exit(1);
}

const file = join(folder, "migrations", `${nextNumber(allMigrations(), 1)}_${name.replaceAll("-", "_")}.sql`);
mkdirSync(join(folder, "migrations"), { recursive: true });
writeFileSync(file, "-- SPDX-License-Identifier: EUPL-1.2\n");
console.log(`Write it in ${file.slice(root.length + 1)}, then run: npm run types`);
