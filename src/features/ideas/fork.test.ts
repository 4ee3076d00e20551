// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { answer, submit } from "./operations.ts";
import { readOn, referenceIn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

test("Mehmet makes his own version of Karen's idea: both pages show it, Karen hears of it, and each has its own days", async () => {
  const idea = { title: "En bænk ved søen", text: "Der er langt mellem bænkene.", where: "langaa", area: "miljoe-og-teknik" };
  const original = String((await t.perform(submit, { as: "karen", input: idea })).answer.reference);
  const days = async (reference: string) =>
    /Svar senest \S+ \d+\. \S+/.exec(readOn((await t.visitor().get(`/ideer/${reference}`)).text))?.[0];
  const before = await days(original);
  t.clock.advance(2 * 24 * 60 * 60_000);
  const mehmet = await t.as("mehmet");
  const form = (await mehmet.get(`/ideer/${original}/variant`)).text;
  assert.match(form, /value="En bænk ved søen"/);
  assert.match(readOn(form), /Der er langt mellem bænkene\./);
  const sent = await mehmet.fill(`/ideer/${original}/variant`, { ...idea, title: "Et bord og to bænke ved søen" });
  assert.equal(sent.status, 303, readOn(sent.text));
  const variant = referenceIn(sent.location);
  assert.notEqual(await days(variant), before, "its days are counted from when it was sent");
  assert.equal(await days(original), before);
  assert.match(readOn((await t.visitor().get(`/ideer/${original}`)).text), /Andre har bygget videre Et bord og to bænke ved søen/);
  assert.match(readOn((await t.visitor().get(`/ideer/${variant}`)).text), /Bygger videre på En bænk ved søen/);
  await t.runJobs();
  const heard = (await t.mails()).filter(
    ({ recipient, subject }) => recipient === "karen@example.dk" && subject.startsWith("Nogen bygger"),
  );
  assert.equal(heard.length, 1);
});

test("an idea with a no can be built on as well; one that nobody can see cannot", async () => {
  const idea = { title: "Noget andet", text: "Det her bliver et nej.", where: "langaa", area: "miljoe-og-teknik" };
  const reference = String((await t.perform(submit, { as: "karen", input: idea })).answer.reference);
  await t.perform(answer, {
    as: "signe",
    reference,
    input: { status: "not-possible", reason: "Det må vi ikke.", possibleIf: "Loven.", nextStep: "Spørg igen." },
  });
  const mehmet = await t.as("mehmet");
  assert.equal((await mehmet.fill(`/ideer/${reference}/variant`, { ...idea, title: "Noget tredje" })).status, 303);
  const held = String((await t.perform(submit, { input: idea })).answer.reference);
  const signe = await t.as("signe");
  assert.equal((await signe.fill(`/ideer/${held}/variant`, idea)).status, 409);
});
