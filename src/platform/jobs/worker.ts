// SPDX-License-Identifier: EUPL-1.2
import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { run, type Runner, type RunnerOptions, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import { sealAudit } from "#platform/audit/seal.ts";
import type { World } from "#platform/operations/world.ts";
import { cronItems } from "./crontab.ts";
import { each } from "./each.ts";
import { errorFields, jobLogger } from "./log.ts";
import { makePresence } from "./presence.ts";
import { tasksOf } from "./tasks.ts";

/** Two jobs at a time, one that listens, one that says we live, the crontab, and one to spare. */
const connections = 6;
export type Worker = { stop(): Promise<void> };

/**
 * Runs jobs as they come due, the crontab, and seals the audit trail each second, until stopped. It survives a restart
 * of the database: a runner that gave up is followed by a new one, and what the old one held is free again.
 * In: how many milliseconds a stop waits for a job at work; then the job is given back and its next attempt is planned.
 */
export async function startWorker(world: World, { patience = 8_000 }: { patience?: number } = {}): Promise<Worker> {
  const pool = makePool(world);
  const presence = makePresence(pool);
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => presence.announce(workerPool.id));
  const options: RunnerOptions = {
    pgPool: pool,
    taskList: tasksOf(world),
    parsedCronItems: cronItems(world),
    concurrency: 2,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: jobLogger(world.log),
    events,
    // Batched, since only then is a completion that failed reported to us instead of ending the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0, gracefulShutdownAbortTimeout: patience / 2 } },
  };
  const state = { stopping: false, runner: await run({ ...options }) };
  const supervised = supervise(state, () => run({ ...options }), world);
  const timers = [
    each(5_000, () => presence.beat(), world.log, "worker presence"),
    each(1_000, () => sealAudit(world), world.log, "audit seal"),
  ];
  return {
    async stop() {
      state.stopping = true;
      await Promise.all(timers.map((timer) => timer.stop()));
      await stopRunner(state.runner, patience);
      await supervised;
      presence.leave();
      await pool.end();
    },
  };
}

/** The write connections' settings, but few of them and our own, so that a busy web side cannot starve the jobs nor they it. */
function makePool(world: World): pg.Pool {
  const pool = new pg.Pool({ ...world.writePool.options, max: connections, application_name: "medborger worker" });
  const note = (error: Error) => world.log.warn(errorFields(error), "worker lost a connection");
  pool.on("error", note);
  pool.on("connect", (client) => void client.on("error", note));
  return pool;
}

/** A new runner after each that ended, until the worker stops. */
async function supervise(state: { stopping: boolean; runner: Runner }, again: () => Promise<Runner>, world: World): Promise<void> {
  let pause = 500;
  while (!state.stopping) {
    await state.runner.promise.catch(() => {});
    if (state.stopping) return;
    world.log.warn("worker ended; a new one begins");
    await wait(pause, undefined, { ref: false });
    const next = await again().catch(() => undefined);
    pause = next ? 500 : Math.min(pause * 2, 15_000);
    if (next && state.stopping) await next.stop();
    else if (next) state.runner = next;
  }
}

/** Stops gently; a job that takes too long is given back. Already stopped is fine too. */
async function stopRunner(runner: Runner, patience: number): Promise<void> {
  const gently = runner.stop().catch(() => {});
  const done = await Promise.race([gently.then(() => true), wait(patience, false, { ref: false })]);
  if (done !== true) await runner.kill().catch(() => {});
}
