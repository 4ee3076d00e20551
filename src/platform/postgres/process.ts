// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/**
 * When a process began, as text that is compared and never read; undefined when it is not running.
 * With the pid it names one process, where the pid alone may have gone to another since.
 */
export function startOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    return process.platform === "linux" ? startFromProc(pid) : startFromPs(pid);
  } catch {
    return undefined;
  }
}

/** Whether this pid is a PostgreSQL that works in this folder (it makes the folder its working directory). */
export function worksIn(pid: number, cluster: string): boolean {
  if (startOf(pid) === undefined) return false;
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    return ps(pid, "command=").includes(cluster);
  } catch {
    return false;
  }
}

// Field 22 of /proc/PID/stat, after the name in brackets, which may itself hold spaces and brackets (proc(5)).
function startFromProc(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A process that has ended stays as a zombie where its parent never asks for it, as in many containers.
  return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}

const startFromPs = (pid: number): string => ps(pid, "lstart=").trim();

const ps = (pid: number, column: string): string =>
  execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
