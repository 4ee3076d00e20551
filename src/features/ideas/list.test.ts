// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { z } from "zod";
import { countQueries } from "#platform/db/testing.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { answer, submit, takeBack } from "./operations.ts";
import { readOn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  // Without names for statements their number can be counted.
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
  for (const [title, where] of [
    ["Bænk ved søen", "langaa"],
    ["Bro over åen", "langaa"],
    ["Cykelsti til skolen", "spentrup"],
  ] as const)
    await send(title, where);
});
after(() => t.close());

async function send(title: string, where = "hele-kommunen"): Promise<string> {
  t.clock.advance(60_000);
  const { answer: made } = await t.perform(submit, {
    as: "karen",
    input: { title, text: `${title} er noget, vi har brug for.`, where, area: "miljoe-og-teknik" },
  });
  return String(made.reference);
}

const titles = async (query: string): Promise<string[]> => {
  const { text } = await t.visitor().get(`/ideer${query}`);
  return [...text.matchAll(/item-title"><a href="[^"]*">([^<]*)</g)].map((match) => match[1] ?? "");
};

test("the list shows the newest first", async () => {
  assert.deepEqual(await titles(""), ["Cykelsti til skolen", "Bro over åen", "Bænk ved søen"]);
});

test("one can choose a place, a status, a topic and words, also inflected ones", async () => {
  assert.deepEqual(await titles("?locality=langaa"), ["Bro over åen", "Bænk ved søen"]);
  assert.deepEqual(await titles("?q=b%C3%A6nke"), ["Bænk ved søen"]);
  assert.deepEqual(await titles("?status=we-do-it"), []);
  assert.deepEqual(await titles("?theme=findes-ikke"), []);
  assert.match(readOn((await t.visitor().get("/ideer?q=raket")).text), /Vi fandt ingen idéer/);
});

test("what an address says wrongly is as if it were not said", async () => {
  const long = "x".repeat(500);
  assert.equal((await t.visitor().get(`/ideer?q=${long}&status=hej&status=we-do-it&theme=%00&after=';drop`)).status, 200);
});

test("the counts follow the choice, and how far each idea is follows its answer", async () => {
  const reference = await send("Lys på stien", "langaa");
  await t.perform(answer, { as: "signe", reference, input: { status: "we-do-it", reason: "Ja, vi sætter lys op." } });
  const page = readOn((await t.visitor().get("/ideer")).text);
  assert.match(page, /4 idéer fra hele kommunen\. Én har fået svar\. 3 venter, og datoen står ved hver af dem\./);
  assert.match(page, /Venter på svar 3 Vi undersøger 0 Vi gør det 1/);
  assert.match(readOn((await t.visitor().get("/ideer?locality=spentrup")).text), /Venter på svar 1 .* Vi gør det 0/);
  assert.deepEqual(await titles("?status=we-do-it&status=waiting&locality=langaa"), ["Lys på stien", "Bro over åen", "Bænk ved søen"]);
});

test("a change is seen at once by a visitor who has just seen the list", async () => {
  const visitor = t.visitor();
  assert.equal((await titles("")).length, 4);
  const reference = await send("Kun et øjeblik");
  assert.match((await visitor.get("/ideer")).text, /Kun et øjeblik/);
  await t.perform(takeBack, { as: "karen", input: {}, reference });
  assert.doesNotMatch((await visitor.get("/ideer")).text, /Kun et øjeblik/);
  assert.equal((await visitor.get(`/ideer/${reference}`)).status, 404);
});

test("pages follow on each other without a gap, also when a new idea comes in between", async () => {
  for (let number = 0; number < 40; number += 1) await send(`Nummer ${number}`);
  const seen: string[] = [];
  for (let address: string | undefined = ""; address !== undefined;) {
    const { text } = await t.visitor().get(`/ideer${address}`);
    seen.push(...[...text.matchAll(/item-title"><a href="[^"]*">([^<]*)</g)].map((match) => match[1] ?? ""));
    address = /href="\/ideer(\?[^"]*)" rel="next"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    if (seen.length === 20) await send("Kom ind imellem");
  }
  assert.equal(seen.length, 44);
  assert.equal(new Set(seen).size, 44);
});

test("the list takes at most four queries, an idea at most seven, one more when logged in", async () => {
  const [newest] = await t.world.read
    .selectFrom("platform.thing")
    .select("reference")
    .where("kind", "=", "idea")
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
  const karen = await t.as("karen");
  const count = (work: () => Promise<{ status: number }>) =>
    countQueries(t.world.readPool, async () => assert.equal((await work()).status, 200));
  const list = await count(() => t.visitor().get("/ideer?locality=langaa&q=lys"));
  const idea = await count(() => t.visitor().get(`/ideer/${newest?.reference}`));
  const own = await count(() => karen.get(`/ideer/${newest?.reference}`));
  assert.ok(list >= 2 && list <= 4, `list: ${list}`);
  assert.ok(idea >= 2 && idea <= 7, `idea: ${idea}`);
  // Who is at the door as well; what is kept for all was read by the visitor before.
  assert.ok(own >= 3 && own <= 8, `logged in: ${own}`);
});

test("the same as data, without what only the inbox may know", async () => {
  const found = z
    .object({ ideas: z.array(z.looseObject({ reference: z.string() })) })
    .parse((await t.visitor().json("GET", "/api/v1/ideas?locality=langaa")).body);
  const [newest] = found.ideas;
  const fields = [
    "acknowledged",
    "dueBy",
    "halfDone",
    "listedAt",
    "localityName",
    "onBehalf",
    "onBehalfKind",
    "partOf",
    "pattern",
    "reference",
    "shownName",
    "standing",
    "status",
    "supports",
    "text",
    "title",
  ];
  assert.deepEqual(Object.keys(newest ?? {}).toSorted(), fields);
  const detail = await t.visitor().json("GET", `/api/v1/ideas/${newest?.reference}`);
  assert.equal(detail.status, 200);
  assert.doesNotMatch(detail.text, /"phone"|"hasMailbox"|"refusedReason":"|@example/);
});

test("a word that very many ideas have is counted as exactly within a choice as a rare one", async () => {
  // Too many to sort them all; those of the chosen place are not among the first that are found.
  await t.world.writePool.query(`
    WITH made AS (SELECT gen_random_uuid() AS id, g, now() - g * interval '1 minute' AS at FROM generate_series(1, 2200) g),
      thing AS (
        INSERT INTO platform.thing (id, kind, reference, visibility, locality, area, created_at, published_at)
        SELECT made.id, 'idea', 'I-2019-' || lpad(g::text, 4, '0'), 'public', locality.id, area.id, at, at FROM made
        JOIN places.locality ON locality.slug = CASE WHEN g > 2170 THEN 'gassum' ELSE 'hald' END
        JOIN places.area ON area.slug = 'miljoe-og-teknik' ORDER BY g RETURNING id, created_at, reference
      ), idea AS (
        INSERT INTO ideas.idea (id, title, text, submitted_at, look_by, acknowledge_by, answer_by, due_by, listed_at)
        SELECT id, 'Skraldespand ' || reference, 'Her flyder det.', created_at, created_at::date, created_at::date, created_at::date, created_at::date, created_at FROM thing
      )
    INSERT INTO platform.search_document (thing, title, body) SELECT id, 'Skraldespand', 'Her flyder det.' FROM thing ORDER BY reference`);
  t.world.versions.moved(["idea"]);
  const page = readOn((await t.visitor().get("/ideer?q=skraldespand&locality=gassum")).text);
  assert.match(page, /30 idéer – de nyeste først/);
  assert.match(page, /Du ser 20 idéer af 30/);
});
