// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { atMost } from "#platform/at-most.ts";
import { root } from "#platform/root.ts";

const Sizes = z.object({ width: z.int(), height: z.int(), smallWidth: z.int(), smallHeight: z.int() });
export type Sizes = z.output<typeof Sizes>;

export type Limits = { seconds: number; megabytes: number };
const limits: Limits = { seconds: 12, megabytes: 300 };
const inLine = atMost(2, 20);

/**
 * Draws a stranger's picture anew, in a process that can be killed: at most 1600 and 480 px, upright, without anything else that was in
 * the file. In: the file, where the two go. Out: their sizes; undefined where it is no picture, takes too long or too much.
 */
export const redraw = (from: string, to: { large: string; small: string }, within = limits): Promise<Sizes | undefined> =>
  inLine(() => run([join(root, "src/platform/files/redraw.mjs"), from, to.large, to.small], within));

function run(args: string[], { seconds, megabytes }: Limits): Promise<Sizes | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--max-old-space-size=128", ...args], {
      cwd: root,
      env: {},
      stdio: ["ignore", "pipe", "ignore"],
    });
    const kill = (): void => void child.kill("SIGKILL");
    const clock = setTimeout(kill, seconds * 1000);
    const watch = setInterval(() => {
      if (memoryOf(child.pid) > megabytes * 1024 * 1024) kill();
    }, 50);
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(0, 1_000)));
    const stop = (): void => {
      clearTimeout(clock);
      clearInterval(watch);
    };
    child.once("error", (error) => (stop(), reject(error)));
    child.once("close", (code) => (stop(), resolve(code === 0 ? Sizes.parse(JSON.parse(said)) : undefined)));
  });
}

/** Bytes that a process holds in memory, where the system says so (Linux); elsewhere the limits on pixels and time must do. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096;
  } catch {
    return 0;
  }
}
