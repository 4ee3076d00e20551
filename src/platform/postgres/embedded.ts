// SPDX-License-Identifier: EUPL-1.2
import { chownSync, existsSync, globSync, lchownSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "#platform/config/sentence.ts";
import { findBinaries } from "./binaries.ts";
import { initialise } from "./initialise.ts";
import { keepRunning } from "./keep-running.ts";
import { takeLock } from "./lock.ts";
import { placesIn, type Places } from "./places.ts";
import { endOrphan, type Log, spawnPostmaster } from "./postmaster.ts";
import { chooseHow, type RunAs } from "./run-as.ts";

export type Embedded = {
  connectionString: string;
  socketDir: string;
  /** Tells others where this server is reached, for the sentence that a second one prints. */
  announce: (address: string) => void;
  /** Ends PostgreSQL, writing everything down, and gives the folder free. May be called twice. */
  stop: () => Promise<void>;
};

/**
 * Starts the private PostgreSQL of a data folder, making it the first time, and keeps it running until `stop`. One process
 * has a folder at a time. What an operator can put right is thrown as an OperatorError, one sentence.
 */
export async function startEmbedded({ dataDir, log }: { dataDir: string; log: Log }): Promise<Embedded> {
  const places = placesIn(makeFolder(dataDir));
  const lock = takeLock(places.lock, places.dataDir);
  try {
    const how = chooseHow(findBinaries(), places.dataDir);
    await endOrphan(places, log);
    makeSocketFolder(places.socketDir, how);
    if (!existsSync(places.cluster)) await initialise(places, how, log);
    checkVersion(places, how);
    checkOwner(places, how);
    const running = await keepRunning(() => spawnPostmaster(places, how, log), log);
    const stop = async (): Promise<void> => {
      await running.stop();
      rmSync(places.socketDir, { recursive: true, force: true });
      lock.release();
    };
    let stopped: Promise<void> | undefined;
    return {
      connectionString: places.connectionString,
      socketDir: places.socketDir,
      announce: lock.announce,
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function makeFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return realpathSync(dataDir);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${dataDir} cannot be made: create it for the user who starts Medborger, or set DATA_DIR to another one.`,
      { cause: error },
    );
  }
}

/**
 * Whoever can enter this folder can use the database. So it is made anew at each start, by us, or not at all: where others
 * may write beside it, one of them may have made it first.
 */
function makeSocketFolder(folder: string, { user }: RunAs): void {
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  } catch (error) {
    throw new OperatorError(
      `PostgreSQL's socket needs the folder ${folder} for itself: remove it, or set TMPDIR to a folder of your own.`,
      { cause: error },
    );
  }
}

function checkVersion({ cluster }: Places, { major }: RunAs): void {
  const made = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (made === major) return;
  throw new OperatorError(
    `${cluster} was made by PostgreSQL ${made} and this is ${major}: run "npm run backup" with the Medborger that made it, then "npm run restore" with this one into a new DATA_DIR.`,
  );
}

/** Root may meet files of the unprivileged user it ran as before, or the other way round; nobody else can change owners. */
function checkOwner({ cluster }: Places, { user }: RunAs): void {
  const owner = user?.uid ?? process.getuid?.() ?? 0;
  if (lstatSync(cluster).uid === owner) return;
  if (process.getuid?.() !== 0) {
    throw new OperatorError(`${cluster} belongs to another user: start Medborger as that user, or set DATA_DIR to a folder of your own.`);
  }
  for (const path of [cluster, ...globSync("**/*", { cwd: cluster }).map((name) => join(cluster, name))])
    lchownSync(path, owner, user?.gid ?? 0);
}
