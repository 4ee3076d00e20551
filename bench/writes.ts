// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import pg from "pg";
import type { Running } from "./load.ts";

const milliseconds = 3_000;
export type Rates = { ours: number; bare: number };

/** One write of ours through the JSON door: where, what, and as whom. */
export type Write = () => { path: string; body: Record<string, string>; cookie?: string };

/** Somebody sends an idea. */
export const anIdea: Write = () => ({
  path: "/api/v1/ideas",
  body: { title: `En bænk ved stien ${address}`, text: "Der er langt mellem stederne, hvor man kan hvile sig på vejen.", where: "langaa" },
});

/** Somebody answers one post after the other, each once. In: the posts, and who. */
export function anIntroduction(posts: readonly string[], sessions: readonly string[]): Write {
  let n = 0;
  return () => {
    const at = n;
    n += 1;
    const reference = posts[at % posts.length] ?? "";
    const session = sessions[Math.floor(at / posts.length) % sessions.length] ?? "";
    return {
      path: `/api/v1/posts/${reference}/introductions`,
      body: { greeting: "Hej. Det kan jeg godt hjælpe med, når det passer jer.", shareEmail: "on" },
      cookie: `session=${session}`,
    };
  };
}

/**
 * Durable writes a second, ours through the JSON door against bare INSERTs on the same PostgreSQL, by turns in this run: over
 * so many connections.
 */
export async function measureWrites(
  connectionString: string,
  running: Running,
  connections: number,
  write: Write = anIdea,
): Promise<Rates> {
  const pool = new pg.Pool({ connectionString, max: connections });
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  await pool.query(
    "CREATE TABLE IF NOT EXISTS public.bench (id uuid PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), text text NOT NULL)",
  );
  const bare = () =>
    pool.query({ name: "bare", text: "INSERT INTO public.bench (id, text) VALUES ($1, $2)", values: [randomUUID(), "x".repeat(200)] });
  const rates = { ours: 0, bare: 0 };
  for (let turn = 0; turn < 2; turn += 1) {
    rates.bare += (await rate(bare, connections)) / 2;
    rates.ours += (await rate(() => submit(running.address, agent, write), connections)) / 2;
  }
  agent.destroy();
  await pool.end();
  return rates;
}

/** How often a second, over so many connections. */
async function rate(work: () => Promise<unknown>, connections: number): Promise<number> {
  const begun = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < begun + milliseconds) {
        await work();
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - begun);
}

let address = 0;

function submit(base: string, agent: Agent, write: Write): Promise<void> {
  address += 1;
  const { path, body, cookie } = write();
  const headers = {
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    "x-forwarded-for": `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`,
    ...(cookie === undefined ? {} : { cookie }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${base}${path}`, { method: "POST", agent, headers }, (response) => {
      response.resume().once("end", () => (response.statusCode === 201 ? resolve() : reject(new Error(`answered ${response.statusCode}`))));
    });
    sent.once("error", reject).end(JSON.stringify(body));
  });
}
