// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask } from "#platform/operations/ask.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { contacts } from "./queries.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const find = async (q?: string) =>
  ask(t.world, contacts, { actor: { kind: "anonymous", browser: "b", roles: [] }, lang: "da", input: q === undefined ? {} : { q } });
const first = async (q: string): Promise<string | undefined> => (await find(q)).found[0]?.slug;

test("everyday words lead to the people who can do something about it", async () => {
  assert.equal(await first("bænke"), "miljoe-og-teknik");
  assert.equal(await first("børnehave"), "boern-og-skole");
  assert.equal(await first("cykelsti"), "miljoe-og-teknik");
  assert.equal(await first("min mor har brug for hjælp"), "sundhed-kultur-og-omsorg");
  assert.equal(await first("Jeg har mistet mit arbejde"), "social-og-arbejdsmarked");
});

test("somebody who knows a name finds its owner, and each hit says why it was found", async () => {
  const { found } = await find("Signe");
  assert.deepEqual(
    found.map(({ slug, people }) => [slug, people]),
    [["miljoe-og-teknik", ["Signe Brandt"]]],
  );
  assert.deepEqual((await find("bænken ved åen")).found[0]?.words.toSorted(), ["bænk", "åen"]);
});

test("whatever is asked, every area stands on the page once, and what fits nothing leads to a telephone", async () => {
  const all = (await find()).others.length;
  assert.ok(all >= 5);
  for (const q of ["bænke", "xyzzy", "%", "a".repeat(200), "skole og sti"]) {
    const { found, others } = await find(q);
    assert.equal(found.length + others.length, all, q);
  }
  const { text } = await t.visitor().get("/kontakt?q=xyzzy");
  assert.match(text, /Vi fandt ingen, der passer til »xyzzy«/);
  assert.match(text, /href="tel:/);
  assert.match(text, /href="\/kontakt\/skriv"/);
});

test("the page is the same for all visitors and may be shared; each area has one of its own", async () => {
  const visitor = t.visitor();
  const { text, headers } = await visitor.get("/kontakt");
  assert.doesNotMatch(String(headers["cache-control"]), /no-store/);
  const areas = new Set(
    [...text.matchAll(/href="(\/kontakt\/[a-z-]+)"/g)].map((match) => match[1] ?? "").filter((at) => at !== "/kontakt/skriv"),
  );
  assert.ok(areas.size >= 5);
  for (const area of areas) {
    const { status, text: page } = await visitor.get(area);
    assert.equal(status, 200);
    assert.match(page, /Du får svar inden for 15 arbejdsdage/);
  }
  assert.equal((await visitor.get("/kontakt/findes-ikke")).status, 404);
  assert.equal((await visitor.get("/en/kontakt/miljoe-og-teknik")).status, 200);
});

test("without a hit in its words an area's people are all still there: name, hours and number", async () => {
  const { text } = await t.visitor().get("/kontakt");
  for (const words of ["Signe Brandt", "12\u00a034\u00a056\u00a074", "mandag–torsdag kl. 9–15"]) assert.ok(text.includes(words), words);
});
