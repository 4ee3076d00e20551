// SPDX-License-Identifier: EUPL-1.2
import type { Logger } from "pino";
import { errorFields } from "./log.ts";

/**
 * Does something again and again, with a pause in between, never twice at a time. In: the pause in milliseconds.
 * A failure is logged once, until it has gone well again: while the database is away, the log stays readable.
 */
export function each(pause: number, work: () => Promise<unknown>, log: Logger, name: string): { stop(): Promise<void> } {
  let failing = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const turn = async () => {
    try {
      await work();
      failing = false;
    } catch (error) {
      if (!failing) log.warn(errorFields(error), `${name} failed; it will be tried again`);
      failing = true;
    }
    if (!stopped) timer = setTimeout(start, pause).unref();
  };
  const start = () => {
    running = turn();
  };
  start();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
