// SPDX-License-Identifier: EUPL-1.2
import { existsSync, realpathSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "#platform/config/config.ts";
import { OperatorError } from "#platform/config/sentence.ts";
import { startEmbedded } from "./embedded.ts";
import { holderOf } from "./lock.ts";
import { placesIn } from "./places.ts";
import { isReady, type Log } from "./postmaster.ts";

/** The server that has this data folder now, if one has. */
export function findRunning(dataDir: string): { pid: number; connectionString: string; address?: string } | undefined {
  if (!existsSync(dataDir)) return undefined;
  const { lock, connectionString } = placesIn(realpathSync(dataDir));
  const holder = holderOf(lock);
  return holder && { pid: holder.pid, connectionString, ...(holder.address ? { address: holder.address } : {}) };
}

/**
 * Gives a command its database: the one in DATABASE_URL, or the running private one, or that one started for as long as
 * the work lasts. Out: what the work gives.
 */
export async function withDatabase<T>(
  { config, log }: { config: Pick<Config, "databaseUrl" | "dataDir">; log: Log },
  work: (connectionString: string) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl !== undefined) return work(config.databaseUrl);
  const running = findRunning(config.dataDir);
  if (running) {
    await untilReady(config.dataDir, running.pid);
    return work(running.connectionString);
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log });
  try {
    return await work(embedded.connectionString);
  } finally {
    await embedded.stop();
  }
}

/** A server that started a moment ago has the folder before it has its database. */
async function untilReady(dataDir: string, pid: number): Promise<void> {
  const { cluster } = placesIn(realpathSync(dataDir));
  for (let tries = 0; !isReady(cluster); tries += 1) {
    if (tries === 600)
      throw new OperatorError(
        `The server (pid ${pid}) has no database after 30 seconds: look at what it printed, or stop it and try again.`,
      );
    await pause(50);
  }
}
