// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import { canonical, entryColumns, type Entry } from "./entry.ts";
import { beginning, headOf, leafHash, rootOf } from "./merkle.ts";

/** The chain's end, to be kept somewhere that this server cannot write to. `head` is 64 hexadecimal digits. */
export type Head = { batch: number; head: string; at: Date };

export type Verdict = { ok: boolean; batches: number; rows: number; firstFault?: string };

/** The newest seal; undefined before the first. */
export async function auditHead(db: Db | Tx): Promise<Head | undefined> {
  const last = await db.selectFrom("platform.audit_batch").select(["id", "head", "at"]).orderBy("id", "desc").limit(1).executeTakeFirst();
  return last && { batch: last.id, head: last.head.toString("hex"), at: last.at };
}

/**
 * Computes every seal anew. A changed, added, moved or missing entry is a fault. That the end was cut off, or all of it
 * made anew, shows only against an `anchor`: a head that was noted elsewhere earlier.
 */
export async function verifyAudit(db: Db | Tx, anchor?: Pick<Head, "batch" | "head">): Promise<Verdict> {
  const count = { batches: 0, rows: 0 };
  let previous = beginning;
  let anchored = anchor === undefined;
  for await (const batch of batches(db)) {
    const fault = await faultOf(db, batch, previous);
    if (fault) return { ok: false, ...count, firstFault: `Batch ${batch.id}: ${fault}.` };
    previous = batch.head;
    count.batches += 1;
    count.rows += batch.size;
    if (anchor && batch.id === anchor.batch && batch.head.toString("hex") === anchor.head) anchored = true;
  }
  if (!anchored)
    return {
      ok: false,
      ...count,
      firstFault: "The head that was noted elsewhere is not in the chain: its end was cut off, or it was made anew.",
    };
  const left = await leftOut(db);
  return left === undefined ? { ok: true, ...count } : { ok: false, ...count, firstFault: `Entry ${left} was never sealed.` };
}

type Batch = { id: number; at: Date; size: number; root: Buffer; previous: Buffer; head: Buffer };

async function* batches(db: Db | Tx): AsyncGenerator<Batch> {
  for (let after = 0; ;) {
    const some = await db.selectFrom("platform.audit_batch").selectAll().where("id", ">", after).orderBy("id").limit(500).execute();
    yield* some;
    const last = some.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function faultOf(db: Db | Tx, batch: Batch, previous: Buffer): Promise<string | undefined> {
  if (!batch.previous.equals(previous)) return "it does not follow the one before";
  const { rows } = await sql<Entry & { position: number; hash: Buffer }>`
    SELECT ${entryColumns}, l.position, l.hash FROM platform.audit_leaf l LEFT JOIN platform.audit a ON a.id = l.audit
    WHERE l.batch = ${batch.id} ORDER BY l.position
  `.execute(db);
  if (rows.length !== batch.size) return `it has ${rows.length} entries and should have ${batch.size}`;
  for (const [index, row] of rows.entries()) {
    if (row.position !== index || row.id === null || !leafHash(canonical(row)).equals(row.hash))
      return `entry ${row.id} is not what was sealed`;
  }
  if (!rootOf(rows.map((row) => row.hash)).equals(batch.root)) return "its entries are not those that were sealed";
  return headOf(batch).equals(batch.head) ? undefined : "its head is not its own";
}

/** An entry an hour older than the newest seal that no batch holds: put in later and dated back, or its leaf taken out. */
async function leftOut(db: Db | Tx): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT a.id FROM platform.audit a
    WHERE a.at < (SELECT max(at) FROM platform.audit_batch) - interval '1 hour'
      AND NOT EXISTS (SELECT FROM platform.audit_leaf l WHERE l.audit = a.id)
    ORDER BY a.id LIMIT 1
  `.execute(db);
  return rows[0]?.id;
}
