// SPDX-License-Identifier: EUPL-1.2
import type pg from "pg";

const lockClass = 731_002;

/**
 * A job is locked by the worker that has it. A worker that was killed leaves its locks behind, and graphile-worker would
 * let them stand for four hours. So each living worker holds an advisory lock under its name, which PostgreSQL itself
 * lets go of when the worker dies; a worker whose lock can be taken is gone.
 */
export type Presence = {
  /** Says that this process is the worker with this name now. */
  announce(worker: string): void;
  /** Renews what was lost with the connection and frees the jobs of those who were gone twice in a row. */
  beat(): Promise<void>;
  leave(): void;
};

export function makePresence(pool: pg.Pool): Presence {
  let me: string | undefined;
  let held: string | undefined;
  let client: pg.PoolClient | undefined;
  let missing = new Set<string>();

  const lose = () => {
    client?.release(true);
    client = undefined;
    held = undefined;
  };
  const hold = async () => {
    if (!client) {
      client = await pool.connect();
      client.once("error", lose);
    }
    if (held === me || me === undefined) return;
    await client.query("SELECT pg_advisory_unlock_all()");
    await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [lockClass, me]);
    held = me;
  };
  return {
    announce: (worker) => {
      me = worker;
    },
    async beat() {
      await hold();
      const gone = (await goneWorkers(pool)).filter((worker) => worker !== me);
      await freeJobsOf(
        pool,
        gone.filter((worker) => missing.has(worker)),
      );
      missing = new Set(gone);
    },
    leave: lose,
  };
}

/** Workers that still have jobs and live no more. */
export async function goneWorkers(on: pg.Pool | pg.PoolClient): Promise<string[]> {
  const { rows } = await on.query<{ locked_by: string }>(
    `SELECT locked_by FROM (SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL) AS busy
     WHERE pg_try_advisory_xact_lock($1, hashtext(locked_by))`,
    [lockClass],
  );
  return rows.map((row) => row.locked_by);
}

/** Their jobs run again; the attempt that was cut off counts. */
export async function freeJobsOf(on: pg.Pool | pg.PoolClient, workers: string[]): Promise<void> {
  if (workers.length > 0) await on.query("SELECT graphile_worker.force_unlock_workers($1)", [workers]);
}
