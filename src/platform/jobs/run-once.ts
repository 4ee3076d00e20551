// SPDX-License-Identifier: EUPL-1.2
import { runTaskListOnce } from "graphile-worker";
import type pg from "pg";
import type { World } from "#platform/operations/world.ts";
import { askForCronJobs } from "./crontab.ts";
import { jobLogger } from "./log.ts";
import { freeJobsOf, goneWorkers } from "./presence.ts";
import { tasksOf } from "./tasks.ts";

/**
 * Runs everything that is due by the world's clock, one job at a time in the order they were asked for, until nothing is
 * due. For tests, seeds and commands. With `cronSince`, first what the crontab would have asked for since then.
 *
 * graphile-worker decides by `now()` of the database, which a test cannot move. So its connection gets another `now()`
 * (`platform.now`, before pg_catalog in the search_path) that tells the injected time: what is due, and when a failed
 * job comes again, follow the one clock. Jobs asked for "at once" bear the database's own time and are moved to now.
 */
export async function runJobsOnce(world: World, { cronSince }: { cronSince?: Date } = {}): Promise<void> {
  if (cronSince) await askForCronJobs(world, cronSince, world.clock.now());
  const client = await world.writePool.connect();
  try {
    await freeJobsOf(client, await goneWorkers(client));
    await client.query("SELECT set_config('search_path', 'platform, pg_catalog', false)");
    const tasks = tasksOf(world);
    while (await someDue(client, Object.keys(tasks), world.clock.now())) {
      await runTaskListOnce({ noHandleSignals: true, noPreparedStatements: true, logger: jobLogger(world.log) }, tasks, client);
    }
  } finally {
    await client.query("RESET search_path; RESET medborger.now").catch(() => {});
    client.release();
  }
}

/** Sets the connection's clock, moves jobs asked for at once to now (keeping their order), and tells whether any is due. */
async function someDue(client: pg.PoolClient, names: string[], now: Date): Promise<boolean> {
  await client.query("SELECT set_config('medborger.now', $1, false)", [now.toISOString()]);
  await client.query(
    `SELECT graphile_worker.reschedule_jobs(ARRAY[id], run_at => $1::timestamptz - (behind || ' microseconds')::interval)
     FROM (
       SELECT id, row_number() OVER (ORDER BY run_at DESC, id DESC) AS behind FROM graphile_worker.jobs
       WHERE locked_at IS NULL AND attempts < max_attempts AND (run_at = created_at OR run_at = updated_at)
     ) AS at_once`,
    [now],
  );
  const { rows } = await client.query<{ due: boolean }>(
    `SELECT EXISTS (
       SELECT FROM graphile_worker.jobs
       WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= $1 AND task_identifier = ANY ($2)
     ) AS due`,
    [now, names],
  );
  return rows[0]?.due === true;
}
