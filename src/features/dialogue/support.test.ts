// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { systemIds } from "#platform/clock/ids.ts";
import { mutate } from "#platform/operations/mutate.ts";
import { ideaIn } from "../../../test/matrix/stage.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { startFollowing, startSupporting, takeBackSupport } from "./operations.ts";
import { talkOf } from "./store-talk.ts";

let t: TestWorld;
let idea: { id: string; reference: string };
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());
beforeEach(async () => {
  t.clock.advance(60 * 60_000);
  const reference = await ideaIn(t, "public");
  idea = await t.world.read
    .selectFrom("platform.thing")
    .select(["id", "reference"])
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
});

const supports = async (): Promise<number> => (await talkOf(t.world.read, { thing: idea, person: undefined })).supports;

async function linkIn(mailbox: string, path: string): Promise<string> {
  await t.runJobs();
  const mail = (await t.mails()).filter(({ recipient }) => recipient === mailbox).at(-1);
  return new RegExp(`${path}[\\w-]{43}`).exec(mail?.plain ?? "")?.[0] ?? "";
}

test("logged in, one press supports; the idea's page and the list say how many; one more press takes it back", async () => {
  const mehmet = await t.as("mehmet");
  const response = await mehmet.fill(`/stoet/${idea.reference}`, {});
  assert.match((await mehmet.follow(response)).text, /Du støtter »En bænk ved åen«/);
  assert.match((await t.visitor().get(`/ideer/${idea.reference}`)).text, /talk-count"><b>1 <\/b>/);
  assert.match((await t.visitor().get("/ideer")).text, /1 støtter/);
  assert.match((await mehmet.get(`/ideer/${idea.reference}`)).text, /Du støtter med\./);
  const back = await mehmet.fill(`/stoet/${idea.reference}/tag-tilbage`, {});
  assert.match((await mehmet.follow(back)).text, /Du støtter ikke »En bænk ved åen« mere/);
  assert.equal(await supports(), 0);
  assert.match((await t.visitor().get(`/ideer/${idea.reference}`)).text, /Ingen har støttet endnu/);
});

test("who supports can follow in the same press, and is asked afterwards if not", async () => {
  const mehmet = await t.as("mehmet");
  const asked = await mehmet.follow(await mehmet.fill(`/stoet/${idea.reference}`, {}));
  assert.match(asked.text, /Følg den også/);
  const jens = await t.as("jens");
  const both = await jens.follow(await jens.fill(`/stoet/${idea.reference}`, { follow: "on" }));
  assert.doesNotMatch(both.text, /Følg den også/);
  const { supports: all, followers } = await talkOf(t.world.read, { thing: idea, person: undefined });
  assert.deepEqual([all, followers], [2, 2], "Karen follows her own idea");
});

test("without an account the mailbox says yes first, counts once, and can take it back from the same mail", async () => {
  const visitor = t.visitor();
  await visitor.fill(`/stoet/${idea.reference}`, { email: "Nabo@Example.dk" });
  const yes = await linkIn("nabo@example.dk", "/stoet/ja/");
  const no = await linkIn("nabo@example.dk", "/stoet/nej/");
  assert.equal(await supports(), 0, "nobody counts before the yes");
  await visitor.get(yes);
  assert.equal(await supports(), 0, "looking is not saying yes");
  const done = await visitor.follow(await visitor.fill(yes, { follow: "on" }));
  assert.match(done.text, /Du støtter »En bænk ved åen«/);
  assert.equal(await supports(), 1);
  await t.visitor().fill(`/stoet/${idea.reference}`, { email: "nabo@example.dk" });
  await visitor.fill(await linkIn("nabo@example.dk", "/stoet/ja/"), {});
  assert.equal(await supports(), 1, "the same mailbox counts once");
  await t.visitor().fill(no, {});
  const { supports: left, followers } = await talkOf(t.world.read, { thing: idea, person: undefined });
  assert.deepEqual([left, followers], [0, 2], "whoever takes it back still follows");
});

test("red control: a link that follows does not support, and the other way round", async () => {
  await t.visitor().fill(`/foelg/${idea.reference}`, { email: "bytter@example.dk" });
  const token = (await linkIn("bytter@example.dk", "/foelg/ja/")).split("/").at(-1) ?? "";
  assert.match((await t.visitor().get(`/stoet/ja/${token}`)).text, /Linket virker ikke mere/);
});

test("what is taken back cannot be supported, and what cannot be supported is not there", async () => {
  const gone = await ideaIn(t, "withdrawn");
  assert.equal((await (await t.as("mehmet")).get(`/stoet/${gone}`)).status, 404);
});

test("nobody sees who supports: neither page nor data name anybody", async () => {
  await t.perform(startSupporting, { as: "mehmet", reference: idea.reference, input: {} });
  const data = await t.visitor().json("GET", `/api/v1/ideas/${idea.reference}`);
  const page = await t.visitor().get(`/ideer/${idea.reference}`);
  assert.doesNotMatch(data.text + page.text, /Mehmet/);
  assert.match(data.text, /"supports":1/);
});

test("X37 fifty presses of one person at the same moment count once, those of fifty persons fifty times", async () => {
  const at = { reference: idea.reference, lang: "da" as const, input: {} };
  const mehmet = await t.actor("mehmet");
  await Promise.all(Array.from({ length: 50 }, () => mutate(t.world, startSupporting, { ...at, actor: mehmet, key: systemIds.uuid() })));
  assert.equal(await supports(), 1);
  const persons = await Promise.all(
    Array.from({ length: 50 }, async (_, number) => {
      const id = systemIds.uuid();
      const name = `Nabo ${number}`;
      await t.world.write.insertInto("people.person").values({ id, name, created_at: t.clock.now() }).execute();
      return { kind: "person" as const, browser: name, person: { id, name, demo: undefined }, roles: [] };
    }),
  );
  const press = (operation: typeof startSupporting) =>
    Promise.all(persons.flatMap((actor) => [1, 2].map(() => mutate(t.world, operation, { ...at, actor, key: systemIds.uuid() }))));
  await press(startSupporting);
  assert.equal(await supports(), 51);
  await Promise.all([press(takeBackSupport), press(startFollowing)]);
  assert.equal(await supports(), 1, "Mehmet's stands");
});
