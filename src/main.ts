// SPDX-License-Identifier: EUPL-1.2
import closeWithGrace from "close-with-grace";
import { allFeatures } from "#app/features.ts";
import { makeLog } from "#app/open-world.ts";
import { startMedborger } from "#app/start.ts";
import { readConfig } from "#platform/config/config.ts";
import { prepareDataDir } from "#platform/config/data-dir.ts";
import { startEmbedded } from "#platform/postgres/embedded.ts";

/** Starts Medborger: the database where none is given, then web, worker or both. Stops all of it on Ctrl-C. */
export async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env, { cwd: process.cwd() });
  prepareDataDir(config);
  const database = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log: makeLog(config.logLevel) });
  const connectionString = config.databaseUrl ?? database?.connectionString ?? "";
  try {
    const running = await startMedborger({ config, connectionString, registry: allFeatures() });
    database?.announce(running.address);
    closeWithGrace({ delay: 10_000 }, async () => {
      await running.stop();
      await database?.stop();
    });
    for (const line of running.greeting) console.log(line);
  } catch (error) {
    await database?.stop();
    throw error;
  }
}
