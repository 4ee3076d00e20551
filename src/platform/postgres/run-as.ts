// SPDX-License-Identifier: EUPL-1.2
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "#platform/config/sentence.ts";

/** How PostgreSQL's programs are run here: from which folder, behind which program, as whom, and which version they are. */
export type RunAs = {
  binaries: string;
  prefix: readonly string[];
  /** Present where the files belong to another user than the one who started us. */
  user?: { name: string; uid: number; gid: number };
  major: string;
};

/** PostgreSQL's programs see nothing of our environment: no passwords, no PG… variables of whoever started us. */
export const bareEnvironment = { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" };

/**
 * Finds by trying how PostgreSQL can run here. It refuses to run as root; root therefore runs it inside a user namespace,
 * where it sees itself as uid 1000 while the files stay root's, or, where that is not allowed, as an unprivileged user.
 */
export function chooseHow(binaries: string, dataDir: string): RunAs {
  const plain = (): RunAs | undefined => attempt({ binaries, prefix: [] });
  const found = process.getuid?.() === 0 ? (inUserNamespace(binaries) ?? asAnotherUser(binaries, dataDir)) : plain();
  if (!found)
    throw new OperatorError(`PostgreSQL does not run on this machine (${whyNot(binaries)}): set DATABASE_URL to a PostgreSQL 15 or newer.`);
  return found;
}

const inUserNamespace = (binaries: string): RunAs | undefined =>
  attempt({ binaries, prefix: ["unshare", "--user", "--map-user=1000", "--map-group=1000"] });

// The user must reach the data folder; what only root can enter is closed to it. The programs are copied beside the data,
// since the checkout may be where only root can look.
function asAnotherUser(binaries: string, dataDir: string): RunAs | undefined {
  const user = unprivilegedUser();
  if (!user) return undefined;
  chmodSync(dataDir, 0o711);
  const reaches = spawnSync("/bin/ls", ["-d", join(dataDir, ".")], { uid: user.uid, gid: user.gid, stdio: "ignore" });
  if (reaches.status !== 0) {
    throw new OperatorError(
      `PostgreSQL does not run as root, and the user ${user.name} cannot enter ${dataDir}: set DATA_DIR to a folder outside what only root can enter, such as DATA_DIR=/var/lib/medborger.`,
    );
  }
  return attempt({ binaries: copyOf(binaries, dataDir), prefix: [], user });
}

function copyOf(binaries: string, dataDir: string): string {
  const copy = join(dataDir, "postgres-programs");
  const made = existsSync(join(copy, "from")) && readFileSync(join(copy, "from"), "utf8") === version(binaries);
  if (made) return copy;
  const half = `${copy}.new-${process.pid}`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(binaries, half, { recursive: true, verbatimSymlinks: true });
  cpSync(join(binaries, "..", "package.json"), join(half, "from"));
  renameSync(half, copy);
  return copy;
}

const version = (binaries: string): string => readFileSync(join(binaries, "..", "package.json"), "utf8");

function unprivilegedUser(): NonNullable<RunAs["user"]> | undefined {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["medborger", "postgres", "nobody", "daemon"]) {
    const [, , uid, gid] = users.find(([known]) => known === name) ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** Tries with the parent's death signal first: it makes the kernel stop PostgreSQL when this process is killed (Linux). */
function attempt(how: Omit<RunAs, "major">): RunAs | undefined {
  for (const prefix of [[...how.prefix, "setpriv", "--pdeathsig", "INT"], how.prefix]) {
    const major = /\(PostgreSQL\) (\d+)/.exec(tryVersion({ ...how, prefix }).stdout ?? "")?.[1];
    if (major) return { ...how, prefix, major };
  }
  return undefined;
}

function tryVersion({ binaries, prefix, user }: Omit<RunAs, "major">): SpawnSyncReturns<string> {
  const [program, ...args] = [...prefix, join(binaries, "bin", "postgres"), "--version"];
  return spawnSync(program ?? "", args, { encoding: "utf8", env: bareEnvironment, cwd: "/", ...idsOf(user) });
}

/** For `spawn`: nothing where the programs run as ourselves. */
export const idsOf = (user: RunAs["user"]): { uid?: number; gid?: number } => (user ? { uid: user.uid, gid: user.gid } : {});

const whyNot = (binaries: string): string => {
  const { stderr, error } = tryVersion({ binaries, prefix: [] });
  return (error?.message ?? stderr ?? "").trim().split("\n")[0] || "no reason given";
};
