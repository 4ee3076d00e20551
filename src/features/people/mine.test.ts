// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { systemIds } from "#platform/clock/ids.ts";
import { addThing, withdrawThing } from "#platform/db/things.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { mineOf } from "./mine-store.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const idOf = async (key: string): Promise<string> =>
  (await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", key).executeTakeFirstOrThrow()).id;

async function thing(title: string, { owner, visibility = "public" }: { owner: string; visibility?: "public" | "held" }): Promise<string> {
  const id = systemIds.uuid();
  await t.world.write.transaction().execute((tx) =>
    addThing(tx, {
      id,
      kind: "note",
      letter: "N",
      visibility,
      ownerPerson: owner,
      locality: undefined,
      area: undefined,
      themes: [],
      title,
      body: "",
      now: t.clock.now(),
      year: 2026,
    }),
  );
  return id;
}

test("my page has what I sent whatever its state, and what I follow of others as long as it is public", async () => {
  const [karen, mehmet] = [await idOf("karen"), await idOf("mehmet")];
  await thing("Min offentlige", { owner: karen });
  await thing("Min der venter", { owner: karen, visibility: "held" });
  const gone = await thing("Min tilbagetrukne", { owner: karen });
  const followed = await thing("Mehmets", { owner: mehmet });
  const hidden = await thing("Mehmets trukket tilbage", { owner: mehmet });
  await t.world.write.transaction().execute(async (tx) => {
    await withdrawThing(tx, gone, t.clock.now());
    await tx
      .insertInto("dialogue.follow")
      .values([followed, hidden].map((one) => ({ thing: one, person: karen, since: t.clock.now() })))
      .execute();
    await withdrawThing(tx, hidden, t.clock.now());
  });
  const mine = await mineOf(t.world.read, karen, { today: "2026-11-23", lang: "da" });
  assert.deepEqual(mine.things.map(({ title }) => title).toSorted(), ["Min der venter", "Min offentlige", "Min tilbagetrukne"]);
  assert.deepEqual(
    mine.follows.map(({ title }) => title),
    ["Mehmets"],
  );
  const page = await (await t.as("karen")).get("/min-side");
  assert.match(page.text, /Min der venter[^]*Venter på, at vi har læst den/);
  assert.match(page.text, /Min tilbagetrukne[^]*Trukket tilbage/);
});

test("my page is mine alone: nobody else's things, and none without logging in", async () => {
  await thing("Kun Karens", { owner: await idOf("karen"), visibility: "held" });
  assert.doesNotMatch((await (await t.as("ruth")).get("/min-side")).text, /Kun Karens/);
  assert.equal((await t.visitor().get("/min-side")).status, 403);
});

test("a membership counts from its first to its last day", async () => {
  const [ebba, { id: organisation, name }] = [
    await idOf("ebba"),
    await t.world.read.selectFrom("people.organisation").select(["id", "name"]).orderBy("slug").executeTakeFirstOrThrow(),
  ];
  await t.world.write.deleteFrom("people.membership").where("person", "=", ebba).execute();
  await t.world.write
    .insertInto("people.membership")
    .values({ person: ebba, organisation, part: "member", from_day: "2026-03-01", until_day: "2026-03-31" })
    .execute();
  const on = async (today: string) => (await mineOf(t.world.read, ebba, { today, lang: "da" })).organisations.map((one) => one.name);
  assert.deepEqual(
    [await on("2026-02-28"), await on("2026-03-01"), await on("2026-03-31"), await on("2026-04-01")],
    [[], [name], [name], []],
  );
});

test("a name that is changed is the name on the next page, and a name with a CPR number is refused", async () => {
  const karen = await t.as("karen");
  const refused = await karen.fill("/min-side/navn", { name: "Karen 010190-1234" });
  assert.equal(refused.status, 422);
  const response = await karen.fill("/min-side/navn", { name: "  Karen  Holm-Sørensen " });
  assert.match((await karen.follow(response)).text, /Karen {1,2}Holm-Sørensen/);
  await karen.fill("/min-side/navn", { name: "Karen Holm" });
});

test("the same pages in English", async () => {
  const karen = await t.as("karen");
  assert.match((await karen.get("/en/min-side")).text, /Hello, Karen/);
  assert.match((await t.visitor().get("/en/log-ind")).text, /Send me a mail/);
  const visitor = t.visitor();
  assert.equal((await visitor.fill("/en/log-ind", { email: "karen@example.dk" })).location, "/en/log-ind/kode");
  await t.runJobs();
  assert.match((await t.mails()).at(-1)?.subject ?? "", /^Your code is \d{3} \d{3}$/);
});
