// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Side } from "./merge.ts";

/** One at a time: whoever makes an idea part of another, or takes one away that others go into. Held to the end of the transaction. */
export const lockMerging = (tx: Tx): Promise<unknown> => sql`SELECT pg_advisory_xact_lock(731122)`.execute(tx);

export type Outcome = "accepted" | "declined" | "lapsed" | "overtaken";

export type Merge = {
  id: string;
  part: string;
  whole: string;
  side: Side;
  proposedBy: string | null;
  asked: string | null;
  reason: string;
  at: Date;
  lapsesOn: LocalDay;
  outcome: Outcome | null;
  said: string | null;
};

const merges = (db: Db | Tx) =>
  db
    .selectFrom("ideas.merge as merge")
    .select([
      "merge.id",
      "merge.part",
      "merge.whole",
      sql<Side>`merge.side`.as("side"),
      "merge.proposed_by as proposedBy",
      "merge.asked",
      "merge.reason",
      "merge.at",
      "merge.lapses_on as lapsesOn",
      sql<Outcome | null>`merge.outcome`.as("outcome"),
      "merge.said",
    ]);

/** The proposal that waits for an author's yes, that this idea goes into another. */
export const openMergeOf = (db: Db | Tx, part: string): Promise<Merge | undefined> =>
  merges(db).where("merge.part", "=", part).where("merge.outcome", "is", null).executeTakeFirst();

export const mergeById = (db: Db | Tx, id: string): Promise<Merge | undefined> => merges(db).where("merge.id", "=", id).executeTakeFirst();

export const addMerge = (
  tx: Tx,
  merge: Omit<Merge, "outcome" | "said" | "at"> & { proposedBy: string; asked: string; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("ideas.merge")
    .values({
      id: merge.id,
      part: merge.part,
      whole: merge.whole,
      side: merge.side,
      proposed_by: merge.proposedBy,
      asked: merge.asked,
      reason: merge.reason,
      at: merge.now,
      lapses_on: merge.lapsesOn,
    })
    .execute();

/** Ends a proposal. Out: whether it was open. */
export async function endMerge(
  tx: Tx,
  { id, outcome, said, now }: { id: string; outcome: Outcome; said?: string | undefined; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("ideas.merge")
    .set({ outcome, said: said ?? null, ended_at: now })
    .where("id", "=", id)
    .where("outcome", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** What can no longer be agreed to: the part has its answer, or the whole is gone. */
export const overtakeMerges = (tx: Tx, { idea, alsoAsWhole, now }: { idea: string; alsoAsWhole: boolean; now: Date }): Promise<unknown> =>
  tx
    .updateTable("ideas.merge")
    .set({ outcome: "overtaken", ended_at: now })
    .where((eb) => eb.or([eb("part", "=", idea), ...(alsoAsWhole ? [eb("whole", "=", idea)] : [])]))
    .where("outcome", "is", null)
    .execute();

/** Parts of proposals that nobody answered in time. */
export const lapsedParts = (db: Db | Tx, today: LocalDay): Promise<{ id: string; reference: string }[]> =>
  db
    .selectFrom("ideas.merge as merge")
    .innerJoin("platform.thing as thing", "thing.id", "merge.part")
    .select(["merge.id", "thing.reference"])
    .where("merge.outcome", "is", null)
    .where("merge.lapses_on", "<", today)
    .limit(sql.lit(500))
    .execute();
