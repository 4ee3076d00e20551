// SPDX-License-Identifier: EUPL-1.2
// For tests only: a world with nothing in it but the platform, on a database of its own, by a clock that stands still.
import { pino } from "pino";
import { fixedClock, type FixedClock } from "#platform/clock/clock.ts";
import { systemIds } from "#platform/clock/ids.ts";
import { readConfig, type Config } from "#platform/config/config.ts";
import { connect } from "#platform/db/connect.ts";
import { makeVersions } from "#platform/db/versions.ts";
import { migrate } from "#platform/db/migrate.ts";
import type { Feature } from "#platform/feature.ts";
import { register } from "#platform/register.ts";
import { noSite, type World } from "#platform/operations/world.ts";
import { root } from "#platform/root.ts";
import { dropDatabase, makeDatabase } from "./test-database.ts";

export type SmallWorld = World & { clock: FixedClock; connectionString: string; lines: Record<string, unknown>[]; close(): Promise<void> };

let template: Promise<string> | undefined;

export async function openSmallWorld({
  now = "2026-11-23T09:00:00+01:00",
  feature = {},
  config = {},
  failpoint = async () => {},
}: {
  now?: string;
  feature?: Pick<Feature, "jobs" | "crontab">;
  config?: Partial<Config>;
  failpoint?: World["failpoint"];
} = {}): Promise<SmallWorld> {
  const connectionString = await makeDatabase(await (template ??= makeTemplate()));
  const options = { connectionString, named: true, max: 6, onError: () => {} };
  const [write, read] = [connect({ ...options, readOnly: false }), connect({ ...options, readOnly: true })];
  const lines: Record<string, unknown>[] = [];
  return {
    write: write.db,
    writePool: write.pool,
    read: read.db,
    readPool: read.pool,
    connectionString,
    lines,
    clock: fixedClock(now),
    ids: systemIds,
    secret: Buffer.alloc(32, 1),
    failpoint,
    versions: makeVersions(),
    config: { ...readConfig({ DATABASE_URL: connectionString, DEMO: "1" }, { cwd: root }), ...config },
    site: { ...noSite, municipality: "Prøveby Kommune", place: "Prøveby" },
    hear: async () => {},
    log: pino({ level: "debug", base: null }, { write: (line) => void lines.push(JSON.parse(line)) }),
    registry: register([{ name: "small", rank: 1, operations: [], queries: [], routes: [], privacy: [], ...feature }]),
    async close() {
      await Promise.all([write.db.destroy(), read.db.destroy()]);
      await dropDatabase(connectionString);
    },
  };
}

async function makeTemplate(): Promise<string> {
  const connectionString = await makeDatabase();
  await migrate(connectionString);
  return connectionString;
}
