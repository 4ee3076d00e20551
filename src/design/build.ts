// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, extname, join } from "node:path";
import type { AssetManifest } from "./assets.ts";
import { favicon } from "./favicon.ts";
import { drawnCharacters, drawnFonts, fonts, fontsCss, type Font } from "./fonts.ts";
import { furtherSheets } from "./further-sheets.ts";
import { renameFont } from "./rename-font.ts";
import { colours, pictureTokensCss, tokensCss } from "./tokens.ts";

const cssFolder = join(import.meta.dirname, "css");
const packages = createRequire(import.meta.url);

/** The order of the stylesheet: what is general first, so that what is particular may differ from it. */
const sheets = ["base", "type", "layout", "header", "buttons", "forms", "cards", "status", "thread", "modes"];

/**
 * Makes the files a browser fetches: the stylesheet, the fonts, the mark. In: the folder to write to (served as `/assets/`).
 * Out: the manifest, which is also written as `manifest.json`. Does nothing when the sources are the same as last time.
 */
export async function buildAssets(outDir: string): Promise<AssetManifest> {
  const source = sourceHash();
  const known = readManifest(outDir);
  if (known?.source === source && whole(outDir, known)) return known;

  mkdirSync(outDir, { recursive: true });
  const files: Record<string, string> = {};
  const put = (name: string, content: string | Buffer) => (files[name] = write(outDir, name, content));
  const cut = await Promise.all(fonts.map(async (font) => ({ name: font.name, content: await fontFile(font) })));
  for (const { name, content } of cut) put(name, content);
  for (const font of drawnFonts) put(font.name, await drawnFont(font));
  put("favicon.svg", favicon(colours));
  put("medborger.css", await minified(fontsCss((name) => basename(files[name] ?? name)) + tokensCss() + sheetsCss()));
  put("print.css", await minified(sheet("print")));
  for (const { name, of, tokens } of furtherSheets)
    put(name, await minified((tokens ? pictureTokensCss() : "") + of.map(sheet).join("\n")));

  const manifest = { source, files };
  replace(join(outDir, "manifest.json"), JSON.stringify(manifest, null, 2));
  return manifest;
}

const sheetsCss = (): string => sheets.map(sheet).join("\n");

const sheet = (name: string): string => readFileSync(join(cssFolder, `${name}.css`), "utf8");

async function minified(css: string): Promise<string> {
  const { transform } = await import("esbuild");
  const { code } = await transform(css.replaceAll("/* SPDX-License-Identifier: EUPL-1.2 */", ""), {
    loader: "css",
    minify: true,
    target: ["chrome120", "firefox121", "safari17"],
  });
  return `/* SPDX-License-Identifier: EUPL-1.2 */\n${code}`;
}

async function fontFile(font: Font): Promise<Buffer> {
  const original = readFileSync(packages.resolve(font.source));
  if (!font.cut) return original;
  const { default: subset } = await import("subset-font");
  const { characters, weights } = font.cut;
  return subset(original, characters, {
    targetFormat: "woff2",
    noLayoutClosure: true,
    ...(weights && { variationAxes: { wght: weights } }),
  });
}

async function drawnFont({ family, source, weight }: (typeof drawnFonts)[number]): Promise<Buffer> {
  const { default: subset } = await import("subset-font");
  const original = readFileSync(packages.resolve(source));
  return renameFont(
    await subset(original, drawnCharacters, { targetFormat: "sfnt", ...(weight && { variationAxes: { wght: weight } }) }),
    family,
  );
}

function write(outDir: string, name: string, content: string | Buffer): string {
  const ending = extname(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const file = `${basename(name, ending)}-${hash}${ending}`;
  replace(join(outDir, file), content);
  return `/assets/${file}`;
}

/** Two processes may start at once: rename makes each file whole. */
function replace(file: string, content: string | Buffer): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, content);
  renameSync(half, file);
}

function sourceHash(): string {
  const hash = createHash("sha256");
  const ours = ["build.ts", "fonts.ts", "further-sheets.ts", "favicon.ts", "tokens.ts", "knot.ts", "rename-font.ts"].map((name) =>
    join(import.meta.dirname, name),
  );
  for (const file of [
    ...ours,
    ...readdirSync(cssFolder)
      .toSorted()
      .map((name) => join(cssFolder, name)),
  ])
    hash.update(readFileSync(file));
  for (const name of ["@fontsource-variable/figtree", "@fontsource/hedvig-letters-serif", "esbuild", "subset-font"])
    hash.update(version(name));
  return hash.digest("hex").slice(0, 32);
}

const version = (name: string): string => {
  const file = packages.resolve
    .paths(name)
    ?.map((folder) => join(folder, name, "package.json"))
    .find((path) => existsSync(path));
  return file === undefined ? "" : readFileSync(file, "utf8");
};

function readManifest(outDir: string): AssetManifest | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(join(outDir, "manifest.json"), "utf8"));
    return isManifest(read) ? read : undefined;
  } catch {
    return undefined; // never built, or half a file: build again
  }
}

const isManifest = (value: unknown): value is AssetManifest =>
  typeof value === "object" &&
  value !== null &&
  "source" in value &&
  typeof value.source === "string" &&
  "files" in value &&
  typeof value.files === "object" &&
  value.files !== null &&
  Object.values(value.files).every((address) => typeof address === "string");

const whole = (outDir: string, manifest: AssetManifest): boolean =>
  Object.values(manifest.files).every((address) => existsSync(join(outDir, basename(address))));
