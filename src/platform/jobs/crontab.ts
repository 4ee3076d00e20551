// SPDX-License-Identifier: EUPL-1.2
import { parseCronItems, type ParsedCronItem } from "graphile-worker";
import { sql } from "kysely";
import type { World } from "#platform/operations/world.ts";
import { platformCrontab } from "./platform-jobs.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * All lines of the crontabs, in UTC. A job that still waits is not asked for a second time; one that comes at a fixed
 * hour and fell into a time when nothing ran is made up for within a day.
 */
export function cronItems(world: Pick<World, "registry">): ParsedCronItem[] {
  const lines = [platformCrontab, ...world.registry.features.map((feature) => feature.crontab ?? {})].flatMap((table) =>
    Object.entries(table),
  );
  return parseCronItems(
    lines.map(([match, task]) => ({
      task,
      match,
      identifier: `${task} ${match}`,
      options: { maxAttempts: 8, jobKey: `cron ${task}`, backfillPeriod: /^\d+ \d+ /.test(match) ? day : 0 },
    })),
  );
}

/** Asks for what the crontab would have asked for between two instants (the first left out): each job once. Out: their names. */
export async function askForCronJobs(world: World, since: Date, until: Date): Promise<string[]> {
  const due = cronItems(world)
    .filter((item) => cameBy(item, since, until))
    .map((item) => item.task);
  const names = [...new Set(due)];
  for (const name of names) {
    await sql`SELECT graphile_worker.add_job(${name}, '{}', max_attempts => 8, job_key => ${`cron ${name}`})`.execute(world.write);
  }
  return names;
}

function cameBy(item: ParsedCronItem, since: Date, until: Date): boolean {
  for (let at = Math.floor(since.getTime() / minute) * minute + minute; at <= until.getTime(); at += minute) {
    const time = new Date(at);
    const digest = {
      min: time.getUTCMinutes(),
      hour: time.getUTCHours(),
      date: time.getUTCDate(),
      month: time.getUTCMonth() + 1,
      dow: time.getUTCDay(),
    };
    if (item.match(digest)) return true;
  }
  return false;
}
