// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { zone, type LocalDay } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import type { PromisedCase } from "#platform/open-data.ts";

/**
 * Enquiries that were due or answered between two days, for the public measures: which area, and the days. Neither what was asked
 * nor its number is read here. A call keeps the promise on its own day, however late it was noted. What became an idea is counted
 * as that idea, by the enquiry's day; what was taken back is awaited by nobody.
 */
export const promises = (db: Db, from: LocalDay, until: LocalDay): Promise<PromisedCase[]> =>
  within(db, asSystem, async (tx) => {
    const { rows } = await sql<PromisedCase>`
      SELECT 'enquiry' AS kind, NULL AS open, coalesce(final.area, thing.area) AS area, enquiry.submitted_at AS "sentAt",
        final.kept_at AS "answeredAt", enquiry.due_by AS "dueBy",
        (SELECT count(*) FROM enquiries.answer put WHERE put.enquiry = enquiry.id AND NOT put.final) AS postponed
      FROM enquiries.enquiry JOIN platform.thing ON thing.id = enquiry.id
      LEFT JOIN (
        SELECT enquiry, area, coalesce((called_on + time '12:00') AT TIME ZONE ${sql.lit(zone)}, at) AS kept_at FROM enquiries.answer WHERE final
      ) AS final ON final.enquiry = enquiry.id
      WHERE thing.withdrawn_at IS NULL AND enquiry.standing <> 'became-idea'
        AND (enquiry.due_by BETWEEN ${from}::date AND ${until}::date
          OR final.kept_at BETWEEN ${from}::date - 1 AND ${until}::date + 2)`.execute(tx);
    return rows;
  });
