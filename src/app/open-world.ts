// SPDX-License-Identifier: EUPL-1.2
import { pino, type Logger } from "pino";
import type { Clock } from "#platform/clock/clock.ts";
import type { Ids } from "#platform/clock/ids.ts";
import type { Config } from "#platform/config/config.ts";
import { connect } from "#platform/db/connect.ts";
import { keepFor } from "#platform/db/kept.ts";
import { makeVersions } from "#platform/db/versions.ts";
import type { Registry } from "#platform/feature.ts";
import { noSite, type World } from "#platform/operations/world.ts";
import { hearTexts } from "#platform/i18n/overrides.ts";
import { siteOf } from "./read-site.ts";

export type WorldOptions = {
  config: Config;
  connectionString: string;
  clock: Clock;
  ids: Ids;
  secret: Buffer;
  registry: Registry;
  log?: Logger;
  failpoint?: (name: string) => Promise<void>;
};

/** Opens the pools and puts a world together. `close` gives the connections back. */
export function openWorld({
  config,
  connectionString,
  clock,
  ids,
  secret,
  registry,
  log = makeLog(config.logLevel),
  failpoint,
}: WorldOptions): World & { close(): Promise<void> } {
  const onError = (error: Error): void => log.warn({ err: error }, "lost a connection to the database");
  const options = { connectionString, named: config.namedStatements, onError };
  const write = connect({ ...options, readOnly: false, max: 10 });
  const read = connect({ ...options, readOnly: true, max: 10 });
  const versions = makeVersions();
  keepFor(read.db, { versions, clock });
  const world: World & { close(): Promise<void> } = {
    config,
    clock,
    ids,
    secret,
    log,
    registry,
    write: write.db,
    read: read.db,
    writePool: write.pool,
    readPool: read.pool,
    failpoint: failpoint ?? (async () => {}),
    versions,
    site: noSite,
    async hear() {
      const [site] = await Promise.all([siteOf(read.db), hearTexts(read.db)]);
      world.site = site;
    },
    close: async () => void (await Promise.all([write.db.destroy(), read.db.destroy()])),
  };
  return world;
}

/** Logs say what and which id, never what a person wrote or is called. */
export const makeLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? { type: error.name, message: "code" in error ? String(error.code) : error.message, stack: error.stack }
          : { type: typeof error },
      req: (request: { method?: string; url?: string }) => ({ method: request.method, path: request.url?.split("?", 1)[0] }),
    },
  });
