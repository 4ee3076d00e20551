// SPDX-License-Identifier: EUPL-1.2
import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "#platform/postgres/embedded.ts";
import { root } from "#platform/root.ts";

/** The database that the bench runs on: BENCH_DATABASE_URL's server where given, else the embedded PostgreSQL in a folder of its own. */
export async function withServer(): Promise<{ connectionString: string; drop(): Promise<void> }> {
  const given = process.env["BENCH_DATABASE_URL"];
  if (!given) {
    const dataDir = join(root, `.cache/bench-data-${process.pid}`);
    const embedded = await startEmbedded({ dataDir, log: { info: () => {}, warn: () => {} } });
    return {
      connectionString: embedded.connectionString,
      drop: async () => {
        await embedded.stop();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  }
  const name = `medborger_bench_${process.pid}`;
  const admin = new pg.Client({ connectionString: given });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return {
    connectionString: url.href,
    drop: async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
