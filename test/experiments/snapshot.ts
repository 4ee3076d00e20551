// SPDX-License-Identifier: EUPL-1.2
import type { World } from "#platform/operations/world.ts";

/** What every table of ours holds, as one hash each. Two equal snapshots: nothing was written between them. */
export async function snapshot({ writePool }: World): Promise<Record<string, string>> {
  const { rows: tables } = await writePool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename NOT IN ('migrations') ORDER BY 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await writePool.query<{ hash: string | null; count: number }>(
      `SELECT count(*) AS count, md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS hash FROM ${name} t`,
    );
    hashes[name] = `${rows[0]?.count} ${rows[0]?.hash ?? ""}`;
  }
  return hashes;
}
