// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db } from "#platform/db/connect.ts";
import { matching, ofPlace, type Filters } from "./store-list.ts";

const most = 30;

/** Public ideas that last moved, newest first: put forward or answered. Out: their ids. Reads the ends of two indexes, however many there are. */
export async function lastMoved(db: Db, filters: Pick<Filters, "locality" | "themes">): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM (
      (SELECT idea.id, idea.listed_at AS at FROM ideas.idea ${ofPlace(filters)}
        WHERE idea.listed_at IS NOT NULL AND ${matching(filters)} ORDER BY idea.listed_at DESC, idea.id DESC LIMIT ${sql.lit(most)})
      UNION ALL
      (SELECT idea.id, answer.at FROM ideas.answer JOIN ideas.idea ON idea.id = answer.idea ${ofPlace(filters)}
        WHERE idea.listed_at IS NOT NULL AND ${matching(filters)} ORDER BY answer.at DESC LIMIT ${sql.lit(most)})
    ) AS moved GROUP BY id ORDER BY max(at) DESC, id LIMIT ${sql.lit(most)}`.execute(db);
  return rows.map(({ id }) => id);
}
