// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import test from "node:test";
import { root } from "#platform/root.ts";
import { allFiles, importedNames, isCode, isTest, type File } from "./files.ts";

type Versions = Record<string, string>;
type Manifest = { dependencies?: Versions; devDependencies?: Versions; optionalDependencies?: Versions };
type Locked = { resolved?: string; integrity?: string; link?: boolean };

const read = (name: string): string => readFileSync(join(root, name), "utf8");
const manifest: Manifest = JSON.parse(read("package.json"));
const runtime = Object.keys(manifest.dependencies ?? {});

test("every version is exact, and at most 55 libraries are in the product", () => {
  assert.deepEqual(inexact(manifest), []);
  assert.deepEqual(
    inexact({ dependencies: { a: "^1.0.0", b: "1.0.0", c: "latest", d: "github:x/y", e: "2.0.0-beta.1" } }),
    ["a ^1.0.0", "c latest", "d github:x/y"],
    "red",
  );
  assert.ok(runtime.length > 0 && runtime.length <= 55, `${runtime.length} runtime dependencies`);
});

test("docs/dependencies.md says of each library why it is there, and of no other", () => {
  assert.deepEqual(undocumented(read("docs/dependencies.md"), runtime), []);
  assert.deepEqual(
    undocumented("| `pg` | speaks to PostgreSQL, for … |\n| `gone` | was once of use here |", ["pg", "zod"]),
    ["zod is not explained", "gone is no dependency any more"],
    "red",
  );
});

test("everything in the lock file comes whole from one place", () => {
  const { packages } = JSON.parse(read("package-lock.json"));
  assert.ok(Object.keys(packages).length > 200);
  assert.deepEqual(unsafe(packages), []);
  const planted = {
    "": {},
    "node_modules/a": { resolved: "https://registry.npmjs.org/a.tgz" },
    "node_modules/b": { resolved: "https://example.org/b.tgz", integrity: "sha512-x" },
  };
  assert.deepEqual(unsafe(planted), ["node_modules/a has no integrity", "node_modules/b comes from example.org"], "red");
});

test("the product imports only what is installed with it", () => {
  const files = allFiles();
  assert.deepEqual(strangers(files, runtime), []);
  assert.deepEqual(
    strangers(
      [
        {
          path: "src/a.ts",
          text: 'import x from "lodash/fp";\nimport y from "node:fs";\nimport {\n  z,\n} from "#a/b.ts";\nimport w from "@fastify/cookie";',
        },
      ],
      ["@fastify/cookie"],
    ),
    ["src/a.ts: lodash"],
    "red",
  );
});

test("no library is kept that nothing uses", () => {
  const used = [...allFiles().filter(isCode), { text: JSON.stringify(JSON.parse(read("package.json")).scripts) }]
    .map(({ text }) => text)
    .join("\n");
  assert.deepEqual(unusedIn(runtime, used), []);
  assert.deepEqual(unusedIn(["pg", "left-pad"], 'import pg from "pg";'), ["left-pad"], "red");
});

const inexact = ({ dependencies, devDependencies, optionalDependencies }: Manifest): string[] =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map((pair) => pair.join(" "));

/** One row of the table for each: | `name` | why it and not another | … */
function undocumented(text: string, names: string[]): string[] {
  const rows = new Map([...text.matchAll(/^\|\s*`([^`]+)`[^|]*\|(.*)$/gm)].map(([, name = "", why = ""]) => [name, why]));
  const known = [...names, ...Object.keys(manifest.devDependencies ?? {}), ...Object.keys(manifest.optionalDependencies ?? {})];
  return [
    ...names.filter((name) => (rows.get(name) ?? "").length < 20).map((name) => `${name} is not explained`),
    ...[...rows.keys()].filter((name) => /^[@a-z]/.test(name) && !known.includes(name)).map((name) => `${name} is no dependency any more`),
  ];
}

const unsafe = (packages: Record<string, Locked>): string[] =>
  Object.entries(packages).flatMap(([name, { resolved, integrity, link }]) => {
    if (name === "" || link) return [];
    const host = resolved ? new URL(resolved).host : "registry.npmjs.org";
    return [...(integrity ? [] : [`${name} has no integrity`]), ...(host === "registry.npmjs.org" ? [] : [`${name} comes from ${host}`])];
  });

const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

const strangers = (files: File[], known: string[]): string[] =>
  files
    .filter((file) => /^src\/.*\.tsx?$/.test(file.path) && !isTest(file) && !file.path.endsWith("/testing.ts"))
    .flatMap(({ path, text }) =>
      importedNames(text)
        .filter((name) => !/^[#.]/.test(name) && !isBuiltin(name))
        .map(packageOf)
        .filter((name) => !known.includes(name))
        .map((name) => `${path}: ${name}`),
    );

const unusedIn = (names: string[], text: string): string[] => names.filter((name) => !new RegExp(`["'\`/]${name}(["'\`/])`).test(text));
