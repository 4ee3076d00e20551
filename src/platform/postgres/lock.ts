// SPDX-License-Identifier: EUPL-1.2
import { copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { OperatorError } from "#platform/config/sentence.ts";
import { startOf } from "./process.ts";

/** Who holds a data folder. `address` is where people reach it, once it listens. */
export type Holder = { pid: number; started: string; address?: string };

export type Lock = { announce: (address: string) => void; release: () => void };

/**
 * Takes the data folder for this process, or throws the sentence that says who has it.
 * The lock of a process that is gone is taken over, also when its pid has gone to another process.
 */
export function takeLock(file: string, dataDir: string): Lock {
  const me: Holder = { pid: process.pid, started: startOf(process.pid) ?? "" };
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
  try {
    take(file, mine, dataDir);
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    announce(address) {
      writeFileSync(mine, JSON.stringify({ ...me, address }), { mode: 0o600 });
      renameSync(mine, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** The living holder of a lock, if there is one. */
export function holderOf(file: string): Holder | undefined {
  const holder = read(file);
  return holder && startOf(holder.pid) === holder.started ? holder : undefined;
}

/** `link` is atomic: the file appears whole, or another one was there first. */
function take(file: string, mine: string, dataDir: string): void {
  try {
    linkSync(mine, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    succeed(file, mine, dataDir);
  }
}

// Two may find the same dead lock. Whoever holds `.next` looks again and only then replaces it, so the slower of
// the two meets the living lock of the quicker. A `.next` left by a process that was killed is taken over likewise.
function succeed(file: string, mine: string, dataDir: string): void {
  const holder = holderOf(file);
  if (holder) throw alreadyRunning(holder, dataDir);
  const next = `${file}.next`;
  take(next, mine, dataDir);
  try {
    const quicker = holderOf(file);
    if (quicker) throw alreadyRunning(quicker, dataDir);
    // Released meanwhile: then anyone may link it, and a rename could cover another's lock.
    if (!existsSync(file)) return take(file, mine, dataDir);
    copyFileSync(mine, `${mine}.copy`);
    renameSync(`${mine}.copy`, file);
  } finally {
    rmSync(next, { force: true });
  }
}

function read(file: string): Holder | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof found !== "object" || found === null) return undefined;
    const { pid, started, address } = { pid: 0, started: "", address: undefined, ...found };
    if (typeof pid !== "number" || typeof started !== "string") return undefined;
    return { pid, started, ...(typeof address === "string" ? { address } : {}) };
  } catch {
    return undefined;
  }
}

function alreadyRunning({ pid, address }: Holder, dataDir: string): OperatorError {
  const where = address ? `, ${address}` : "";
  return new OperatorError(
    `Medborger already runs on the folder ${dataDir} (pid ${pid}${where}): stop it first, or set DATA_DIR to another folder.`,
  );
}
