// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { allFeatures } from "#app/features.ts";
import { makeLog, openWorld } from "#app/open-world.ts";
import { systemClock } from "#platform/clock/clock.ts";
import { systemIds } from "#platform/clock/ids.ts";
import { readConfig } from "#platform/config/config.ts";
import { root } from "#platform/root.ts";

/** Medborger's world on the database of the bench. */
export function openBenchWorld(connectionString: string): ReturnType<typeof openWorld> {
  const config = readConfig(
    { DATABASE_URL: connectionString, DEMO: "1", LOG_LEVEL: "silent", TRUST_PROXY: "127.0.0.1", DATA_DIR: join(root, ".cache/bench") },
    { cwd: root },
  );
  return openWorld({
    config,
    connectionString,
    clock: systemClock,
    ids: systemIds,
    secret: Buffer.alloc(32, 1),
    registry: allFeatures(),
    log: makeLog("silent"),
  });
}
