// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { localitiesOf } from "#features/places/index.ts";
import { suggestThemes } from "#features/themes/index.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { counterparts } from "./counterparts.ts";
import { entriesOf, poolFor } from "./store-find.ts";
import { grade, gradedPosts, ndcg, type GradedPost } from "./testing-posts.ts";
import { putPost } from "./testing.ts";
import { askOf } from "./wanted.ts";

const others = 2_000;
let t: TestWorld;
let posts: GradedPost[] = [];
const postOf = new Map<string, GradedPost>();
const thingOf = new Map<GradedPost, string>();

before(async () => {
  t = await openTestWorld();
  const localities = await localitiesOf(t.world.read);
  posts = gradedPosts(localities, others);
  await t.world.write.transaction().execute(async (tx) => {
    for (const post of posts) {
      const { side, title, text, type, locality, slots, party, daysOld } = post;
      const themes = (await suggestThemes(t.world.read, `${title}\n${text}`)).map(({ id }) => id);
      const listedAt = new Date(t.clock.now().getTime() - daysOld * 86_400_000);
      const said = { side, title, text, type, locality: locality?.id, slots, party, listedAt, themes };
      const thing = await putPost(tx, t.clock.now(), said);
      postOf.set(thing, post);
      thingOf.set(post, thing);
    }
  });
});
after(() => t.close());

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const gradesOf = (own: GradedPost, things: readonly { thing: string }[]): number[] =>
  things.map(({ thing }) => {
    const other = postOf.get(thing);
    return other ? grade(own, other) : 0;
  });

type Figures = { ndcg: number; recall: number; pool: number; shown: number };

/** nDCG of the first ten; of those of grade 2 and 3, how many are shown at all and how many stand in the pool. */
async function figuresOf(own: GradedPost): Promise<Figures> {
  const { read } = t.world;
  const thing = thingOf.get(own) ?? "";
  const all = posts.map((other) => grade(own, other));
  const many = (grades: readonly number[]): number => grades.filter((each) => each >= 2).length;
  const good = (grades: readonly number[]): number => many(grades) / Math.max(1, many(all));
  const found = gradesOf(own, await counterparts(read, thing, { limit: 100, now: t.clock.now() }));
  const localities = await localitiesOf(read);
  const [described] = await entriesOf(read, [thing], localities);
  assert.ok(described);
  const pool = gradesOf(own, await poolFor(read, askOf(described, localities), localities));
  return { ndcg: ndcg(found, all, 10), recall: good(found), pool: good(pool), shown: found.length };
}

async function meanOf(title: string, some: readonly GradedPost[]): Promise<Figures> {
  const each: Figures[] = [];
  for (const post of some) each.push(await figuresOf(post));
  const of = (key: keyof Figures): number => mean(each.map((figures) => figures[key]));
  const figures = { ndcg: of("ndcg"), recall: of("recall"), pool: of("pool"), shown: of("shown") };
  const said = Object.entries(figures).map(([key, value]) => `${key} ${value.toFixed(3)}`);
  console.log(`${title}: ${some.length} posts among ${others} others: ${said.join(", ")}`);
  return figures;
}

test("posts in words of their own find what they are about among two thousand others", async () => {
  for (const side of ["need", "offer"] as const) {
    const { ndcg: found } = await meanOf(
      `by hand, ${side}`,
      posts.filter((post) => post.byHand && post.side === side),
    );
    assert.ok(found >= 0.5, `${found}`);
  }
});

test("posts in the words that others use find it too", async () => {
  const { ndcg: found } = await meanOf("like others", posts.filter(({ byHand }) => !byHand).slice(0, 80));
  assert.ok(found >= 0.6, `${found}`);
});
