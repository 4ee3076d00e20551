// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "#platform/root.ts";
import { flagsOfStart } from "./flags.ts";

/** Milliseconds from the process's start to its first page: with the database there, and from an empty folder. */
export async function measureStart(connectionString: string): Promise<{ warm: number; cold: number }> {
  const dataDir = join(root, `.cache/bench-cold-${process.pid}`);
  try {
    // Once unmeasured: the build and the compile cache.
    await timed({ DATABASE_URL: connectionString, DEMO: "1" });
    const warm = Math.min(
      await timed({ DATABASE_URL: connectionString, DEMO: "1" }),
      await timed({ DATABASE_URL: connectionString, DEMO: "1" }),
    );
    const cold = await timed({ DATA_DIR: dataDir });
    return { warm, cold };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timed(env: Record<string, string>): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [...flagsOfStart(), join(root, "tools/start.mjs")], {
    env: { ...process.env, ...env, PORT: String(port), LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await said(child, `:${port}`);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    if (page.status !== 200) throw new Error(`the first page was answered ${page.status}`);
    await page.text();
    return performance.now() - begun;
  } finally {
    child.kill("SIGTERM");
    await new Promise((done) => child.once("exit", done));
  }
}

/** Until it has said where it is: asking again and again would take the time that is measured. */
const said = (child: ChildProcess, words: string): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.on("data", (data) => {
      if (String(data).includes(words)) resolve();
    });
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const at = probe.address();
      probe.close(() => resolve(typeof at === "object" && at ? at.port : 0));
    });
  });
