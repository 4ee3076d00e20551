// SPDX-License-Identifier: EUPL-1.2
import type { TaskList } from "graphile-worker";
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
    // A job's name begins with its slice's: what is switched off rests.
    if (!world.site.off.has(name.split(".", 1)[0] ?? "")) await job(asPayload(payload), world, helpers);
  };

function asPayload(payload: unknown): Record<string, unknown> {
  return payload !== null && typeof payload === "object" ? Object.fromEntries(Object.entries(payload)) : {};
}
