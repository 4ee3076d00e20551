// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Refusal } from "#platform/operations/refusal.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { mostEdits } from "./idea.ts";
import { answer, change, submit, takeBack } from "./operations.ts";
import { anyIdea } from "./store.ts";
import { readOn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const first = { title: "En bænk ved søen", text: "Der er langt mellem bænkene.", where: "langaa", area: "boern-og-skole" };
const { area: _, ...words } = first;
async function send(input: object = first): Promise<string> {
  return String((await t.perform(submit, { as: "karen", input })).answer.reference);
}
const ideaOf = (reference: string) => t.actor("karen").then((actor) => anyIdea.find(t.world.read, reference, { actor, lock: false }));
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test("Karen changes her idea; the new words stand, the days do, and everybody can read what was changed", async () => {
  const reference = await send();
  const before = await ideaOf(reference);
  t.clock.advance(3 * 24 * 60 * 60_000);
  const karen = await t.as("karen");
  const changed = await karen.fill(`/ideer/${reference}/ret`, {
    ...words,
    title: "To bænke ved søen",
    text: "Der er for langt mellem bænkene.",
    where: "hele-kommunen",
  });
  assert.match(readOn((await karen.follow(changed)).text), /Din idé er rettet\. Datoen for svaret er den samme\./);
  const page = readOn((await t.visitor().get(`/ideer/${reference}`)).text);
  assert.match(page, /To bænke ved søen/);
  assert.match(page, /Rettet én gang\. Se, hvad der er ændret/);
  const history = (await t.visitor().get(`/ideer/${reference}/historik`)).text;
  assert.match(history, /<del>.*En.*<\/del><ins>.*To.*<\/ins>/);
  assert.match(
    readOn(history),
    /Udgave 2 .* \[Taget ud: En ?\] .*\[Nyt: To ?\].* Stedet var Langå\. Nu er det hele kommunen\. Udgave 1 .* En bænk ved søen Der er langt mellem bænkene\./,
  );
  const after = await ideaOf(reference);
  for (const day of ["lookBy", "acknowledgeBy", "answerBy", "dueBy"] as const) assert.equal(after?.[day], before?.[day], day);
  assert.equal(after?.areaSlug, "boern-og-skole", "the words never move it to another area");
});

test("the search finds the new words and not the old", async () => {
  const reference = await send({ ...first, title: "Et egern i parken" });
  await t.perform(change, { as: "karen", reference, input: { ...words, title: "En bæver i parken" } });
  const found = async (q: string) => (await t.visitor().get(`/ideer?q=${encodeURIComponent(q)}`)).text.includes(reference);
  assert.deepEqual([await found("bæver"), await found("egern")], [true, false]);
});

test("the themes follow the words", async () => {
  const reference = await send({ ...first, title: "Noget nyt", text: "Det er noget helt nyt her." });
  await t.perform(change, {
    as: "karen",
    reference,
    input: { ...words, title: "En cykelsti", text: "Der mangler en cykelsti langs vejen til skolen." },
  });
  const page = (await t.visitor().json("GET", `/api/v1/ideas/${reference}`)).body;
  assert.match(JSON.stringify(page), /"themes":\[\{/);
});

test("a half-finished idea is seen as one, is found by that, and is finished when its author says so", async () => {
  const reference = await send({ ...first, title: "Noget med vand", halfDone: "on" });
  const listed = async () => readOn((await t.visitor().get("/ideer?half=1")).text).includes("Noget med vand");
  assert.equal(await listed(), true);
  assert.match(readOn((await t.visitor().get(`/ideer/${reference}`)).text), /Idéen er halvfærdig\. Kom gerne med spørgsmål/);
  await t.perform(change, { as: "karen", reference, input: { ...words, title: "Noget med vand" } });
  assert.equal(await listed(), false);
  assert.match(readOn((await t.visitor().get(`/ideer/${reference}/historik`)).text), /Idéen er ikke længere halvfærdig/);
});

test("after the final answer the words stand", async () => {
  const reference = await send();
  await t.perform(answer, { as: "tine", reference, input: { status: "we-do-it", reason: "Den kommer til foråret." } });
  const karen = await t.as("karen");
  assert.equal((await karen.fill(`/ideer/${reference}/ret`, { ...words, title: "Noget andet" })).status, 409);
  assert.doesNotMatch((await karen.get(`/ideer/${reference}`)).text, new RegExp(`/ideer/${reference}/ret"`));
});

test("nothing changed is said and not kept; what is full says so", async () => {
  const reference = await send();
  await assert.rejects(t.perform(change, { as: "karen", reference, input: words }), refusal("unchanged"));
  for (let time = 1; time <= mostEdits; time += 1)
    await t.perform(change, { as: "karen", reference, input: { ...words, title: `Udgave ${time}` } });
  await assert.rejects(t.perform(change, { as: "karen", reference, input: { ...words, title: "Én til" } }), refusal("edited-enough"));
  assert.equal((await t.visitor().get(`/ideer/${reference}/historik`)).status, 200);
});

test("what was taken back leaves no history behind, for anybody but its author and who answers", async () => {
  const reference = await send({ ...first, text: "Et ord, som ingen skal læse: kanariefugl." });
  await t.perform(change, { as: "karen", reference, input: words });
  await t.perform(takeBack, { as: "karen", reference, input: {} });
  for (const who of ["mehmet", "jens"]) assert.equal((await (await t.as(who)).get(`/ideer/${reference}/historik`)).status, 404, who);
  assert.equal((await t.visitor().json("GET", `/api/v1/ideas/${reference}/history`)).status, 404);
  assert.equal((await (await t.as("lone")).get(`/ideer/${reference}/historik`)).status, 200);
});
