// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import pg from "pg";
import type { Running } from "./load.ts";

const milliseconds = 3_000;
export type Rates = { ours: number; bare: number };

/**
 * Durable writes a second, ours through the JSON door against bare INSERTs on the same PostgreSQL, by turns in this run: over
 * so many connections.
 */
export async function measureWrites(connectionString: string, running: Running, connections: number): Promise<Rates> {
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
    rates.ours += (await rate(() => submit(running.address, agent), connections)) / 2;
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

function submit(base: string, agent: Agent): Promise<void> {
  address += 1;
  const headers = {
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    "x-forwarded-for": `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`,
  };
  const idea = {
    title: `En bænk ved stien ${address}`,
    text: "Der er langt mellem stederne, hvor man kan hvile sig på vejen.",
    where: "langaa",
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${base}/api/v1/ideas`, { method: "POST", agent, headers }, (response) => {
      response.resume().once("end", () => (response.statusCode === 201 ? resolve() : reject(new Error(`answered ${response.statusCode}`))));
    });
    sent.once("error", reject).end(JSON.stringify(idea));
  });
}
