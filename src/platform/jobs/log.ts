// SPDX-License-Identifier: EUPL-1.2
import { Logger } from "graphile-worker";
import type { Logger as Pino } from "pino";

/**
 * graphile-worker's log in ours. Its own lines carry an error's message, which may hold what a person wrote:
 * a job's line here has ids, its name, the attempt, and where it went wrong.
 */
export const jobLogger = (log: Pino): Logger =>
  new Logger(() => (level, message, meta) => {
    if (level !== "error" && level !== "warning") return;
    if (meta?.["failure"] === true) log.warn({ ...jobFields(meta["job"]), ...errorFields(meta["error"]) }, "job failed");
    else log.warn(errorFields(meta?.["error"]), `worker: ${withoutDetail(message)}`);
  });

function jobFields(job: unknown): Record<string, unknown> {
  if (typeof job !== "object" || job === null) return {};
  const fields: Record<string, unknown> = {};
  if ("id" in job) fields["job"] = String(job.id);
  if ("task_identifier" in job) fields["task"] = job.task_identifier;
  if ("attempts" in job) fields["attempt"] = job.attempts;
  return fields;
}

/** Kind and place of an error, never its message. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return {};
  const where = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  return { error: error.name, ...("code" in error ? { code: String(error.code) } : {}), where };
}

/** "Error with notify listener (trying again in 136ms): …" → what comes before the colon. */
const withoutDetail = (message: string): string => (message.split(/:\s/, 1)[0] ?? "").slice(0, 120);
