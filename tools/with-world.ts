// SPDX-License-Identifier: EUPL-1.2
import { allFeatures } from "#app/features.ts";
import { furnish } from "#app/furnish.ts";
import { makeLog, openWorld } from "#app/open-world.ts";
import { systemClock } from "#platform/clock/clock.ts";
import { systemIds } from "#platform/clock/ids.ts";
import { readConfig } from "#platform/config/config.ts";
import { prepareDataDir, readSecret } from "#platform/config/data-dir.ts";
import { migrate } from "#platform/db/migrate.ts";
import type { World } from "#platform/operations/world.ts";
import { withDatabase } from "#platform/postgres/running.ts";

/**
 * Gives a command its world, furnished, also while the server runs, and closes it after the work. What goes wrong is said in
 * a sentence, and the command ends with 1.
 */
export async function withWorld(work: (world: World) => Promise<void>): Promise<void> {
  try {
    const config = readConfig(process.env, { cwd: process.cwd() });
    prepareDataDir(config);
    const log = makeLog("error");
    await withDatabase({ config, log }, async (connectionString) => {
      await migrate(connectionString);
      const secret = readSecret(config);
      const world = openWorld({ config, connectionString, clock: systemClock, ids: systemIds, secret, registry: allFeatures(), log });
      try {
        await furnish(world);
        await work(world);
      } finally {
        await world.close();
      }
    });
  } catch (error) {
    const sentence = error instanceof Error && "sentence" in error ? error.sentence : undefined;
    console.error(sentence ?? error);
    process.exitCode = 1;
  }
}
