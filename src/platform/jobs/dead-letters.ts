// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db } from "#platform/db/connect.ts";

/** Work that will not be tried again by itself. `job` is the job's name; `id` is the job's, for a mail the mail's. */
export type DeadLetter = { job: string; id: string; attempts: number; why: string; since: Date };

/** What was given up, newest first, at most 200: jobs after their last attempt and mails that no server takes. */
export async function deadLetters(db: Db): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    SELECT task_identifier AS job, id::text AS id, attempts::int AS attempts,
      left(coalesce(last_error, 'The process ended while it ran.'), 300) AS why, greatest(run_at, updated_at) AS since
    FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL
    UNION ALL
    SELECT 'mail.send', id::text, attempts, coalesce(last_error, ''), failed_at FROM platform.mail WHERE failed_at IS NOT NULL
    ORDER BY since DESC LIMIT 200
  `.execute(db);
  return rows;
}
