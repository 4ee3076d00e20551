// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { summaryOf } from "#platform/text/summary.ts";
import { test } from "node:test";
import { saidAndWhy } from "./idea-words.ts";

test("an answer's first paragraph is said large, the rest is its reason", () => {
  assert.deepEqual(saidAndWhy("Ja, det kan lade sig gøre.\n\nStien er kommunens."), {
    said: "Ja, det kan lade sig gøre.",
    why: "Stien er kommunens.",
  });
});

test("of one long paragraph the first sentences are said, and nothing is lost", () => {
  const reason =
    `Ja tak. Vi har set på stedet og synes, at det er en god idé. ${"Der løber en ledning lige under bænkene, så arbejdet er lille. ".repeat(4)}`.trim();
  const { said, why } = saidAndWhy(reason);
  assert.equal(said, "Ja tak. Vi har set på stedet og synes, at det er en god idé.");
  assert.equal(`${said} ${why}`, reason);
});

test("a summary ends at a word", () => {
  assert.equal(summaryOf("Kort."), "Kort.");
  assert.equal(summaryOf("En bænk ved søen, hvor man kan hvile", 20), "En bænk ved søen …");
});
