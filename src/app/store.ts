// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db } from "#platform/db/connect.ts";
import type { Ref } from "#platform/links/index.ts";

/** The newest public things of all kinds, in one locality where one is chosen. */
export const newestPublic = (
  db: Db,
  { locality, kinds, limit }: { locality: string | undefined; kinds: string[]; limit: number },
): Promise<Ref[]> =>
  db
    .selectFrom("platform.thing")
    .select(["id", "kind"])
    .where("kind", "in", kinds.length === 0 ? [""] : kinds)
    .where("visibility", "=", "public")
    .where("withdrawn_at", "is", null)
    .$if(locality !== undefined, (query) => query.where("locality", "=", locality ?? null))
    .orderBy("published_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(limit))
    .execute();
