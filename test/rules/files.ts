// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "#platform/root.ts";

/** Path from the project's folder, with forward slashes, and what stands in it. */
export type File = { path: string; text: string };

const notOurs = new Set(["node_modules", "data", "dist", ".cache", ".git", "test-results"]);
const written = /\.(ts|tsx|mjs|css|sql|json|md)$/;

/** Every file that somebody wrote, from the disk: the tests of the repo also run in a copy without git. */
export function allFiles(folder = root): File[] {
  return pathsBelow(folder)
    .filter((path) => written.test(path))
    .map((path) => ({ path: relative(folder, path).replaceAll("\\", "/"), text: readFileSync(path, "utf8") }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pathsBelow(path) : entry.isFile() ? [path] : [];
  });
}

export const isSource = ({ path }: File): boolean => /\.(ts|tsx|css|sql|mjs)$/.test(path);
export const isCode = ({ path }: File): boolean => /\.(ts|tsx|mjs)$/.test(path);
export const isTest = ({ path }: File): boolean => /\.test\.tsx?$/.test(path);
export const isGenerated = ({ path }: File): boolean => path.endsWith(".gen.ts");

/** The slice that a path lies in. */
export const sliceOf = (path: string): string | undefined => /^src\/features\/([^/]+)\//.exec(path)?.[1];

/** Slice → rank, as its manifest says. */
export function ranksOf(files: File[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const { path, text } of files) {
    const slice = sliceOf(path);
    if (slice && path === `src/features/${slice}/feature.ts`) ranks.set(slice, Number(/\brank:\s*([123])\b/.exec(text)?.[1] ?? Number.NaN));
  }
  return ranks;
}

/** What a file imports, as it is written there: types, exports of another's, and what is imported while it runs. */
export function importedNames(text: string): string[] {
  const statements = text.matchAll(/^(?:import|export)\b[^"';]*?\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm);
  return [...statements].map(([, from, bare, later]) => from ?? bare ?? later ?? "");
}
