// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestWorld } from "../../../test/test-world.ts";
import { load, seed } from "./seed.ts";

test("in a demo one can step into each of the named people with one press from the log-in page", async () => {
  const t = await openTestWorld();
  const page = await t.visitor().get("/log-ind");
  const named = { karen: "Karen", mehmet: "Mehmet", signe: "Signe", jens: "Jens", ebba: "Ebba", naja: "Naja", ruth: "Ruth", lone: "Lone" };
  for (const [key, name] of Object.entries(named)) {
    assert.match(page.text, new RegExp(`Træd ind som ${name}`));
    const visitor = t.visitor();
    const { _key, _token } = await visitor.open("/log-ind");
    const response = await visitor.post(`/log-ind/som/${key}`, { _key: `${_key}-${key}`, _token });
    assert.match((await visitor.follow(response)).text, new RegExp(`Hej, ${name}`));
  }
  await t.close();
});

test("who is only in the stories cannot be stepped into", async () => {
  const t = await openTestWorld();
  assert.equal((await t.visitor().get("/log-ind/som/tine")).status, 404);
  await t.close();
});

test("each of them has two lines in both languages", async () => {
  const t = await openTestWorld();
  for (const { demo_entry } of await t.world.read
    .selectFrom("people.person")
    .select("demo_entry")
    .where("demo_entry", "is not", null)
    .execute()) {
    assert.match(
      JSON.stringify(demo_entry),
      /"da":\["[^"]+","[^"]+"\].*"en":\["[^"]+","[^"]+"\]|"en":\["[^"]+","[^"]+"\].*"da":\["[^"]+","[^"]+"\]/,
    );
  }
  await t.close();
});

test("a database that was a demo and is one no longer has no such doors, and who was in is out", async () => {
  const demo = await openTestWorld();
  const karen = await demo.as("karen");
  const real = { ...demo.world, config: { ...demo.world.config, demo: false } };
  await load(real);
  assert.equal((await karen.get("/min-side")).status, 403);
  assert.doesNotMatch((await demo.visitor().get("/log-ind")).text, /Træd ind som/);
  assert.equal((await demo.visitor().get("/log-ind/som/karen")).status, 404);
  const visitor = demo.visitor();
  const { _key, _token } = await visitor.open("/log-ind");
  assert.equal((await visitor.post("/log-ind/som/karen", { _key, _token })).status, 404);
  await load(demo.world);
  assert.equal((await karen.get("/min-side")).status, 200);
  await demo.close();
});

test("telling the named people twice tells them once", async () => {
  const t = await openTestWorld();
  const count = async (): Promise<unknown> =>
    (
      await t.world.readPool.query<Record<string, number>>(
        "SELECT (SELECT count(*) FROM people.person) AS a, (SELECT count(*) FROM people.mailbox) AS b, (SELECT count(*) FROM people.membership) AS c, (SELECT count(*) FROM people.role) AS d, (SELECT count(*) FROM people.organisation) AS e",
      )
    ).rows[0];
  const before = await count();
  t.clock.advance(3 * 24 * 60 * 60_000);
  await seed(t.world);
  assert.deepEqual(await count(), before);
  await t.close();
});
