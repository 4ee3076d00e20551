// SPDX-License-Identifier: EUPL-1.2
import { fork, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "#platform/root.ts";

export type Process = {
  address: string;
  /** From now on the failpoint kills. */
  arm(): Promise<void>;
  kill(): Promise<void>;
  /** Resolves when the process has ended, with the signal that ended it. */
  ended: Promise<NodeJS.Signals | number | null>;
};

/** Starts Medborger on a database in a process of its own. `folder` keeps its secret over restarts. */
export async function startProcess(
  connectionString: string,
  folder: string,
  { failpoint, role = "web,worker" }: { failpoint?: string; role?: string } = {},
): Promise<Process> {
  mkdirSync(folder, { recursive: true });
  const child = fork(join(root, "test/experiments/killable.ts"), [connectionString, folder], {
    execArgv: ["--import", join(root, "tools/tsx.mjs")],
    env: { ...process.env, ROLE: role, ...(failpoint ? { FAILPOINT: failpoint } : {}) },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
  const { address } = await told<{ address: string }>(child);
  return {
    address,
    ended,
    arm: async () => {
      child.send("arm");
      await told(child);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const told = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`the server ended at once (${code})`));
    child.once("exit", gone);
    child.once("message", (message) => {
      child.removeListener("exit", gone);
      resolve(message as T);
    });
  });
