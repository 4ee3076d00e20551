// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { LocalDay } from "#platform/clock/working-days.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { within, type Scope } from "#platform/db/scope.ts";
import { enquiries, enquiryOf, type Enquiry } from "./store.ts";

export type OpenEnquiry = Enquiry & { told: string[] };

/** Of what a reader sees: what still awaits something, soonest due first, with the deadlines that were already told of ("answer 2026-11-20"). */
export const openEnquiries = (
  db: Db | Tx,
  scope: Scope,
  { areas, passedBefore, most }: { areas?: readonly string[]; passedBefore?: LocalDay; most: number },
): Promise<OpenEnquiry[]> =>
  within(db, scope, async (tx) => {
    const rows = await enquiries(tx)
      .select(
        sql<
          string[]
        >`ARRAY(SELECT escalation.what || ' ' || escalation.due FROM enquiries.escalation WHERE escalation.enquiry = enquiry.id)`.as(
          "told",
        ),
      )
      .where("enquiry.standing", "in", ["waiting", "investigating"])
      .where("thing.withdrawn_at", "is", null)
      // A new day may be sooner than the day by which it was to be read.
      .$if(passedBefore !== undefined, (query) =>
        query.where(sql<boolean>`least(enquiry.acknowledge_by, enquiry.due_by) < ${passedBefore}::date`),
      )
      .$if(areas !== undefined, (query) => query.where(sql<boolean>`thing.area = ANY(${areas ?? []}::uuid[])`))
      .orderBy("enquiry.due_by")
      .orderBy("enquiry.id")
      .limit(sql.lit(most))
      .execute();
    return rows.map((row) => ({ ...enquiryOf(row), told: row.told }));
  });

export const enquiriesByIds = (db: Db | Tx, scope: Scope, ids: readonly string[]): Promise<Enquiry[]> =>
  within(db, scope, async (tx) =>
    (
      await enquiries(tx)
        .where(sql<boolean>`thing.id = ANY(${ids}::uuid[])`)
        .execute()
    ).map(enquiryOf),
  );
