// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { atomFaults, jsonFeedFaults } from "#platform/feeds/testing.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { answer, submit, takeBack } from "./operations.ts";
import { countQueries } from "#platform/db/testing.ts";

let t: TestWorld;
const sent: Record<string, string> = {};
before(async () => {
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
  for (const [title, where, as] of [
    ["Bænk ved søen", "langaa", "karen"],
    ["Bro over åen", "langaa", "karen"],
    ["Cykelsti til skolen", "spentrup", "karen"],
    ["Holdt tilbage", "langaa", undefined],
  ] as const) {
    t.clock.advance(60_000);
    const input = { title, text: `${title} er noget, vi har brug for.`, where, area: "miljoe-og-teknik" };
    sent[title] = String((await t.perform(submit, { ...(as ? { as } : {}), input })).answer.reference);
  }
});
after(() => t.close());

const titlesIn = (json: string): string[] => JSON.parse(json).items.map(({ title }: { title: string }) => title);

test("the list of ideas has an Atom feed and a JSON Feed, right in both languages, and its page says where", async () => {
  for (const prefix of ["", "/en"]) {
    const atom = await t.visitor().get(`${prefix}/ideer/feed.xml`);
    assert.equal(atom.headers["content-type"], "application/atom+xml; charset=utf-8");
    assert.deepEqual(atomFaults(atom.text), []);
    const json = await t.visitor().get(`${prefix}/ideer/feed.json`);
    assert.equal(json.headers["content-type"], "application/feed+json; charset=utf-8");
    assert.deepEqual(jsonFeedFaults(json.text), []);
    const { text } = await t.visitor().get(`${prefix}/ideer?locality=langaa&status=waiting`);
    for (const ending of ["xml", "json"])
      assert.match(
        text,
        new RegExp(`<link rel="alternate" [^>]*href="http://localhost:3000${prefix}/ideer/feed\\.${ending}\\?locality=langaa"`),
      );
  }
});

test("a held idea and one that was taken back stand in no feed, whoever asks", async () => {
  const { answer: made } = await t.perform(submit, {
    as: "karen",
    input: { title: "Fortrudt", text: "Det var nu ikke så godt.", where: "langaa", area: "miljoe-og-teknik" },
  });
  await t.perform(takeBack, { as: "karen", reference: String(made.reference), input: {} });
  for (const client of [t.visitor(), await t.as("karen"), await t.as("lone")])
    assert.deepEqual(titlesIn((await client.get("/ideer/feed.json")).text), ["Cykelsti til skolen", "Bro over åen", "Bænk ved søen"]);
});

test("the feed takes the same choice as the list: a place, a topic", async () => {
  assert.deepEqual(titlesIn((await t.visitor().get("/ideer/feed.json?locality=langaa")).text), ["Bro over åen", "Bænk ved søen"]);
  assert.deepEqual(titlesIn((await t.visitor().get("/ideer/feed.json?theme=findes-ikke")).text), []);
});

test("nothing is sent again until an idea moves; what was answered stands first then", async () => {
  const { headers } = await t.visitor().get("/ideer/feed.xml");
  const again = { "if-none-match": String(headers["etag"]) };
  assert.equal((await t.visitor().get("/ideer/feed.xml", again)).status, 304);
  t.clock.advance(3_600_000);
  await t.perform(answer, {
    as: "signe",
    reference: sent["Bænk ved søen"] ?? "",
    input: { status: "we-do-it", reason: "Ja, den kommer op til foråret." },
  });
  assert.equal((await t.visitor().get("/ideer/feed.xml", again)).status, 200);
  const { text } = await t.visitor().get("/ideer/feed.json");
  assert.deepEqual(titlesIn(text), ["Bænk ved søen", "Cykelsti til skolen", "Bro over åen"]);
  assert.match(text, /Signe i Miljø og Teknik svarer: »Ja, den kommer op til foråret\.«/);
  assert.deepEqual(atomFaults((await t.visitor().get("/ideer/feed.xml")).text), []);
});

test("a feed asks the database at most four times", async () => {
  const karen = await t.as("karen");
  for (const [client, most] of [
    [t.visitor(), 4],
    [karen, 5],
  ] as const) {
    t.world.versions.moved(["idea", "theme"]);
    const asked = await countQueries(t.world.readPool, () => client.get("/ideer/feed.xml?locality=langaa&theme=natur"));
    assert.ok(asked > 1 && asked <= most, `${asked} queries`);
  }
});
