// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { spokenThemes, suggestThemes, themesOf, topThemes } from "./store.ts";
import { bestThemes, onTwoLevels, type SpokenTheme } from "./theme.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const theme = (key: string, parent: string | null, synonyms: string[], da = key, en = key): SpokenTheme => ({
  id: key,
  key,
  parent,
  name: { da, en },
  pattern: "waves",
  area: null,
  synonyms,
});
const some = [
  theme("nature", null, ["natur"], "Natur", "Nature"),
  theme("benches", "nature", ["bænk", "seat"], "Stier og bænke", "Paths and benches"),
  theme("sport", null, ["fodbold"], "Idræt", "Sport"),
];
const keys = (text: string, most = 3): string[] => bestThemes(some, text, most).map(({ key }) => key);

test("a theme is known by its synonyms and the words of its name, in both languages", () => {
  assert.deepEqual(keys("En bænk"), ["benches"]);
  assert.deepEqual(keys("stierne"), ["benches"]);
  assert.deepEqual(keys("Please put a seat there"), ["benches"]);
  assert.deepEqual(keys("Fodbolden"), ["sport"]);
  assert.deepEqual(keys("og and"), [], "not by the small words of its name");
});

test("the lower level is more exact: an upper theme steps back where one of its own is found", () => {
  assert.deepEqual(keys("En bænk i naturen"), ["benches"]);
  assert.deepEqual(keys("Mere natur"), ["nature"]);
});

test("no more are suggested than asked for, best first", () => {
  assert.deepEqual(keys("bænk sti fodbold", 1), ["benches"]);
});

test("the municipality's themes stand on two levels, about forty in all, each with an area and a name in both languages", async () => {
  const all = await themesOf(t.world.read);
  assert.ok(all.length >= 36 && all.length <= 50, `${all.length}`);
  const levels = onTwoLevels(all, "da");
  assert.equal(levels.length, (await topThemes(t.world.read)).length);
  assert.equal(levels.flatMap(({ theme: top, below }) => [top, ...below]).length, all.length, "none falls out, none has three levels");
  assert.ok(all.every(({ area, name }) => area !== null && name.da !== "" && name.en !== ""));
});

test("every theme is found by each of its own synonyms, though perhaps with others", async () => {
  const all = await spokenThemes(t.world.read);
  const lost = all.flatMap((one) =>
    one.synonyms
      .filter((word) => !bestThemes(all, word, all.length).some(({ id, parent }) => id === one.id || parent === one.id))
      .map((word) => `${one.key}: ${word}`),
  );
  assert.deepEqual(lost, []);
});

test("an idea's words find its theme", async () => {
  assert.deepEqual(
    (await suggestThemes(t.world.read, "En bænk på gangstien langs Gudenåen")).map(({ key }) => key).includes("stier-og-baenke"),
    true,
  );
});

test("the themes are open to all, as JSON, in the language asked for", async () => {
  const { body } = await t.visitor().json("GET", "/api/v1/themes", undefined, { "accept-language": "en" });
  assert.match(JSON.stringify(body), /Paths and benches/);
});
