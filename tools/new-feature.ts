// SPDX-License-Identifier: EUPL-1.2
// `npm run new-feature -- NAME`: a slice of rank 2 with one working page, in the shape that all slices have. See docs/add-a-feature.md.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { allMigrations } from "#platform/db/migrate.ts";
import { root } from "#platform/root.ts";
import { freshTypes } from "./fresh-types.ts";
import { nextNumber } from "./next-number.ts";

const [name = ""] = process.argv.slice(2);
const slice = join(root, "src/features", name);

if (!/^[a-z]{3,20}$/.test(name)) stop("Give the slice a name of three to twenty small letters: npm run new-feature -- lending");
if (existsSync(slice)) stop(`There is a slice called ${name} already: choose another name, or remove src/features/${name}.`);

// The tens are for slices, what is between them for their later changes.
const number = nextNumber(allMigrations(), 10);
const places: Record<string, string> = {
  "da.json": "locales/da.json",
  "en.json": "locales/en.json",
  "list.tsx": "pages/list.tsx",
  "migration.sql": `migrations/${number}_${name}.sql`,
  "slice.test.ts": `${name}.test.ts`,
};
const parts = [
  "README.md",
  "feature.ts",
  "index.ts",
  "operations.ts",
  "queries.ts",
  "store.ts",
  "paths.ts",
  "routes.ts",
  "texts.ts",
  "privacy.ts",
  "seed.ts",
  ...Object.keys(places),
];

for (const part of parts) write(places[part] ?? part, readFileSync(join(root, "tools/slice", `${part}.txt`), "utf8"));
addToList();
addToMatrix();
await freshTypes();
console.log(`src/features/${name} is there, with migration ${number}, a line in src/app/features.ts and its rows in docs/authorization.csv.
Look at it:      npm run dev, then http://localhost:3000/${name}
Run its tests:   node test/run.mjs 'src/features/${name}/*.test.ts'
Then make it yours: docs/add-a-feature.md`);

function write(path: string, template: string): void {
  const file = join(slice, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, template.replaceAll("__name__", name).replaceAll("__Name__", name.charAt(0).toUpperCase() + name.slice(1)));
}

/** One import and one name in the list of slices. */
function addToList(): void {
  const file = join(root, "src/app/features.ts");
  const before = readFileSync(file, "utf8");
  const after = before
    .replace(/(?=^import \{ \w+ \} from "#features\/)/m, `import { ${name} } from "#features/${name}/feature.ts";\n`)
    .replace(/(const slices: Feature\[\] = \[[^\]]*?),?(\s*)\]/, `$1, ${name}$2]`);
  if (after.split(name).length - before.split(name).length < 3)
    stop("src/app/features.ts has no list of slices that this tool knows: add the line yourself.");
  writeFileSync(file, after);
}

function addToMatrix(): void {
  const everyone = (cell: string): string => Array.from({ length: 9 }, () => cell).join(",");
  appendFileSync(
    join(root, "docs/authorization.csv"),
    `\n# ${name}: to be thought through.\n${name}.list,-,${everyone("200")}\n${name}.add,-,${everyone("-")}\n`,
  );
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
