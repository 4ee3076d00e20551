// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { personOf } from "#platform/auth/actor.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { nameChoices } from "#platform/text/shown-name.ts";
import { authorOf, behalfKinds } from "./author.ts";
import { submit } from "./operations.ts";
import { readOn, referenceIn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const swings = { title: "Gynger i skolegården", text: "Vi mangler noget at lave i frikvarteret.", where: "langaa" };
const seen = async (reference: string): Promise<string> => readOn((await t.visitor().get(`/ideer/${reference}`)).text);

test("Karen chooses what others see of her: the whole name, the first name, or a citizen", async () => {
  const karen = await t.as("karen");
  for (const [showAs, shown] of [
    ["own", "Karen Holm i Langå"],
    ["first", "Karen i Langå"],
    ["citizen", "En borger i Langå"],
  ] as const) {
    const page = readOn((await karen.follow(await karen.fill("/ideer/ny", { ...swings, showAs }))).text);
    assert.match(await seen(referenceIn(/I-\d{4}-\d+/.exec(page)?.[0])), new RegExp(`${shown} `), showAs);
  }
});

test("what was chosen stays when she takes another name", async () => {
  const { answer } = await t.perform(submit, { as: "karen", input: { ...swings, showAs: "own" } });
  await (await t.as("karen")).json("POST", "/api/v1/me/name", { name: "Karen Bæk" }, { "idempotency-key": "karen-baek" });
  assert.equal(personOf(await t.actor("karen"))?.name, "Karen Bæk");
  assert.match(await seen(String(answer.reference)), /Karen Holm i Langå/);
});

test("a school class sends an idea through its teacher: the page names the class, and nobody else", async () => {
  const karen = await t.as("karen");
  const sent = await karen.fill("/ideer/ny", { ...swings, showAs: "own", onBehalfKind: "class", onBehalf: "4.b på Langå Skole" });
  const page = await seen(referenceIn(sent.location));
  assert.match(page, /4\.b på Langå Skole, ved deres lærer/);
  assert.doesNotMatch(page, /Karen/);
  const { body } = await t.visitor().json("GET", `/api/v1/ideas/${referenceIn(sent.location)}`);
  assert.doesNotMatch(JSON.stringify(body), /Karen/);
});

test("the form says that no child is to be named, before anything is typed", async () => {
  assert.match(readOn((await t.visitor().get("/ideer/ny")).text), /En skoleklasse Den voksne sender\. Skriv aldrig et barns navn/);
});

test("an association speaks by name, with or without who sends it", async () => {
  for (const [showAs, shown] of [
    ["first", "IF Åsvinget, ved Mehmet"],
    ["citizen", "IF Åsvinget"],
  ] as const) {
    const { answer } = await t.perform(submit, {
      as: "mehmet",
      input: { ...swings, showAs, onBehalfKind: "organisation", onBehalf: "IF Åsvinget" },
    });
    assert.match(await seen(String(answer.reference)), new RegExp(`${shown} \\w`));
  }
});

test("half a choice is asked about at its field", async () => {
  const page = await t.visitor().fill("/ideer/ny", { ...swings, onBehalfKind: "class" });
  assert.equal(page.status, 422);
  assert.match(readOn(page.text), /Skriv, hvad gruppen eller foreningen hedder/);
});

test("the database keeps no person's name with a class", async () => {
  await assert.rejects(
    t.world.writePool.query("UPDATE ideas.idea SET shown_name = 'Emma', on_behalf = '4.b', on_behalf_kind = 'class'"),
    /no_childs_name/,
  );
});

test("whatever is chosen and typed, a group of children is never shown with a name, and nobody's account name unasked", () => {
  const name = fc.option(fc.constantFrom("Emma", "Karen Holm"), { nil: undefined });
  fc.assert(
    fc.property(
      fc.record({
        showAs: fc.constantFrom(undefined, ...nameChoices),
        name,
        onBehalf: fc.constantFrom(undefined, "4.b"),
        onBehalfKind: fc.constantFrom(undefined, ...behalfKinds),
      }),
      fc.constantFrom(undefined, "Hanne Kontonavn"),
      (chosen, own) => {
        const author = authorOf(chosen, own);
        assert.equal(author.onBehalf === null, author.onBehalfKind === null);
        if (author.onBehalfKind === "class" || author.onBehalfKind === "group") assert.equal(author.shownName, null);
        if (author.shownName?.startsWith("Hanne")) assert.ok(chosen.showAs === "own" || chosen.showAs === "first");
        if (chosen.showAs === "citizen") assert.equal(author.shownName, null);
      },
    ),
  );
});
