// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { loadMunicipality } from "#platform/municipality/load.ts";
import { root } from "#platform/root.ts";
import { bestArea } from "./area.ts";
import { scores, vocabulary } from "./words.ts";

const { areas: files } = loadMunicipality(join(root, "municipalities/0730-randers"));
const areas = files.map(({ slug, keywords }) => ({ id: slug, keywords }));
const areaOf = (text: string, themes: { area: string | null }[] = []) => bestArea(areas, themes, text);

test("everyday words lead to the area that can do something about it", () => {
  assert.equal(areaOf("En bænk ved åen, så man kan hvile sig på stien"), "miljoe-og-teknik");
  assert.equal(areaOf("Lektiehjælp til eleverne på skolen"), "boern-og-skole");
  assert.equal(areaOf("De ældre på plejehjemmet savner besøg og musik"), "sundhed-kultur-og-omsorg");
});

test("a theme that was chosen weighs more than a stray word, but not more than a whole text", () => {
  const chosen = [{ area: "boern-og-skole" }];
  assert.equal(areaOf("Noget med en bænk", chosen), "boern-og-skole");
  assert.equal(areaOf("Stien, vejen, cyklerne, træerne, affaldet og belysningen ved parken", chosen), "miljoe-og-teknik");
});

test("words that nobody has said anything about point nowhere", () => {
  assert.equal(areaOf("Xyzzy plugh"), undefined);
  assert.equal(areaOf(""), undefined);
  assert.equal(bestArea([], [{ area: "gone" }], "bænk"), undefined);
});

const known = vocabulary([
  ["seats", ["bænk"]],
  ["roads", ["sti", "cykelbane", "bus"]],
  ["flowers", ["blomster"]],
  ["green", ["grønne områder"]],
]);
const fits = (text: string): string[] => scores(known, text).map(([owner]) => owner);

test("a keyword is known with the common endings, as it stands and as it was written in the list", () => {
  for (const word of ["bænk", "Bænken", "BÆNKENE", "bænkenes", "bænke"]) assert.deepEqual(fits(word), ["seats"], word);
  for (const word of ["stien", "stier", "stierne"]) assert.deepEqual(fits(word), ["roads"], word);
  for (const word of ["bussen", "busserne"]) assert.deepEqual(fits(word), ["roads"], word);
  assert.deepEqual(fits("en blomst"), ["flowers"]);
});

test("a keyword of four letters or more is known as the last part of a compound, a short one only alone", () => {
  assert.deepEqual(fits("parkbænken"), ["seats"]);
  assert.deepEqual(fits("minibus"), []);
  assert.deepEqual(fits("investi"), []);
  assert.deepEqual(fits("bænkpresser"), [], "not as the first part");
});

test("several words are known together, in their order", () => {
  assert.deepEqual(fits("Vi har grønne områder nok"), ["green"]);
  assert.deepEqual(fits("områder der er grønne"), []);
});

test("a word counts once however often it is said", () => {
  const [[, once] = ["", 0]] = scores(known, "bænk");
  const [[, often] = ["", 0]] = scores(known, "bænk bænken bænke bænk");
  assert.equal(once, often);
});

test("whatever is written, an answer comes, and it is one of the areas or none", () => {
  const slugs = new Set(areas.map(({ id }) => id));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const found = areaOf(text);
      assert.ok(found === undefined || slugs.has(found));
    }),
  );
});

test("the longest text a person can send is read in a moment", () => {
  const started = process.cpuUsage();
  areaOf("Supercykelstibelægningsarbejder ".repeat(20_000));
  areaOf("æ".repeat(500_000));
  assert.ok(process.cpuUsage(started).user < 1_500_000);
});
