// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import type { Log, Postmaster } from "./postmaster.ts";

/** Milliseconds before each new try; the last is repeated, so that a full disk that got space again is back within it. */
const pauses = [0, 100, 250, 500, 1_000, 2_000, 5_000, 10_000];
/** After this long a run counts as healthy, and the pauses begin anew. */
const healthy = 30_000;

/**
 * Starts PostgreSQL and starts it again when it ends by itself: a full disk makes it stop, and a killed one stays down.
 * Fails when the first start does. Out: how to stop it for good.
 */
export async function keepRunning(start: () => Postmaster, log: Log): Promise<{ stop: () => Promise<void> }> {
  let postmaster = start();
  await postmaster.ready;
  const stopping = new AbortController();

  async function watch(): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const began = performance.now();
      const why = await postmaster.ended;
      if (performance.now() - began > healthy) tries = 0;
      if (stopping.signal.aborted) return;
      log.warn(`PostgreSQL ended (${why}) and is started again`);
      await pause(pauses[tries] ?? pauses.at(-1), undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      postmaster = start();
      postmaster.ready.catch(() => {}); // `ended` tells the same
    }
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await postmaster.stop();
      await watching;
    },
  };
}
