// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { partyKey } from "./entry.ts";
import { privacy } from "./privacy.ts";
import { putEntry } from "./store-put.ts";
import { putPost, type Post } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const put = (post: Post): Promise<string> => t.world.write.transaction().execute((tx) => putPost(tx, t.clock.now(), post));
const postings = async (thing: string): Promise<string[]> =>
  (await t.world.read.selectFrom("matching.posting").select("key").where("thing", "=", thing).orderBy("key").execute()).map(
    ({ key }) => key,
  );
const entry = (thing: string) => t.world.read.selectFrom("matching.entry").selectAll().where("thing", "=", thing).executeTakeFirst();

test("what is open is found by its themes, its type and its words; what is closed by nothing", async () => {
  const themes = [(await t.world.read.selectFrom("themes.theme").select("id").orderBy("id").executeTakeFirstOrThrow()).id];
  const open = await put({ title: "Cykler repareres", themes, type: "skill" });
  assert.deepEqual(await postings(open), [
    "start:cykl",
    "start:repa",
    `theme:${themes[0]}`,
    `theme:${themes[0]}/skill`,
    "type:skill",
    "word:cykl",
    "word:repar",
  ]);
  const shut = await put({ title: "Cykler repareres", listedAt: undefined });
  assert.deepEqual(await postings(shut), []);
});

test("putting it again puts it whole: closed, it is found by nothing any more", async () => {
  const thing = await put({ title: "En trailer", type: "thing", left: 2 });
  const again = { thing, kind: "need", side: "need", type: "thing", themes: [], remote: false, audience: "everyone", contacts: 3 } as const;
  await t.world.write.transaction().execute((tx) => putEntry(tx, again));
  assert.deepEqual(await postings(thing), []);
  const row = await entry(thing);
  assert.deepEqual([row?.contacts, row?.left_over, row?.listed_at], [3, null, null]);
});

test("what cannot be is refused by the database", async () => {
  const refused = (post: Post): Promise<void> => assert.rejects(put(post), /violates check constraint/);
  await refused({ title: "Intet", slots: 0 });
  await refused({ title: "Færre end ingen", left: -1 });
  await refused({ title: "Baglæns", fromDay: "2027-02-02", untilDay: "2027-02-01" });
});

test("who is erased stands behind nothing any more", async () => {
  const person = "0192f000-0000-7000-8000-000000000001";
  const thing = await put({ title: "Jeg læser højt", party: partyKey({ person }) });
  await t.world.write.transaction().execute(async (tx) => {
    for (const { export: rows, erase } of privacy) {
      if (typeof rows === "function") assert.equal((await rows(tx, person)).length, 1);
      if (typeof erase === "function") await erase(tx, person);
    }
  });
  assert.equal((await entry(thing))?.party, null);
});

test("a party has one key: the organisation before the person, a name only where there is nothing else", () => {
  assert.equal(partyKey({ organisation: "o", person: "p", name: "n" }), "organisation:o");
  assert.equal(partyKey({ person: "p", name: "n" }), "person:p");
  assert.equal(partyKey({ name: " Nordlys   Forening" }), "name:nordlys forening");
  assert.equal(partyKey({ name: " " }), undefined);
});
