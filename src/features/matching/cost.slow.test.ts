// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import { localitiesOf } from "#features/places/index.ts";
import { suggestThemes } from "#features/themes/index.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { entriesOf, statementFor } from "./store-find.ts";
import { gradedPosts } from "./testing-posts.ts";
import { putMany, type Post } from "./testing.ts";
import { askOf } from "./wanted.ts";
import { caps } from "./weights.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

/** As PostgreSQL reports a plan: what each step read and gave, with the steps below it. */
const Step = z.looseObject({
  "Actual Rows": z.number(),
  "Actual Loops": z.number(),
  "Shared Hit Blocks": z.number(),
  "Shared Read Blocks": z.number(),
  get Plans() {
    return z.array(Step).optional();
  },
});
type Step = z.infer<typeof Step>;
const Plan = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.looseObject({ Plan: Step })]) })]);

type Cost = { rows: number; buffers: number };

async function fill(many: number): Promise<void> {
  const localities = await localitiesOf(t.world.read);
  const posts: Post[] = [];
  for (const { side, title, text, type, locality, slots, party, daysOld } of gradedPosts(localities, many, many)) {
    const themes = (await suggestThemes(t.world.read, `${title}\n${text}`)).map(({ id }) => id);
    posts.push({
      side,
      title,
      text,
      type,
      locality: locality?.id,
      slots,
      party,
      themes,
      listedAt: new Date(t.clock.now().getTime() - daysOld * 86_400_000),
    });
  }
  await t.world.write.transaction().execute(async (tx) => {
    await sql`DELETE FROM platform.thing WHERE kind IN ('offer', 'need')`.execute(tx);
    for (let at = 0; at < posts.length; at += 2_000) await putMany(tx, t.clock.now(), posts.slice(at, at + 2_000), at);
  });
  for (const table of ["platform.thing", "platform.search_document", "matching.entry", "matching.posting"]) {
    await t.world.writePool.query(`VACUUM ANALYZE ${table}`);
  }
}

/** Rows that the tables and indexes gave, and pages that were looked at. */
const costOf = (step: Step): Cost => ({ rows: rowsFrom(step), buffers: step["Shared Hit Blocks"] + step["Shared Read Blocks"] });
const rowsFrom = ({ Plans: below = [], ...step }: Step): number =>
  below.length === 0 ? step["Actual Rows"] * step["Actual Loops"] : below.reduce((sum, each) => sum + rowsFrom(each), 0);

/** What the search for the counterparts of a post costs, in the middle of forty posts. Fails where more than the cap comes out. */
async function costAmong(many: number): Promise<Cost> {
  await fill(many);
  const { read } = t.world;
  const localities = await localitiesOf(read);
  const some = await read.selectFrom("matching.entry").select("thing").orderBy("thing").limit(40).execute();
  const own = await entriesOf(
    read,
    some.map(({ thing }) => thing),
    localities,
  );
  const costs: Cost[] = [];
  for (const each of own) {
    const { rows } = await sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statementFor(askOf(each, localities))}`.execute(read);
    const [
      {
        "QUERY PLAN": [{ Plan: plan }],
      },
    ] = Plan.parse(rows);
    assert.ok(plan["Actual Rows"] <= caps.pool, `${plan["Actual Rows"]} came out`);
    costs.push(costOf(plan));
  }
  const sum = (key: keyof Cost): number => Math.round(costs.reduce((all, cost) => all + cost[key], 0) / costs.length);
  const cost = { rows: sum("rows"), buffers: sum("buffers") };
  console.log(`counterparts among ${many} posts: ${cost.rows} rows, ${cost.buffers} pages`);
  return cost;
}

test("what it costs to find counterparts does not grow with the posts there are", async () => {
  const [few, many] = [await costAmong(2_000), await costAmong(20_000)];
  assert.ok(few.rows > 100 && few.buffers > 100, "something was read");
  assert.ok(many.rows <= 3 * few.rows, `${few.rows} rows became ${many.rows}`);
  assert.ok(many.buffers <= 3 * few.buffers, `${few.buffers} pages became ${many.buffers}`);
});
