// SPDX-License-Identifier: EUPL-1.2
// Builds `dist/`: the server as one file (it starts in half the time of its source) and the assets. Nothing is done where
// neither the source nor the lock file has changed since. By hand: `node tools/build.mjs`.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const note = join(dist, "build.json");
/** Native code, and what reads files beside its own: these libraries stay where they were installed. */
const apart = ["sharp", "@resvg/resvg-js", "graphile-worker", "esbuild", "subset-font", "pg-native"];

if (process.argv[1] === fileURLToPath(import.meta.url)) await build().catch(explain);

/** Builds where needed. Out: whether it did. */
export async function build() {
  const hash = hashOfSource();
  if (hash === builtFrom()) return false;
  console.log("Building …");
  // Without its note a build that is killed half-way counts as none.
  rmSync(note, { force: true });
  mkdirSync(dist, { recursive: true });
  const server = bundle("src/main.ts", join(dist, "main.js")).catch((error) => {
    throw unbuilt("the server", error);
  });
  await Promise.all([server, assets()]);
  writeFileSync(note, JSON.stringify({ hash }));
  return true;
}

/** One TypeScript file and all that it needs as one file: a third of a start is looking for files. */
export async function bundle(entry, outfile) {
  const esbuild = await import("esbuild");
  const half = `${outfile}.${process.pid}.js`;
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: half,
    bundle: true,
    external: apart,
    // What was written for `require` finds it.
    banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
    platform: "node",
    format: "esm",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: true,
    sourcesContent: false,
    logLevel: "error",
  });
  renameSync(`${half}.map`, `${outfile}.map`);
  writeFileSync(half, readFileSync(half, "utf8").replace(/sourceMappingURL=\S+$/m, `sourceMappingURL=${basename(outfile)}.map`));
  renameSync(half, outfile);
}

// In a process of its own: the loader and the font tools leave the server's process as it would be without a build.
function assets() {
  const script = `import { buildAssets } from ${JSON.stringify(pathToFileURL(join(root, "src/design/build.ts")).href)}; await buildAssets(process.argv[1]);`;
  const loader = pathToFileURL(join(root, "tools/tsx.mjs")).href;
  const child = spawn(process.execPath, ["--import", loader, "--input-type=module", "-e", script, join(dist, "assets")], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(unbuilt("the assets", error)));
    child.once("exit", (code) => (code === 0 ? resolve() : reject(unbuilt("the assets"))));
  });
}

function hashOfSource() {
  const hash = createHash("sha256").update(process.versions.node);
  const files = globSync(["src/**/*", "package-lock.json", "package.json", "tools/build.mjs"], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function builtFrom() {
  try {
    return JSON.parse(readFileSync(note, "utf8")).hash;
  } catch {
    return undefined;
  }
}

/** The compiler has printed what is wrong and where; the sentence says what that means. */
function unbuilt(what, cause) {
  const sentence = `Medborger was not built, because ${what} could not be: put right what is named above and start again; no data was touched.`;
  return Object.assign(new Error(sentence, { cause }), { sentence });
}

function explain(error) {
  console.error(error.sentence ?? error);
  process.exitCode = 1;
}
