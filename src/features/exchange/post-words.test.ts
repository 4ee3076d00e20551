// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { whenWords } from "./post-words.ts";
import { asBits, fromBits, isSlot, slots } from "./weekdays.ts";

test("parts of the week are said the way people say them", () => {
  assert.equal(whenWords(asBits(["thu-evening"]), "da"), "torsdag aften");
  assert.equal(whenWords(asBits(["tue-evening", "thu-evening"]), "da"), "tirsdag og torsdag aften");
  assert.equal(
    whenWords(asBits(["mon-morning", "tue-morning", "wed-morning", "thu-morning", "fri-morning"]), "da"),
    "hverdage om formiddagen",
  );
  assert.equal(whenWords(asBits(["sat-morning", "sat-afternoon"]), "da"), "lørdag formiddag og eftermiddag");
  assert.equal(whenWords(asBits(slots), "da"), "hver dag");
  const evenings = slots.filter((slot) => slot.endsWith("evening"));
  assert.equal(whenWords(asBits(evenings), "da"), "hver dag om aftenen");
  assert.equal(whenWords(asBits(evenings), "en"), "every day in the evening");
  assert.equal(whenWords(null, "da"), undefined);
  assert.equal(whenWords(asBits(["sun-evening"]), "en"), "Sunday evening");
});

test("what is chosen of a week is what comes back", () => {
  fc.assert(fc.property(fc.subarray([...slots]), (chosen) => assert.deepEqual(fromBits(asBits(chosen)), chosen)));
  assert.ok(!isSlot("someday-noon"));
});
