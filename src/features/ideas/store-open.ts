// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { ideaOf, ideas, type Idea } from "./store.ts";

export type OpenIdea = Idea & { told: string[] };

/**
 * Ideas that still await something, oldest deadline first, each with the deadlines that were already told of
 * ("answer 2026-11-20"). A net somewhat wider than the rules, which decide.
 */
export async function openIdeas(
  db: Db,
  { areas, lookBefore, most }: { areas: string[] | "all"; lookBefore?: LocalDay; most: number },
): Promise<OpenIdea[]> {
  const rows = await ideas(db)
    .select(
      sql<string[]>`ARRAY(SELECT escalation.what || ' ' || escalation.due FROM ideas.escalation WHERE escalation.idea = idea.id)`.as(
        "told",
      ),
    )
    .where("idea.standing", "in", ["waiting", "investigating"])
    .where("thing.withdrawn_at", "is", null)
    .where(sql<boolean>`look.let_through IS NOT FALSE`)
    .$if(areas !== "all", (query) => query.where(sql<boolean>`thing.area = ANY(${areas === "all" ? [] : areas}::uuid[])`))
    .$if(lookBefore !== undefined, (query) => query.where("idea.look_by", "<", lookBefore ?? ""))
    .orderBy("idea.due_by")
    .orderBy("idea.id")
    .limit(sql.lit(most))
    .execute();
  return rows.map((row) => ({ ...ideaOf(row), told: row.told }));
}
