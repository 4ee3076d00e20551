// SPDX-License-Identifier: EUPL-1.2
// For the tests of this folder: a server in a process of its own, which can be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { pidIn } from "./postmaster.ts";
import { worksIn } from "./process.ts";

// What a test opened is closed in the reverse order, which `t.after` does not do: first the server, then its folder.
const opened = new WeakMap<TestContext, (() => unknown)[]>();

function afterwards(t: TestContext, close: () => unknown): void {
  const known = opened.get(t);
  if (known) return void known.unshift(close);
  const closings = [close];
  opened.set(t, closings);
  t.after(async () => {
    for (const each of closings) await each();
  });
}

/** A new folder that only its owner can enter, gone after the test. */
export function closedFolder(t: TestContext, name = ""): string {
  const top = mkdtempSync(join(realpathSync(tmpdir()), "mb-"));
  const folder = join(top, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  afterwards(t, async () => {
    for (const file of globSync("**/postmaster.pid", { cwd: top })) await postmasterGone(dirname(join(top, file)));
    rmSync(top, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** A server in this process, stopped after the test. `said` collects its log. */
export async function start(t: TestContext, dataDir: string): Promise<Embedded & { said: string[] }> {
  const said: string[] = [];
  const embedded = await startEmbedded({ dataDir, log: { info: (line) => void said.push(line), warn: (line) => void said.push(line) } });
  afterwards(t, embedded.stop);
  return { ...embedded, said };
}

export async function ask(connectionString: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

export type Child = { process: ChildProcess; ended: Promise<string>; until: (line: string) => Promise<void>; lines: string[] };

/** Runs a script in another process; `startEmbedded`, `pg` and `dataDir` are there. `ended` gives its exit code or signal. */
export function runChild(
  t: TestContext,
  dataDir: string,
  script: string,
  env: Record<string, string> = {},
  ids: { uid?: number; gid?: number } = {},
): Child {
  const module = (path: string): string => JSON.stringify(import.meta.resolve(path));
  const source = `import pg from ${module("pg")}; import { startEmbedded } from ${module("./embedded.ts")}; const dataDir = ${JSON.stringify(dataDir)}; ${script}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env },
    ...ids,
  });
  const lines: string[] = [];
  const ended = new Promise<string>((resolve) => child.once("close", (code, signal) => resolve(signal ?? String(code))));
  const reader = createInterface(child.stdout).on("line", (line) => lines.push(line));
  afterwards(t, async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    process: child,
    ended,
    lines,
    until: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => void (lines.includes(wanted) && resolve());
        reader.on("line", look);
        void ended.then((how) => reject(new Error(`It ended (${how}) before it said "${wanted}": ${lines.join("\n")}`)));
        look();
      }),
  };
}

/** The kernel has told PostgreSQL of the death, and it still writes down what it knows: the folder is in use until it ends. */
async function postmasterGone(cluster: string): Promise<void> {
  const pid = pidIn(cluster) ?? 0;
  while (worksIn(pid, cluster)) await pause(25);
}

/** A folder for the front of PATH in which these programs fail, as where the machine does not have or allow them. */
export function without(t: TestContext, ...programs: string[]): Record<string, string> {
  const folder = closedFolder(t);
  for (const program of programs) writeFileSync(join(folder, program), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return { PATH: `${folder}:${process.env["PATH"] ?? ""}` };
}
