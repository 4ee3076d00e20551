// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { buildAssets } from "./build.ts";
import { furtherSheets } from "./further-sheets.ts";
import { pictureTokensCss, tokensCss } from "./tokens.ts";

const folder = mkdtempSync(join(tmpdir(), "medborger-assets-"));
after(() => rmSync(folder, { recursive: true }));
const { files } = await buildAssets(folder);
const bytes = (name: string) => statSync(join(folder, basename(files[name] ?? ""))).size;
const text = (name: string) => readFileSync(join(folder, basename(files[name] ?? "")), "utf8");

test("building again does nothing, takes under 50 ms and gives the same addresses", async () => {
  const begun = performance.now();
  assert.deepEqual((await buildAssets(folder)).files, files);
  assert.ok(performance.now() - begun < 50);
});

test("a file that was lost is made again", async () => {
  unlinkSync(join(folder, basename(files["medborger.css"] ?? "")));
  assert.deepEqual((await buildAssets(folder)).files, files);
  assert.ok(bytes("medborger.css") > 10_000);
});

test("the stylesheet and the two cut fonts stay small enough for a phone", () => {
  assert.ok(bytes("medborger.css") <= 22 * 1024, `medborger.css is ${bytes("medborger.css")} bytes`);
  for (const { name } of furtherSheets) assert.ok(bytes(name) <= 8 * 1024, `${name} is ${bytes(name)} bytes`);
  assert.ok(bytes("figtree.woff2") + bytes("hedvig.woff2") <= 25 * 1024);
});

test("the stylesheets ask nobody outside, and every address in them is a file beside them", () => {
  const addresses = [
    ...["medborger.css", ...furtherSheets.map(({ name }) => name)]
      .map(text)
      .join("")
      .matchAll(/url\(([^)]*)\)/g),
  ].map((match) => match[1] ?? "");
  assert.equal(addresses.length, 6);
  for (const address of addresses) assert.ok(readdirSync(folder).includes(address), address);
});

test("every custom property the stylesheet uses is a token or is set in it", () => {
  const css = readdirSync(join(import.meta.dirname, "css"))
    .map((name) => readFileSync(join(import.meta.dirname, "css", name), "utf8"))
    .join("\n");
  const set = new Set((tokensCss() + pictureTokensCss() + css).match(/--[a-z0-9-]+(?=:)/g));
  const unknown = [...css.matchAll(/var\((--[a-z0-9-]+)/g)].map((match) => match[1] ?? "").filter((name) => !set.has(name));
  assert.deepEqual(unknown, []);
});
