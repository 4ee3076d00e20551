// SPDX-License-Identifier: EUPL-1.2
// The shape of the program is what the guide says: a slice can be made with one command and taken away with its folder and line.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { root } from "#platform/root.ts";
import { copyProject } from "../tools/copy-project.mjs";

const run = promisify(execFile);
type Copy = ReturnType<typeof copyProject>;

/** Runs a command in a copy. Out: what it said; where it fails, that is in the error. */
async function inCopy({ folder, env }: Copy, command: string, ...args: string[]): Promise<string> {
  try {
    const { stdout, stderr } = await run(command, args, { cwd: folder, env, maxBuffer: 50_000_000 });
    return stdout + stderr;
  } catch (error) {
    const said =
      error instanceof Error && "stdout" in error && "stderr" in error ? `${String(error.stdout)}${String(error.stderr)}` : String(error);
    assert.fail(`${command} ${args.join(" ")} failed:\n${said.slice(-6_000)}`);
  }
}

const guide = readFileSync(join(root, "docs/add-a-feature.md"), "utf8");

test("the commands of the guide to a new feature work as they stand, and what they make keeps every rule", async (t) => {
  const blocks = [...guide.matchAll(/^```sh run\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? "");
  assert.ok(blocks.length > 0, "the guide has no block that is run");
  const copy = copyProject();
  t.after(copy.remove);
  for (const block of blocks) assert.match(await inCopy(copy, "sh", "-ec", block), /^[1-9]\d* passed, 0 failed$/m);
  await inCopy(copy, "tsc");
  assert.match(await inCopy(copy, "node", "test/run.mjs", "rules"), /^[1-9]\d* passed, 0 failed$/m);
  await inCopy(copy, "node", "test/run.mjs", "test/matrix.slow.test.ts", "--name", "every operation, query and page|lending");
});

test("the next migration of a slice has its own number", async (t) => {
  const copy = copyProject();
  t.after(copy.remove);
  assert.match(
    await inCopy(copy, "npm", "run", "--silent", "new-migration", "--", "ideas", "add-pictures"),
    /src\/features\/ideas\/migrations\/\d{4}_add_pictures\.sql/,
  );
  await assert.rejects(
    run("npm", ["run", "--silent", "new-migration", "--", "nothing", "add-pictures"], { cwd: copy.folder, env: copy.env }),
    /There is no slice called "nothing"/,
  );
});

test("without the ideas and their line in the list there is still a program that compiles and runs", async (t) => {
  const copy = copyProject();
  t.after(copy.remove);
  rmSync(join(copy.folder, "src/features/ideas"), { recursive: true });
  const list = join(copy.folder, "src/app/features.ts");
  writeFileSync(
    list,
    readFileSync(list, "utf8")
      .replace(/^import \{ ideas \}.*\n/m, "")
      .replace(/,\s*ideas\b/, ""),
  );
  writeFileSync(
    join(copy.folder, "tsconfig.json"),
    JSON.stringify({
      ...JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")),
      include: ["src"],
      exclude: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    }),
  );
  await inCopy(copy, "tsc");
  writeFileSync(
    join(copy.folder, "test/without.test.ts"),
    `import assert from "node:assert/strict";
    import test from "node:test";
    import { openTestWorld } from "./test-world.ts";
    test("it runs", async () => {
      const t = await openTestWorld({ ideas: true });
      assert.equal((await t.visitor().get("/")).status, 200);
      assert.equal((await (await t.as("signe")).get("/arbejdsbord")).status, 200);
      assert.equal((await t.visitor().get("/ideer")).status, 404);
      await t.close();
    });`,
  );
  assert.match(await inCopy(copy, "node", "test/run.mjs", "test/without.test.ts"), /^1 passed, 0 failed$/m);
});
