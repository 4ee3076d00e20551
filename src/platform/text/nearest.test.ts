// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { nearest, stepsBetween } from "./nearest.ts";

const places = ["Langå", "Spentrup", "Øster Tørslev", "Hald", "Assentoft"];

test("a name written a little wrong is found", () => {
  assert.equal(nearest("Langaa", places), "Langå");
  assert.equal(nearest("Spentup", places), "Spentrup");
  assert.equal(nearest("øster-tørslev", places), "Øster Tørslev");
});

test("what is like none of them is not guessed at", () => {
  assert.equal(nearest("Aalborg", places), undefined);
  assert.equal(nearest("", places), undefined);
});

test("the way there is as long as the way back, and nought only to oneself", () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      assert.equal(stepsBetween(a, b), stepsBetween(b, a));
      assert.equal(stepsBetween(a, b) === 0, a === b);
    }),
  );
});
