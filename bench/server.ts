// SPDX-License-Identifier: EUPL-1.2
// One process of the bench: Medborger, with or without its page cache, or the limit it is held against. Told by its parent what to be.
import { createServer } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import pg from "pg";
import { openServer } from "#app/open-server.ts";
import { makePageCache, type PageCache } from "#platform/http/page-cache.ts";
import type { Doc } from "#platform/http/route.ts";
import type { Body } from "#platform/http/send.ts";
import { openBenchWorld } from "./world.ts";

const [what = "limit", connectionString = ""] = process.argv.slice(2);

// The parent has ended, or wants this to end.
process.once("disconnect", () => process.exit());
const address = what === "limit" ? await limit() : await medborger(what === "cached");
process.send?.({ address });
process.on("message", (message) => {
  if (message === "usage") process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() });
});

/** node:http, one indexed query and 20 KB: as fast as this machine, this Node and this PostgreSQL go. */
async function limit(): Promise<string> {
  const pool = new pg.Pool({ connectionString, max: 10 });
  const body = "x".repeat(20_000);
  const server = createServer((_request, response) => {
    void pool
      .query({ name: "one", text: "SELECT id, reference FROM platform.thing WHERE reference = $1", values: ["I-2026-0001"] })
      .then(({ rows }) => {
        response.setHeader("content-type", "text/html");
        response.end(`${rows.length}${body}`);
      });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const at = server.address();
  return `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`;
}

async function medborger(cached: boolean): Promise<string> {
  const world = openBenchWorld(connectionString);
  const cache = cached ? makePageCache({ ...world, most: 2_000 }) : forgetful();
  const origins: string[] = [];
  const server = await openServer(world, { cache, version: "bench", shed: false, origins });
  const listening = await server.listen({ port: 0, host: "127.0.0.1" });
  origins.push(listening);
  return listening;
}

/** A cache that keeps nothing; an encoding that is not asked for costs nothing. */
function forgetful(): PageCache {
  return { get: async (_key, _kinds, build) => lazily(await build()) };
}

function lazily({ type, body, filename, status }: Doc): Body {
  const identity = Buffer.from(body);
  return {
    status: status ?? 200,
    type,
    filename,
    identity,
    etag: "",
    get gzip() {
      return gzipSync(identity, { level: 4 });
    },
    get br() {
      return brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    },
  };
}
