// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { posix } from "node:path";
import test from "node:test";
import { allFiles, importedNames, isCode, isTest, ranksOf, sliceOf, type File } from "./files.ts";

const files = allFiles().filter(isCode);
const ranks = ranksOf(files);

test("imports go one way: platform and design ← slices by rank ← app", () => {
  assert.ok(files.length > 120, `only ${files.length} files were looked at`);
  assert.ok(ranks.size >= 5, `only ${ranks.size} slices were found`);
  assert.deepEqual(wrongImports(files, ranks), []);
});

test("red: each wrong direction is found", () => {
  const planted = (path: string, wanted: string): string[] =>
    wrongImports(
      [{ path, text: `import { x } from "${wanted}";` }],
      new Map([
        ["ideas", 2],
        ["projects", 2],
        ["people", 1],
        ["workbench", 3],
      ]),
    );
  assert.equal(planted("src/platform/mail/mail.ts", "#features/people/index.ts").length, 1);
  assert.equal(planted("src/design/parts/Card.tsx", "#features/ideas/index.ts").length, 1);
  assert.equal(planted("src/features/ideas/pages/list.tsx", "#features/projects/index.ts").length, 1);
  assert.equal(planted("src/features/people/store.ts", "../ideas/index.ts").length, 1, "a relative way round");
  assert.equal(planted("src/features/workbench/queries.ts", "#features/ideas/index.ts").length, 1);
  assert.equal(planted("src/features/ideas/store.ts", "#features/people/store.ts").length, 1, "not through its index");
  assert.equal(planted("src/features/ideas/store.ts", "#app/features.ts").length, 1);
  assert.equal(planted("src/features/ideas/store.ts", "../../../test/client.ts").length, 1);
  assert.equal(planted("src/features/ideas/store.ts", "#features/people/index.ts").length, 0);
  assert.equal(
    wrongImports([{ path: "src/platform/a.ts", text: 'const x = await import("#app/site.ts");' }], ranks).length,
    1,
    "an import when it runs",
  );
  assert.equal(
    wrongImports([{ path: "src/platform/a.ts", text: 'export { x } from "#app/site.ts";' }], ranks).length,
    1,
    "an export of another's",
  );
});

/** "who → whom: why not" for every import that goes the wrong way. */
function wrongImports(all: File[], rankOf: Map<string, number>): string[] {
  return all.flatMap((file) =>
    importsOf(file).flatMap((wanted) => {
      const why = whyNot(file, wanted, rankOf);
      return why ? [`${file.path} → ${wanted}: ${why}`] : [];
    }),
  );
}

/** Project paths that a file imports, types too. */
function importsOf({ path, text }: File): string[] {
  return importedNames(text).flatMap((name) => {
    if (name.startsWith("#")) return [`src/${name.slice(1)}`];
    return name.startsWith(".") ? [posix.normalize(posix.join(posix.dirname(path), name))] : [];
  });
}

function whyNot(file: File, wanted: string, rankOf: Map<string, number>): string | undefined {
  const from = placeOf(file.path);
  const to = placeOf(wanted);
  if (from === "outside") return undefined;
  if (to === "outside") return isTest(file) || from === "main" ? undefined : "the product stands without its tests and tools";
  if (to === "app" || to === "main") return from === "app" || from === "main" ? undefined : "only the start knows the app";
  // The design knows no slice either; pages of the platform (mails, forms) are drawn with it.
  if (from === "platform") return to === "slice" ? "the platform knows nothing of the municipality's work" : undefined;
  if (from === "design") return to === "slice" ? "the design knows no slice" : undefined;
  return from === "slice" && to === "slice" ? betweenSlices(file.path, wanted, rankOf) : undefined;
}

function placeOf(path: string): "platform" | "design" | "slice" | "app" | "main" | "outside" {
  if (path.startsWith("src/platform/")) return "platform";
  if (path.startsWith("src/design/") || path.startsWith("src/islands/")) return "design";
  if (path.startsWith("src/features/")) return "slice";
  if (path.startsWith("src/app/")) return "app";
  return path === "src/main.ts" ? "main" : "outside";
}

function betweenSlices(path: string, wanted: string, rankOf: Map<string, number>): string | undefined {
  const from = sliceOf(path) ?? "";
  const to = sliceOf(wanted) ?? "";
  if (from === to) return undefined;
  if (rankOf.get(to) !== 1) return `${to} is of rank ${rankOf.get(to)}; go through links, events or a registry`;
  return wanted === `src/features/${to}/index.ts` ? undefined : `what others may use of ${to} stands in its index.ts`;
}
