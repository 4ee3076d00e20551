// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { dropDatabase, makeDatabase } from "../test-database.ts";
import { startProcess, type Process } from "./process.ts";

/** One write through the JSON door: where and what. The SQL finds `reference`, and `who` may do it; without, anybody may. */
export type Scenario = { name: string; url: string; body: Record<string, unknown>; find?: string };

export const failpoints = ["before-conclusion", "before-commit", "after-commit"] as const;

const waiting = `FROM platform.thing t JOIN ideas.idea i ON i.id = t.id JOIN places.area a ON a.id = t.area JOIN people.person p ON p.id = a.contact_person
  WHERE t.visibility = 'public' AND t.withdrawn_at IS NULL AND NOT EXISTS (SELECT FROM ideas.answer x WHERE x.idea = i.id)`;
const unanswered = `SELECT t.reference, p.demo_key AS who ${waiting} AND a.slug <> 'boern-og-skole' ORDER BY 1 LIMIT 1`;
const unseen = `SELECT t.reference, p.demo_key AS who ${waiting} AND NOT EXISTS (SELECT FROM ideas.acknowledgement k WHERE k.idea = i.id) ORDER BY 1 LIMIT 1`;

/** Every operation with a JSON door, with an input that succeeds in the demo world. */
export const scenarios: Scenario[] = [
  {
    name: "ideas.submit",
    url: "/ideas",
    body: { title: "En bænk ved åen", text: "Der er langt mellem bænkene på stien langs åen.", where: "langaa", email: "ny@example.dk" },
  },
  {
    name: "ideas.answer",
    url: "/ideas/:reference/answers",
    find: unanswered,
    body: { status: "we-do-it", reason: "Ja, vi sætter bænken op i april, når jorden er tør." },
  },
  { name: "ideas.hand-over", url: "/ideas/:reference/hand-over", find: unanswered, body: { area: "boern-og-skole" } },
  { name: "ideas.acknowledge", url: "/ideas/:reference/acknowledgement", find: unseen, body: {} },
];

/** The database of one cell, and how it is looked at from outside. */
type Cell = { url: string; pool: pg.Pool; folder: string; reference: string; cookie: string };

async function openCell(template: string, scenario: Scenario): Promise<Cell> {
  const url = await makeDatabase(template);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", () => {});
  const found = scenario.find ? (await pool.query<{ reference: string; who: string }>(scenario.find)).rows[0] : { reference: "", who: "" };
  assert.ok(found, `${scenario.name}: the demo world has nothing to try it on`);
  return {
    url,
    pool,
    folder: mkdtempSync(join(tmpdir(), "medborger-x1-")),
    reference: found.reference,
    cookie: found.who ? `session=${await logIn(pool, found.who)}` : "",
  };
}

async function closeCell({ url, pool, folder }: Cell): Promise<void> {
  await pool.end();
  await dropDatabase(url);
  rmSync(folder, { recursive: true, force: true });
}

export async function logIn(pool: pg.Pool, key: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await pool.query(
    "INSERT INTO platform.session (token_hash, person, created_at, expires_at) SELECT $1, id, now(), now() + interval '12 hours' FROM people.person WHERE demo_key = $2",
    [createHash("sha256").update(token).digest(), key],
  );
  return token;
}

const send = async (server: Process, cell: Cell, scenario: Scenario, key: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${server.address}/api/v1${scenario.url.replace(":reference", cell.reference)}`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key, ...(cell.cookie ? { cookie: cell.cookie } : {}) },
    body: JSON.stringify(scenario.body),
  });
  return { status: response.status, text: await response.text() };
};

/** Rows of every table of ours and of the job queue. */
async function counts(pool: pg.Pool): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public') AND (schemaname <> 'graphile_worker' OR tablename = '_private_jobs')",
  );
  const found = new Map<string, number>();
  for (const { name } of rows)
    found.set(name, (await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`)).rows[0]?.count ?? 0);
  return found;
}

const difference = (before: Map<string, number>, after: Map<string, number>): Record<string, number> =>
  Object.fromEntries([...after].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const).filter(([, rows]) => rows !== 0));

/** What the operation writes when nothing goes wrong. */
export async function cleanEffect(template: string, scenario: Scenario): Promise<Record<string, number>> {
  const cell = await openCell(template, scenario);
  const server = await startProcess(cell.url, cell.folder, { role: "web" });
  try {
    const before = await counts(cell.pool);
    const reply = await send(server, cell, scenario, randomUUID());
    assert.equal(reply.status, 201, `${scenario.name}: ${reply.text}`);
    return difference(before, await counts(cell.pool));
  } finally {
    await server.kill();
    await closeCell(cell);
  }
}

/** The server dies at the failpoint, starts again, and the client sends the same again, twice. Out: what was written in all. */
export async function effectWithKill(template: string, scenario: Scenario, failpoint: string): Promise<Record<string, number>> {
  const cell = await openCell(template, scenario);
  const key = randomUUID();
  try {
    const before = await counts(cell.pool);
    const first = await startProcess(cell.url, cell.folder, { role: "web", failpoint });
    await first.arm();
    await assert.rejects(send(first, cell, scenario, key), Error, "the server should have died");
    assert.equal(await first.ended, "SIGKILL");
    const second = await startProcess(cell.url, cell.folder, { role: "web" });
    try {
      const [retry, again] = [await send(second, cell, scenario, key), await send(second, cell, scenario, key)];
      assert.ok(retry.status === 200 || retry.status === 201, `${scenario.name} at ${failpoint}: ${retry.status} ${retry.text}`);
      assert.equal(again.text, retry.text, "the same key gives the same answer, letter for letter");
      return difference(before, await counts(cell.pool));
    } finally {
      await second.kill();
    }
  } finally {
    await closeCell(cell);
  }
}
