// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { system } from "#platform/auth/actor.ts";
import { ask } from "#platform/operations/ask.ts";
import { list, map, matches } from "#features/exchange/queries.ts";
import { fillWithPosts } from "../../bench/fill-posts.ts";
import { openTestWorld, type TestWorld } from "../test-world.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const choices: Record<string, Record<string, string>> = {
  "the newest": {},
  "of a kind": { kind: "need" },
  "of a type": { type: "transport" },
  "of a theme": { theme: "kultur" },
  "near a village": { locality: "langaa", km: "10" },
  "on a weekday evening": { day: "thu", part: "evening" },
  "by a kind of party": { party: "local-council" },
  "from home": { home: "1" },
  "with a common word": { q: "opslag" },
  "with a rare word": { q: "humlebi" },
  "with several things chosen": { kind: "offer", type: "space", locality: "langaa", km: "20", day: "tue" },
};

const turns = 5;
/** As many hits of a word as the list looks at (`rareCap`), and one to see that there are more. */
const hitsRead = 2_001;

/** Pages of the database that were looked at while something was done: an amount, whatever else the machine does. */
async function pagesFor(work: () => Promise<unknown>): Promise<number> {
  const read = async (): Promise<number> => {
    await sql`SELECT pg_stat_force_next_flush()`.execute(t.world.read);
    const { rows } = await sql<{ pages: string }>`
      SELECT sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit, 0) + coalesce(idx_blks_read, 0)) AS pages FROM pg_statio_user_tables`.execute(
      t.world.write,
    );
    return Number(rows[0]?.pages ?? 0);
  };
  await work();
  const before = await read();
  for (let turn = 0; turn < turns; turn += 1) await work();
  return (await read()) - before;
}

const asked = { actor: system, lang: "da" as const };

/** Each choice of the list, and the map. */
async function listing(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const [what, input] of Object.entries(choices)) found.set(what, await pagesFor(() => ask(t.world, list, { ...asked, input })));
  return found.set("the map", await pagesFor(() => ask(t.world, map, { ...asked, input: {} })));
}

/** The counterparts of five posts that were there from the first. */
async function matching(): Promise<number> {
  const { rows } = await t.world.readPool.query<{ reference: string }>(
    "SELECT thing.reference FROM platform.external JOIN platform.thing ON thing.id = external.thing WHERE external_id IN ('b100', 'b201', 'b333', 'b404', 'b510')",
  );
  assert.equal(rows.length, 5);
  return pagesFor(async () => {
    for (const { reference } of rows) {
      const { items } = await ask(t.world, matches, { ...asked, input: { limit: "20" }, reference });
      assert.ok(items.length > 0);
    }
  });
}

test("with many posts the list, its filters and the counterparts look at no more than three times as much of the database", async () => {
  assert.equal(await fillWithPosts(t.world, 2_000), 2_000);
  const few = await matching();
  assert.equal(await fillWithPosts(t.world, 10_000), 8_000, "what was brought in before comes in once");
  const more = await matching();
  console.log(`counterparts: ${few} pages among 2,000, ${more} among 10,000, ${(more / few).toFixed(2)}×`);
  const before = await listing();
  await fillWithPosts(t.world, 30_000);
  const many = await matching();
  console.log(`counterparts: ${many} pages among 30,000, ${(many / few).toFixed(2)}×`);
  const ratios = [...(await listing())].map(([what, pages]) => ({ what, pages, was: before.get(what) ?? 0 }));
  for (const { what, pages, was } of ratios)
    console.log(`${what}: ${was} pages among 10,000, ${pages} among 30,000, ${(pages / was).toFixed(2)}×`);
  assert.ok(more <= 3 * few && many <= 3 * few, "counterparts");
  // A word is looked up in at most so many hits, however many there are: bounded, but not flat below that.
  for (const { what, pages, was } of ratios) assert.ok(what.includes("word") ? pages / turns <= 4 * hitsRead : pages <= 3 * was, what);
});
