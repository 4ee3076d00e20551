// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { World } from "#platform/operations/world.ts";
import { canonical, entryColumns, type Entry } from "./entry.ts";
import { beginning, headOf, leafHash, rootOf } from "./merkle.ts";

const lock = 731_004;
const most = 5_000;

/**
 * Seals the entries that came since last time: one Merkle batch, chained to the one before. Whoever writes never waits
 * for it, and one process at a time does it. Out: how many were sealed.
 */
export async function sealAudit(world: World): Promise<number> {
  return world.write.transaction().execute(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`SELECT pg_try_advisory_xact_lock(${lock}) AS mine`.execute(tx);
    if (!rows[0]?.mine) return 0;
    const at = world.clock.now();
    const entries = await unsealed(tx, at);
    if (entries.length > 0) await addBatch(tx, entries, at);
    return entries.length;
  });
}

/**
 * In commit order, and none overtaken: a transaction older than every one still open (xmin) is over, and its rows are
 * all there. Rows from above xmax came with a restored copy of another server, and are whole too.
 * Entries up to those of a batch an hour old need no look: no transaction lasts that long here.
 */
async function unsealed(tx: Tx, now: Date): Promise<Entry[]> {
  const hourAgo = new Date(now.getTime() - 60 * 60 * 1000);
  const { rows } = await sql<Entry>`
    WITH old AS (
      SELECT max(audit) AS last FROM platform.audit_leaf
      WHERE batch = (SELECT id FROM platform.audit_batch WHERE at < ${hourAgo} ORDER BY id DESC LIMIT 1)
    )
    SELECT ${entryColumns} FROM platform.audit a
    WHERE a.id > coalesce((SELECT last FROM old), 0)
      AND NOT EXISTS (SELECT FROM platform.audit_leaf l WHERE l.audit = a.id)
      AND (a.xid < pg_snapshot_xmin(pg_current_snapshot()) OR a.xid >= pg_snapshot_xmax(pg_current_snapshot()))
    ORDER BY a.xid, a.id LIMIT ${most}
  `.execute(tx);
  return rows;
}

async function addBatch(tx: Tx, entries: Entry[], at: Date): Promise<void> {
  const leaves = entries.map((entry) => leafHash(canonical(entry)));
  const last = await tx.selectFrom("platform.audit_batch").select("head").orderBy("id", "desc").limit(1).executeTakeFirst();
  const link = { previous: last?.head ?? beginning, root: rootOf(leaves), size: leaves.length, at };
  const { id } = await tx
    .insertInto("platform.audit_batch")
    .values({ ...link, head: headOf(link) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await sql`
    INSERT INTO platform.audit_leaf (audit, batch, position, hash)
    SELECT leaf.audit, ${id}, leaf.position - 1, leaf.hash
    FROM unnest(${entries.map((entry) => entry.id)}::bigint[], ${leaves}::bytea[]) WITH ORDINALITY AS leaf(audit, hash, position)
  `.execute(tx);
}
