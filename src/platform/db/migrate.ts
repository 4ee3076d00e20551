// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { root } from "#platform/root.ts";

export type Migration = { name: string; sql: string; hash: string };

/** All migrations of platform and slices, in the order of their four-digit numbers, which are unique over the project. */
export function allMigrations(): Migration[] {
  const files = globSync(["src/platform/*/migrations/*.sql", "src/features/*/migrations/*.sql"], { cwd: root });
  return files
    .map((file) => {
      const sql = readFileSync(join(root, file), "utf8");
      return { name: basename(file, ".sql"), sql, hash: createHash("sha256").update(sql).digest("hex") };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/**
 * Brings the database up to date: each migration in its own transaction, under one lock, forward only.
 * A migration whose text changed after it ran is an error. Out: the names that ran now.
 */
export async function migrate(connectionString: string, migrations = allMigrations()): Promise<string[]> {
  await runMigrations({ connectionString, logger: quietLogger });
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(731001)");
    await client.query(
      "CREATE TABLE IF NOT EXISTS public.migration (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const { rows } = await client.query<{ name: string; hash: string }>("SELECT name, hash FROM public.migration");
    const done = new Map(rows.map((row) => [row.name, row.hash]));
    const ran: string[] = [];
    for (const migration of migrations) {
      const before = done.get(migration.name);
      if (before === undefined) {
        await apply(client, migration);
        ran.push(migration.name);
      } else if (before !== migration.hash) {
        throw new Error(`Migration ${migration.name} was changed after it ran. Undo the change and write a new migration.`);
      }
    }
    return ran;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, { name, sql, hash }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query("INSERT INTO public.migration (name, hash) VALUES ($1, $2)", [name, hash]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

import { Logger } from "graphile-worker";
const quietLogger = new Logger(() => () => {});
