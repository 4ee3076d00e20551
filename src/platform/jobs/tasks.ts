// SPDX-License-Identifier: EUPL-1.2
import type { TaskList } from "graphile-worker";
import { sql } from "kysely";
import type { Job } from "#platform/feature.ts";
import type { World } from "#platform/operations/world.ts";
import { platformJobs } from "./platform-jobs.ts";

/** Every job by its name: the platform's own and those of the slices. */
export function tasksOf(world: World): TaskList {
  const tasks: TaskList = {};
  for (const [name, job] of [...Object.entries(platformJobs), ...world.registry.jobs]) {
    if (tasks[name]) throw new Error(`Two jobs are called "${name}".`);
    tasks[name] = taskOf(name, job, world);
  }
  return tasks;
}

const taskOf =
  (name: string, job: Job, world: World): NonNullable<TaskList[string]> =>
  async (payload, helpers) => {
    await world.hear();
    const about = asPayload(payload);
    // A job's name begins with its slice's: what is switched off rests.
    if (!world.site.off.has(name.split(".", 1)[0] ?? "")) await job(about, world, helpers);
    else if ("event" in about) await keepForLater(name, about, world);
  };

/** What the clock asks for comes again by itself; what happened before the switch is told when the part is on again, and not lost. */
const keepForLater = (name: string, payload: Record<string, unknown>, { write, clock }: World): Promise<unknown> =>
  sql`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, run_at => ${new Date(clock.now().getTime() + anHour)}::timestamptz, max_attempts => 8)`.execute(
    write,
  );

const anHour = 60 * 60_000;

function asPayload(payload: unknown): Record<string, unknown> {
  return payload !== null && typeof payload === "object" ? Object.fromEntries(Object.entries(payload)) : {};
}
