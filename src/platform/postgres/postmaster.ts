// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { OperatorError } from "#platform/config/sentence.ts";
import type { Places } from "./places.ts";
import { worksIn } from "./process.ts";
import { bareEnvironment, idsOf, type RunAs } from "./run-as.ts";
import { settingArguments } from "./settings.ts";

/** Where lines go, such as a pino logger. Nothing of what people wrote is ever in them. */
export type Log = { info: (line: string) => void; warn: (line: string) => void };

/** A running PostgreSQL. `ready` fails when it ends first; `ended` gives why, and never fails. */
export type Postmaster = { pid: number | undefined; ready: Promise<void>; ended: Promise<string>; stop: () => Promise<void> };

/** How long a stop may take before the connections that hold it up are cut. */
const patience = 60_000;

/** Starts PostgreSQL on a folder that no other works in. Its own log goes to `log`, line by line. */
export function spawnPostmaster(places: Places, how: RunAs, log: Log): Postmaster {
  clearRemains(places);
  const [program, ...args] = [
    ...how.prefix,
    join(how.binaries, "bin", "postgres"),
    "-D",
    places.cluster,
    ...settingArguments({ unix_socket_directories: places.socketDir }),
  ];
  // Detached: Ctrl-C in the terminal must reach us first, who let the last requests finish before PostgreSQL goes.
  const child = spawn(program ?? "", args, {
    env: bareEnvironment,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
    ...idsOf(how.user),
  });
  let lastWords = "";
  createInterface(child.stderr).on("line", (line) => {
    if (/^(FATAL|PANIC)/.test(line) || lastWords === "") lastWords = line;
    log.info(`PostgreSQL: ${line}`);
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(`${signal ?? `exit code ${code}`}: ${lastWords}`));
  });
  return {
    pid: child.pid,
    ready: untilReady(places, child.pid, ended),
    ended,
    stop: () => stopProcess(child.pid, () => child.exitCode !== null || child.signalCode !== null, ended),
  };
}

/**
 * After `kill -9` of a server its PostgreSQL may still be at work, or be ending. Nothing it has acknowledged may be lost,
 * so it is asked to end and waited for.
 */
export async function endOrphan({ cluster }: Places, log: Log): Promise<void> {
  const pid = pidIn(cluster);
  if (pid === undefined || !worksIn(pid, cluster)) return;
  log.info(`Ending the PostgreSQL (pid ${pid}) that an earlier server left behind`);
  const gone = (async () => {
    while (worksIn(pid, cluster)) await pause(25);
    return "";
  })();
  await stopProcess(pid, () => !worksIn(pid, cluster), gone);
}

// SIGINT: cut the connections, write everything down, end. SIGQUIT: end now and recover at the next start. Both keep what
// was acknowledged. SIGKILL is never sent: it leaves shared memory and children behind.
async function stopProcess(pid: number | undefined, isGone: () => boolean, ended: Promise<string>): Promise<void> {
  if (pid === undefined || isGone()) return;
  const late = new AbortController();
  send(pid, "SIGINT");
  const cut = pause(patience, undefined, { signal: late.signal }).then(
    () => send(pid, "SIGQUIT"),
    () => {},
  );
  await ended;
  late.abort();
  await cut;
}

function send(pid: number, signal: "SIGINT" | "SIGQUIT"): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended by itself a moment ago, which is what was wanted.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/**
 * PostgreSQL refuses to start where the pid in an old `postmaster.pid` or socket lock is alive, and after a restart of a
 * container it often is: as something else. The file also names the shared memory, by which PostgreSQL sees that children
 * of a killed one still work; so it is kept, with our pid, for it takes a lock of its own parent as left behind.
 */
function clearRemains({ cluster, socketDir }: Places): void {
  for (const name of [".s.PGSQL.5432", ".s.PGSQL.5432.lock"]) rmSync(join(socketDir, name), { force: true });
  const file = join(cluster, "postmaster.pid");
  if (existsSync(file)) writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
}

async function untilReady({ cluster }: Places, pid: number | undefined, ended: Promise<string>): Promise<void> {
  let why: string | undefined;
  void ended.then((reason) => (why = reason));
  while (!isReady(cluster, pid)) {
    if (why !== undefined)
      throw new OperatorError(`PostgreSQL did not start in ${cluster} (${why}): put that right and start again; nothing was changed.`);
    await pause(20);
  }
}

/** The eighth line of `postmaster.pid` tells how far it is (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_PM_STATUS). */
export function isReady(cluster: string, pid = pidIn(cluster)): boolean {
  const lines = linesIn(cluster);
  return pid !== undefined && Number(lines[0]) === pid && lines[7]?.trim() === "ready" && worksIn(pid, cluster);
}

/** The pid in `postmaster.pid`; undefined where there is none, also while PostgreSQL replaces or removes the file. */
export function pidIn(cluster: string): number | undefined {
  const pid = Number(linesIn(cluster)[0]);
  return pid > 0 ? pid : undefined;
}

function linesIn(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}
