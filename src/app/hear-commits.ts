// SPDX-License-Identifier: EUPL-1.2
import pg from "pg";
import type { World } from "#platform/operations/world.ts";

/** Hears the commits of all processes and makes their kinds' pages old here. Away from the database, pages live a second. */
export function hearCommits(world: World, connectionString: string): { stop(): Promise<void> } {
  const { versions } = world;
  let stopped = false;
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  versions.hears(false);
  const open = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, application_name: "medborger hears", keepAlive: true, connectionTimeoutMillis: 5_000 });
    // A connection may end, and fail, and end again: it is opened anew once.
    let over = false;
    const lost = (): void => {
      if (over) return;
      over = true;
      versions.hears(false);
      client = undefined;
      if (!stopped) again = setTimeout(() => void open(), 500);
    };
    next.on("error", (error) => world.log.warn({ err: error }, "lost the connection that hears commits"));
    next.on("end", lost);
    next.on("notification", ({ payload }) => versions.moved(payload ? payload.split(",") : []));
    try {
      await next.connect();
      await next.query("LISTEN moved");
      client = next;
      if (stopped) await next.end();
      else versions.hears(true);
    } catch {
      await next.end().catch(() => {});
      lost();
    }
  };
  void open();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(again);
      await client?.end();
    },
  };
}
