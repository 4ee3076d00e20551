// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { harshWords } from "./harsh-words.ts";
import { isHarsh } from "./harsh.ts";

test("a hard word is seen, in Danish and English, with capitals or a comma after it", () => {
  for (const text of [
    "Du er en idiot.",
    "Sikke nogle IDIOTER, altså",
    "Det er latterligt, og det ved I godt",
    "Hold kæft med jeres bænke",
    "That is bullshit.",
    "»Klaphat« er ordet",
  ])
    assert.equal(isHarsh(text), true, text);
});

test("a word that only holds a hard one is none", () => {
  for (const text of [
    "Vi kørte til Narvik og tilbage.",
    "Kirkens tabernakel skal med i ruten.",
    "Naboens skidetøj? Nej, skitøj.",
    "Mine tab er store, men vi taber ikke modet.",
    "Shitake kan gro på stubbene.",
    "Pigerne på holdet har narret os.",
  ])
    assert.equal(isHarsh(text), false, text);
});

test("shouting is seen; an abbreviation, a name or one stressed word is none", () => {
  assert.equal(isHarsh("HVORFOR SKER DER ALDRIG NOGET HER"), true);
  assert.equal(isHarsh("Hvornår svarer I???!!!"), true);
  assert.equal(isHarsh("Spørg DSB, HF og VUC om de vil være med, de har plads."), false);
  assert.equal(isHarsh("Det er en RIGTIG god idé!"), false);
  assert.equal(isHarsh("JA TAK"), false);
  assert.equal(isHarsh("Ja! Super! Tak!"), false);
});

test("to be against something is not to be harsh", () => {
  for (const text of [
    "Jeg er imod. Der er for meget støj allerede.",
    "Det bliver dyrt, og jeg tror ikke på det.",
    "Kommunen har lovet det to gange og ikke holdt det.",
    "",
    "👍",
  ])
    assert.equal(isHarsh(text), false, text);
});

test("every word of the list is found alone and never inside letters", () => {
  for (const word of [...harshWords.da, ...harshWords.en]) {
    assert.equal(isHarsh(`Det er ${word} ja`), true, word);
    assert.equal(isHarsh(`Det er x${word.replaceAll(" ", "x")}x ja`), false, word);
  }
});

test("whatever is written, it says yes or no, and soon", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000, unit: "grapheme" }), (text) => {
      assert.equal(typeof isHarsh(text), "boolean");
    }),
    { numRuns: 200 },
  );
});
