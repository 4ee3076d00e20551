// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { chmodSync, chownSync, closeSync, fsyncSync, globSync, mkdtempSync, openSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { OperatorError } from "#platform/config/sentence.ts";
import type { Places } from "./places.ts";
import type { Log } from "./postmaster.ts";
import { bareEnvironment, idsOf, type RunAs } from "./run-as.ts";

// The socket stands in a folder that only we can enter, and whoever can enter it can read the data files as well; a
// password beside them would add nothing. Peer names do not work: inside a user namespace our uid has no name.
const authentication = ["--auth-local=trust", "--auth-host=reject"];

// The application is not a superuser here, as it is not in a municipality's own PostgreSQL: COPY … PROGRAM is closed to it.
const ownDatabase = "CREATE ROLE medborger LOGIN;\nCREATE DATABASE medborger OWNER medborger;\n";

/** Lays out a new, empty database. It has its name only when it is whole: killed on the way, the next start begins afresh. */
export async function initialise({ dataDir, cluster }: Places, how: RunAs, log: Log): Promise<void> {
  for (const half of globSync("postgres.new-*", { cwd: dataDir })) rmSync(join(dataDir, half), { recursive: true, force: true });
  const half = mkdtempSync(join(dataDir, "postgres.new-"));
  chmodSync(half, 0o700);
  if (how.user) chownSync(half, how.user.uid, how.user.gid);
  log.info("Preparing a new database");
  await run(how, "initdb", [
    "-D",
    half,
    "-U",
    "postgres",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=icu",
    "--icu-locale=da-DK",
    "--data-checksums",
    ...authentication,
  ]);
  log.info("The database is laid out");
  await run(how, "postgres", ["--single", "-D", half, "-c", "exit_on_error=on", "postgres"], ownDatabase);
  log.info("The database has its owner");
  renameSync(half, cluster);
  syncFolder(dataDir);
  log.info("The database is in its place");
}

async function run({ binaries, prefix, user }: RunAs, name: string, args: string[], input = ""): Promise<void> {
  const [program, ...rest] = [...prefix, join(binaries, "bin", name), ...args];
  const child = spawn(program ?? "", rest, { env: bareEnvironment, cwd: "/", stdio: ["pipe", "ignore", "pipe"], ...idsOf(user) });
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  child.stdin.on("error", () => {}); // it may end before it has read everything; its exit code says so
  child.stdin.end(input);
  const [said, code] = await Promise.all([text(child.stderr), ended]);
  if (code !== 0)
    throw new OperatorError(
      `The database could not be prepared in ${args.find((arg) => arg.startsWith("/")) ?? ""} (${lastLine(said)}): free some space or set DATA_DIR to another folder.`,
    );
}

const lastLine = (said: string): string =>
  said
    .trim()
    .split("\n")
    .find((line) => /error|FATAL|PANIC/.test(line)) ?? "no reason given";

/** A power cut must not forget the new name. */
function syncFolder(folder: string): void {
  const open = openSync(folder, "r");
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
