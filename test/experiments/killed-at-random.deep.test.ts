// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { dropDatabase, makeDatabase } from "../test-database.ts";
import { openTestWorld, type TestWorld } from "../test-world.ts";
import { startProcess, type Process } from "./process.ts";

const kills = Number(process.env["X2_KILLS"] ?? 50);
const seed = Number(process.env["X2_SEED"] ?? 20_261_123);

let t: TestWorld;
let url: string;
let pool: pg.Pool;
let folder: string;
before(async () => {
  t = await openTestWorld();
  await t.world.close();
  url = await makeDatabase(t.connectionString);
  pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", () => {});
  folder = mkdtempSync(join(tmpdir(), "medborger-x2-"));
});
after(async () => {
  await pool.end();
  await dropDatabase(url);
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The same numbers for the same seed (Lehmer). */
function numbers(from: number): () => number {
  let state = from % 2_147_483_647;
  return () => (state = (state * 48_271) % 2_147_483_647);
}

/** What the writers and the one who kills know of each other. */
type Work = { server: Process; done: boolean; references: string[]; until: number; reached(): void };

/** Sends one idea after the other, each with its own key, until the work is done. */
async function write(work: Work, person: number): Promise<void> {
  for (let at = 0; ; at += 1) {
    const reference = await sendUntilAnswered(work, {
      key: randomUUID(),
      from: `10.${person}.${(at >> 8) & 255}.${at & 255}`,
      title: `Idé ${person}-${at} til stien`,
    });
    if (reference === undefined) return;
    work.references.push(reference);
    if (work.references.length >= work.until) work.reached();
  }
}

/** The same key again until somebody answers: what a form does when the line breaks. Out: the reference; undefined when all is done. */
async function sendUntilAnswered(work: Work, idea: { key: string; from: string; title: string }): Promise<string | undefined> {
  while (!work.done) {
    const { server } = work;
    try {
      const reply = await fetch(`${server.address}/api/v1/ideas`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": idea.key, "x-forwarded-for": idea.from },
        body: JSON.stringify({ title: idea.title, text: "En bænk ville gøre turen langs åen lettere for mange.", where: "langaa" }),
      });
      const body: unknown = await reply.json();
      if (reply.ok) return String(Reflect.get(Object(body), "reference"));
      if (reply.status !== 503) assert.fail(`${reply.status} ${JSON.stringify(body)}`);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      await server.ended;
      while (work.server === server && !work.done) await new Promise((later) => setImmediate(later));
    }
  }
  return undefined;
}

/** Kills and starts again, each time after a few more answers and somewhere in the work on the next ones. */
async function killAgainAndAgain(work: Work): Promise<void> {
  const next = numbers(seed);
  for (let kill = 0; kill < kills && !work.done; kill += 1) {
    const reached = new Promise<void>((resolve) => {
      work.reached = resolve;
      work.until = work.references.length + 1 + (next() % 12);
    });
    await reached;
    for (let turn = next() % 300; turn > 0; turn -= 1) await new Promise((later) => setImmediate(later));
    await work.server.kill();
    work.server = await startProcess(url, folder, { role: "web" });
  }
}

test(`X2 killed ${kills} times while four people write: nothing acknowledged is lost, nothing comes twice, nothing is left alone`, async () => {
  const work: Work = { server: await startProcess(url, folder, { role: "web" }), done: false, references: [], until: 0, reached: () => {} };
  const writers = Promise.all([1, 2, 3, 4].map((person) => write(work, person)));
  const killing = killAgainAndAgain(work);
  try {
    await Promise.race([killing, writers]);
    work.done = true;
    await writers;
  } finally {
    work.done = true;
    work.reached();
    await Promise.allSettled([killing, writers]);
    await work.server.kill();
  }
  const acknowledged = work.references.length;
  const references = new Set(work.references);
  const count = async (sql: string): Promise<number> => (await pool.query<{ count: number }>(sql)).rows[0]?.count ?? -1;
  const things = await count("SELECT count(*)::int AS count FROM platform.thing");
  console.log(`X2 seed ${seed}: ${kills} kills, ${acknowledged} acknowledged, ${things} kept`);
  assert.equal(references.size, acknowledged, "no two answers named the same idea");
  const kept = await count(`SELECT count(*)::int AS count FROM platform.thing WHERE reference = ANY('{${[...references].join(",")}}')`);
  assert.equal(kept, acknowledged, "0 lost");
  assert.ok(things - acknowledged <= 4, "at most the four that were under way when it ended are kept without an answer");
  assert.equal(
    await count("SELECT count(*)::int AS count FROM (SELECT title FROM ideas.idea GROUP BY title HAVING count(*) > 1) twice"),
    0,
    "0 doubled",
  );
  assert.equal(
    await count("SELECT count(*)::int AS count FROM platform.audit WHERE operation = 'ideas.submit'"),
    things,
    "one audit entry each",
  );
  assert.equal(await count("SELECT count(*)::int AS count FROM platform.event WHERE name = 'ideas.submitted'"), things, "one event each");
  assert.equal(
    await count("SELECT count(*)::int AS count FROM platform.thing t WHERE NOT EXISTS (SELECT FROM ideas.idea i WHERE i.id = t.id)"),
    0,
    "0 orphans",
  );
  assert.equal(await count("SELECT count(*)::int AS count FROM graphile_worker._private_jobs"), things, "one job each");
});
