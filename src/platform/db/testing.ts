// SPDX-License-Identifier: EUPL-1.2
import type pg from "pg";

/** How many statements a piece of work sends over a pool of a world with NAMED_STATEMENTS=0. */
export async function countQueries(pool: pg.Pool, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const wrapped = new Map<pg.PoolClient, unknown>();
  const watch = (client: pg.PoolClient): void => {
    if (wrapped.has(client)) return;
    const query = client.query;
    wrapped.set(client, query);
    Object.defineProperty(client, "query", {
      configurable: true,
      writable: true,
      value: (...given: unknown[]): unknown => {
        count += 1;
        return Reflect.apply<pg.PoolClient, unknown[], unknown>(query, client, given);
      },
    });
  };
  pool.on("acquire", watch);
  try {
    await work();
  } finally {
    pool.off("acquire", watch);
    for (const [client, query] of wrapped) Object.defineProperty(client, "query", { configurable: true, writable: true, value: query });
  }
  return count;
}
