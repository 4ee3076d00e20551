// SPDX-License-Identifier: EUPL-1.2
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const leftOut = new Set(["node_modules", "data", "dist", ".cache", ".git", "test-results"]);

/**
 * A copy of the project to break or build on: sources and built assets, the same libraries. Nothing done in it touches the
 * original. Out: its folder, the environment in which its commands run as under npm, and how to remove it.
 */
export function copyProject() {
  const folder = mkdtempSync(join(tmpdir(), "mb-copy-"));
  cpSync(root, folder, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const assets = join(root, "dist", "assets");
  if (existsSync(assets)) cpSync(assets, join(folder, "dist", "assets"), { recursive: true });
  const env = {
    ...process.env,
    PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
    NODE_TEST_CONTEXT: undefined,
    TEST_ONE_PROCESS: undefined,
  };
  return { folder, env, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
