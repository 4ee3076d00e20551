// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import test, { type TestContext } from "node:test";
import { root } from "#platform/root.ts";

/** A small project with our tools and this `src/main.ts`. */
function project(t: TestContext, main: string, withModules = true): string {
  const folder = mkdtempSync(join(tmpdir(), "start-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of ["start.mjs", "build.mjs", "tsx.mjs"]) cpSync(join(root, "tools", file), join(folder, "tools", file));
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(root, file), join(folder, file));
  if (withModules) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "src", "design"), { recursive: true });
  writeFileSync(
    join(folder, "src", "word.tsx"),
    `import type { VNode } from "preact";\nexport const word = (name: string): VNode => <b class="word">{name}</b>;\n`,
  );
  writeFileSync(
    join(folder, "src", "design", "build.ts"),
    `import { word } from "../word.tsx";\nimport { mkdirSync, writeFileSync } from "node:fs";\nexport async function buildAssets(to: string) { mkdirSync(to, { recursive: true }); writeFileSync(to + "/a.txt", typeof word("a").type); }\n`,
  );
  writeFileSync(join(folder, "src", "main.ts"), main);
  return folder;
}

type Outcome = { code: number | null; out: string; said: string };

async function run(folder: string, env: Record<string, string> = {}, node = process.execPath): Promise<Outcome> {
  const child = spawn(node, [join(folder, "tools", "start.mjs")], {
    cwd: folder,
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, said };
}

const hello = `import { word } from "#word.tsx";\nexport async function main(env: NodeJS.ProcessEnv): Promise<void> { console.log(word("Karen").props.children, env["PORT"]); }\n`;

test("start builds server and assets the first time, and again only when the source has changed", async (t) => {
  const folder = project(t, hello);
  assert.deepEqual(await run(folder, { PORT: "1" }), { code: 0, out: "Building …\nKaren 1\n", said: "" });
  assert.ok(existsSync(join(folder, "dist", "assets", "a.txt")));
  const built = statSync(join(folder, "dist", "main.js")).mtimeMs;
  assert.deepEqual(await run(folder, { PORT: "2" }), { code: 0, out: "Karen 2\n", said: "" });
  assert.equal(statSync(join(folder, "dist", "main.js")).mtimeMs, built);
  writeFileSync(join(folder, "src", "main.ts"), hello.replace("Karen", "Signe"));
  assert.deepEqual(await run(folder, { PORT: "3" }), { code: 0, out: "Building …\nSigne 3\n", said: "" });
});

test("what the operator can put right is one sentence without a stack, exit 1", async (t) => {
  const folder = project(
    t,
    `export async function main() { setInterval(() => {}, 1000); throw Object.assign(new Error("x"), { sentence: "Set PORT to a number." }); }`,
  );
  const { code, said } = await run(folder);
  assert.deepEqual({ code, said }, { code: 1, said: "Set PORT to a number.\n" });
});

test("a port in use is one sentence that names another port", async (t) => {
  const folder = project(
    t,
    `import { createServer } from "node:http"; import { once } from "node:events";
    export async function main() { const first = createServer().listen(0, "127.0.0.1"); await once(first, "listening"); const { port } = first.address() as { port: number }; await once(createServer().listen(port, "127.0.0.1"), "listening"); }`,
  );
  const { code, said } = await run(folder);
  assert.equal(code, 1);
  assert.match(said, /^Port (\d+) is already in use: stop the program that uses it, or choose another with PORT=\d+\.\n$/);
});

test("a programming error keeps its stack, with the place in the source", async (t) => {
  const folder = project(t, `export async function main() {\n  throw new Error("unexpected");\n}`);
  const { code, said } = await run(folder);
  assert.equal(code, 1);
  assert.match(said, /Error: unexpected\n\s+at /);
});

test("source that does not compile is named, and nothing old is started instead", async (t) => {
  const folder = project(t, hello);
  await run(folder);
  writeFileSync(join(folder, "src", "main.ts"), `export const main = ;`);
  for (const time of ["first", "second"]) {
    const { code, out, said } = await run(folder);
    assert.equal(code, 1, time);
    assert.match(said, /main\.ts:1:20[\s\S]*Medborger was not built, because the server could not be:/);
    assert.doesNotMatch(out, /Karen/);
  }
  writeFileSync(join(folder, "src", "main.ts"), hello);
  writeFileSync(join(folder, "src", "design", "build.ts"), `export async function buildAssets() { throw new Error("no fonts"); }`);
  const { code, said } = await run(folder);
  assert.equal(code, 1);
  assert.match(said, /no fonts[\s\S]*because the assets could not be/);
});

const old = ["/usr/bin/node", "/usr/local/bin/node"].find((node) =>
  /^v2[0-3]\./.test(spawnSync(node, ["--version"], { encoding: "utf8" }).stdout ?? ""),
);

test(
  "an older Node hands over to the one in node_modules, or says what to do",
  { skip: old === undefined && "no older Node on this machine" },
  async (t) => {
    const main = `export async function main() { console.log(process.versions.node.split(".")[0]); }`;
    assert.match((await run(project(t, main), {}, old)).out, /^Building …\n24\n$/);
    const alone = await run(project(t, main, false), {}, old);
    assert.equal(alone.code, 1);
    assert.match(
      alone.said,
      /^Medborger needs Node 24 or newer and this is 2\d\.\S+: run "npm ci" and then "npm start", or install Node 24\.\n$/,
    );
  },
);
