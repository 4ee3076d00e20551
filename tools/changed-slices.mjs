// SPDX-License-Identifier: EUPL-1.2
// Prints the slices that changed since the last landing, for `npm run test:deep -- …`: names with spaces between, `all` where
// something changed that every slice stands on or where nobody can know, nothing where only texts about the project changed.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** In: paths that changed, and the slices there are. Out: what to run deep tests for. */
export function slicesOf(paths, slices) {
  const named = new Set();
  for (const path of paths) {
    const slice = /^src\/features\/([^/]+)\//.exec(path)?.[1];
    if (slice) named.add(slice);
    else if (/^(src|test|e2e|tools|municipalities|\.ci)\/|^package(-lock)?\.json$|^tsconfig\.json$/.test(path)) return "all";
  }
  return [...named]
    .filter((slice) => slices.includes(slice))
    .toSorted()
    .join(" ");
}

if (process.argv[1] === import.meta.filename) console.log(changed());

function changed() {
  try {
    const base = lastLanding();
    const paths = base ? git("diff", "--name-only", base).concat(git("ls-files", "--others", "--exclude-standard")) : undefined;
    return paths ? slicesOf(paths, readdirSync(`${root}/src/features`)) : "all";
  } catch {
    return "all";
  }
}

function lastLanding() {
  if (process.env.CI_BASE) return process.env.CI_BASE;
  const [head] = git("rev-parse", "HEAD");
  const [left] = tryGit("merge-base", "HEAD", "origin/main");
  if (left && left !== head) return left;
  return git("rev-list", "-1", "--first-parent", "--before=24 hours ago", "HEAD")[0];
}

function git(...args) {
  return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
    .split("\n")
    .filter(Boolean);
}

function tryGit(...args) {
  try {
    return git(...args);
  } catch {
    return [];
  }
}
