// SPDX-License-Identifier: EUPL-1.2
// `npm run types`: writes src/platform/db/schema.gen.ts from the migrations, on a scratch database of DATABASE_URL, of a server
// that listens on 127.0.0.1:5432, or else of a PostgreSQL of our own that is gone afterwards.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEmbedded } from "#platform/postgres/embedded.ts";
import { root } from "#platform/root.ts";

const run = promisify(execFile);

/** Writes the row types of all tables as the migrations make them. */
export async function freshTypes(): Promise<void> {
  try {
    await write({});
  } catch (error) {
    if (process.env["DATABASE_URL"] || !/ECONNREFUSED|password|does not exist/.test(String(error))) throw error;
    const dataDir = mkdtempSync(join(tmpdir(), "mb-types-"));
    const embedded = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
    try {
      await write({ DATABASE_URL: embedded.connectionString });
    } finally {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
}

const write = (env: Record<string, string>): Promise<unknown> =>
  run(process.execPath, [join(root, "tools/write-types.ts")], { cwd: root, env: { ...process.env, ...env } });

if (process.argv[1] === import.meta.filename) await freshTypes();
