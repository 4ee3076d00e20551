// SPDX-License-Identifier: EUPL-1.2
import type { Logger } from "pino";
import type pg from "pg";
import type { Clock } from "#platform/clock/clock.ts";
import type { Ids } from "#platform/clock/ids.ts";
import type { Config } from "#platform/config/config.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Versions } from "#platform/db/versions.ts";
import type { Registry } from "#platform/feature.ts";
import { standardLook, type Look } from "#platform/municipality/look.ts";

/** What the frame of every page and mail says of the municipality. */
export type Site = Look & {
  municipality: string;
  /** How people say it. */
  place: string;
  /** Whom to call, and the number. */
  contact: string;
  phone: string;
  /** Streams on the map: positions in degrees. */
  waters: (readonly [number, number])[][];
  /** Slices that are switched off. */
  off: ReadonlySet<string>;
};

/** Before anything was read. */
export const noSite: Site = {
  municipality: "",
  place: "",
  contact: "",
  phone: "",
  waters: [],
  ...standardLook,
  off: new Set(),
};

/** Everything a running Medborger is made of. Clock, ids and failpoints are given from outside, so that tests decide them. */
export type World = {
  /** Only `mutate`, jobs and migrations use it. */
  write: Db;
  /** Cannot write: `default_transaction_read_only`. */
  read: Db;
  writePool: pg.Pool;
  readPool: pg.Pool;
  clock: Clock;
  ids: Ids;
  config: Config;
  /** 32 bytes: signs form tokens, names hashed mailboxes. */
  secret: Buffer;
  log: Logger;
  /** The municipality as every page shows it, as it stood when `hear` was last called. */
  site: Site;
  /** Before a page is shown or a job done: the site, its texts and what is switched off, as they stand now. Costs nothing while none moves. */
  hear(): Promise<void>;
  registry: Registry;
  /** Where tests stop or kill the process; does nothing otherwise. */
  failpoint(name: string): Promise<void>;
  /** What of the public pages and of what is kept in memory is still good. */
  versions: Versions;
};
