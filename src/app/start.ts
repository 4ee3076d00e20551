// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { systemClock, type Clock } from "#platform/clock/clock.ts";
import { systemIds, type Ids } from "#platform/clock/ids.ts";
import type { Config } from "#platform/config/config.ts";
import { readSecret } from "#platform/config/data-dir.ts";
import { migrate } from "#platform/db/migrate.ts";
import { warnWhereUnguarded } from "#platform/db/unguarded.ts";
import type { Registry } from "#platform/feature.ts";
import { makePageCache } from "#platform/http/page-cache.ts";
import { startWorker, type Worker } from "#platform/jobs/worker.ts";
import { root } from "#platform/root.ts";
import { greet } from "./greeting.ts";
import { hearCommits } from "./hear-commits.ts";
import { furnish } from "./furnish.ts";
import { openServer } from "./open-server.ts";
import { openWorld } from "./open-world.ts";

export type Running = { address: string; greeting: string[]; stop(): Promise<void> };

/** From a database to an open door. In: checked settings, the database's address and the slices. */
export async function startMedborger({
  config,
  connectionString,
  registry,
  clock = systemClock,
  ids = systemIds,
  failpoint,
}: {
  config: Config;
  connectionString: string;
  registry: Registry;
  clock?: Clock;
  ids?: Ids;
  failpoint?: (name: string) => Promise<void>;
}): Promise<Running> {
  await migrate(connectionString);
  const world = openWorld({
    config,
    connectionString,
    clock,
    ids,
    secret: readSecret(config),
    registry,
    ...(failpoint ? { failpoint } : {}),
  });
  await warnWhereUnguarded(world);
  await furnish(world);
  const cache = makePageCache({ clock, versions: world.versions, most: 2_000 });
  const hearing = hearCommits(world, connectionString);
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const server = await openServer(world, { cache, version, shed: true });
  let worker: Worker | undefined;
  const stop = async (): Promise<void> => {
    await server.close();
    await worker?.stop();
    await hearing.stop();
    await world.close();
  };
  try {
    const address = config.web ? await listen(server, config) : "";
    worker = config.worker ? await startWorker(world) : undefined;
    return { address, greeting: await greet(world, address), stop };
  } catch (error) {
    // In order, so that nothing loses its database and says so.
    await stop();
    throw error;
  }
}

async function listen(server: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    return await server.listen({ port, host });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const sentence =
      error.code === "EADDRINUSE"
        ? `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`
        : `Cannot listen on ${host}:${port} (${String(error.code)}). Choose another with HOST and PORT.`;
    throw Object.assign(error, { sentence });
  }
}
