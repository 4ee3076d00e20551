// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Doubt, Reason } from "./reason.ts";
import { isLikely } from "./reasons.ts";

const word: Reason = { code: "words", words: ["fingre"] };
const near: Reason = { code: "near", metres: 9_000 };
const otherType: Doubt = { code: "other-type", own: "time", theirs: "visit" };
const noTime: Doubt = { code: "no-common-time" };

test("one word that both happen to write is no more than chance where they give and ask for different things, or have no time in common", () => {
  assert.equal(isLikely([word, near], [otherType, noTime]), false);
  assert.equal(isLikely([word, near], [otherType]), false);
  assert.equal(isLikely([word, near, { code: "same-type", type: "time" }], [noTime]), false);
  assert.equal(isLikely([word, { code: "same-type", type: "thing" }], [{ code: "far", metres: 20_000 }]), false);
});

test("the same theme, two words, or one word where kind, place and time go together, are more", () => {
  const theme: Reason = { code: "same-theme", theme: { id: "1", name: { da: "Mad", en: "Food" } } };
  assert.equal(isLikely([theme], [otherType, noTime]), true);
  assert.equal(isLikely([{ code: "words", words: ["egetræ", "planker"] }], [otherType]), true);
  assert.equal(isLikely([word, { code: "like-words", own: "lampe", theirs: "lamper", part: "lampe" }], [otherType]), true);
  assert.equal(isLikely([word, near, { code: "same-type", type: "thing" }], [{ code: "unknown-time" }]), true);
});
