// SPDX-License-Identifier: EUPL-1.2
import type pg from "pg";
import type { World } from "#platform/operations/world.ts";

/** What every table of ours holds, as one hash each, also under row level security. Two equal ones: nothing was written between them. */
export const snapshot = ({ writePool }: World): Promise<Record<string, string>> => asProgram(writePool, hashAll);

/** With a connection that sees and changes what the program itself may, and that forgets it afterwards. */
export async function asProgram<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("SET app.system = 'yes'");
    return await work(client);
  } finally {
    await client.query("RESET app.system");
    client.release();
  }
}

async function hashAll(client: pg.PoolClient): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename NOT IN ('migrations') ORDER BY 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ hash: string | null; count: number }>(
      `SELECT count(*) AS count, md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS hash FROM ${name} t`,
    );
    hashes[name] = `${rows[0]?.count} ${rows[0]?.hash ?? ""}`;
  }
  return hashes;
}
