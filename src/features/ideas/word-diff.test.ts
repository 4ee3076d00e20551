// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wordDiff, type Run } from "./word-diff.ts";

const oldOf = (runs: Run[]): string => runs.flatMap(({ kind, text }) => (kind === "added" ? [] : [text])).join("");
const newOf = (runs: Run[]): string => runs.flatMap(({ kind, text }) => (kind === "removed" ? [] : [text])).join("");

test("what was changed is said word by word, what was removed before what was added", () => {
  assert.deepEqual(wordDiff("En bænk ved søen.", "En ny bro ved søen."), [
    { kind: "same", text: "En " },
    { kind: "removed", text: "bænk" },
    { kind: "added", text: "ny bro" },
    { kind: "same", text: " ved søen." },
  ]);
  assert.deepEqual(wordDiff("Det samme", "Det samme"), [{ kind: "same", text: "Det samme" }]);
  assert.deepEqual(wordDiff("", "Nyt"), [{ kind: "added", text: "Nyt" }]);
  assert.deepEqual(wordDiff("Væk", ""), [{ kind: "removed", text: "Væk" }]);
});

const words = fc
  .array(fc.constantFrom("en", "bænk", "ved", "søen", " ", "\n\n", ".", "»", "é", "\u{1F9E1}", "\u0301"), { maxLength: 60 })
  .map((list) => list.join(""));

test("whatever the two texts, without what was added stands the old one, without what was removed the new one", () => {
  const text = fc.oneof(words, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordDiff(before, after);
      assert.equal(oldOf(runs), before);
      assert.equal(newOf(runs), after);
      for (const [at, run] of runs.entries()) {
        assert.notEqual(run.text, "");
        assert.notEqual(run.kind, runs[at + 1]?.kind, "neighbours of one kind are one run");
      }
    }),
    { numRuns: 400 },
  );
});

test("a word put in or taken out is the only thing that is marked", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<string>("en", "bænk", "ved", "søen"), { minLength: 1, maxLength: 30 }), fc.nat(), (list, at) => {
      const place = at % list.length;
      const more = list.toSpliced(place, 0, "NY").join(" ");
      const marked = (runs: Run[]): string => runs.flatMap(({ kind, text }) => (kind === "same" ? [] : [text.trim()])).join("|");
      assert.equal(marked(wordDiff(list.join(" "), more)), "NY");
      assert.equal(marked(wordDiff(more, list.join(" "))), "NY");
    }),
  );
});

test("two long texts without a word in common are compared in no time", () => {
  const [one, other] = [
    Array.from({ length: 3000 }, (_, at) => `a${at}`).join(" "),
    Array.from({ length: 3000 }, (_, at) => `b${at}`).join("\n"),
  ];
  const began = performance.now();
  const runs = wordDiff(one, other);
  assert.ok(performance.now() - began < 1_500, `${performance.now() - began} ms`);
  assert.equal(newOf(runs), other);
  assert.equal(oldOf(runs), one);
});
