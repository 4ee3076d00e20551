// SPDX-License-Identifier: EUPL-1.2
// Lets Node import `.tsx` in development and in tests: `node --import ./tools/tsx.mjs FILE`.
// Only `.tsx` passes through esbuild; `.ts` is left to Node's own type stripping, so that what is tested is what runs.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, registerHooks, setSourceMapsSupport } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cacheFolder = fileURLToPath(new URL("../.cache/tsx/", import.meta.url));

/** How `.tsx` becomes JavaScript. `verbatimModuleSyntax` keeps imports as they are written, as Node does for `.ts`. */
const options = {
  loader: "tsx",
  format: "esm",
  target: "node24",
  jsx: "automatic",
  jsxImportSource: "preact",
  sourcemap: "inline",
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
};

// esbuild is loaded only when a file has changed since last time: a warm start pays nothing for it.
let esbuild;

setSourceMapsSupport(true, { nodeModules: false });

registerHooks({
  load(url, context, nextLoad) {
    const { protocol, pathname } = URL.parse(url) ?? {};
    if (protocol !== "file:" || !pathname.endsWith(".tsx")) return nextLoad(url, context);
    return { format: "module", source: compile(fileURLToPath(url)), shortCircuit: true };
  },
});

function compile(file) {
  const source = readFileSync(file, "utf8");
  const cached = join(cacheFolder, `${hash(file, source)}.js`);
  try {
    return readFileSync(cached, "utf8");
  } catch {
    esbuild ??= createRequire(import.meta.url)("esbuild");
    const { code } = esbuild.transformSync(source, { ...options, sourcefile: file });
    keep(cached, code);
    return code;
  }
}

function hash(file, source) {
  return createHash("sha256")
    .update(JSON.stringify([version(), options, file, source]))
    .digest("hex")
    .slice(0, 32);
}

let esbuildVersion;
function version() {
  esbuildVersion ??= JSON.parse(readFileSync(new URL("../node_modules/esbuild/package.json", import.meta.url), "utf8")).version;
  return esbuildVersion;
}

/** Several test processes may write the same file: rename makes each of them whole. A read-only checkout only costs time. */
function keep(file, code) {
  try {
    mkdirSync(cacheFolder, { recursive: true });
    const half = `${file}.${process.pid}`;
    writeFileSync(half, code);
    renameSync(half, file);
  } catch {
    // Without a cache every start compiles anew; nothing else is lost.
  }
}
