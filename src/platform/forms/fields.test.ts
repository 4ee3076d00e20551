// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clean, email, isMailbox, optionalEmail, optionalText, text } from "./fields.ts";

const kinds = (schema: ReturnType<typeof text>, value: unknown): unknown[] =>
  schema.safeParse(value).error?.issues.map((issue) => ("params" in issue ? issue.params?.["kind"] : issue.code)) ?? [];

test("a text is trimmed and made whole", () => {
  assert.equal(text({ max: 20 }).parse("  Ba\u030anke\u0000r\r\n\u202e"), "B\u00e5nker");
  assert.equal(optionalText({ max: 20 }).parse("   "), undefined);
});

test("a CPR number is refused in any text, a phone number is not", () => {
  assert.deepEqual(kinds(text({ max: 200 }), "Jeg er 010203-1234 og vil hjælpe"), ["cpr"]);
  assert.deepEqual(kinds(text({ max: 200 }), "Ring på 12 34 56 78"), []);
});

test("too long, too short and not text are told apart", () => {
  assert.deepEqual(kinds(text({ max: 5 }), "123456"), ["too_big"]);
  assert.deepEqual(kinds(text({ max: 5 }), " "), ["too_small"]);
  assert.deepEqual(kinds(text({ max: 5 }), 5), ["invalid_type"]);
  assert.deepEqual(kinds(text({ max: 5 }), "x".repeat(100_000)), ["too_big"]);
});

test("an e-mail is lower-cased; what is not one is refused", () => {
  assert.equal(email().parse(" Karen@Example.DK "), "karen@example.dk");
  for (const wrong of [
    "karen",
    "karen@",
    "@example.dk",
    "karen@example",
    "a@b@example.dk",
    "karen holm@example.dk",
    "<karen@example.dk>",
    "karen@example..dk",
    "karen@-.dk",
  ]) {
    assert.equal(isMailbox(wrong), false, wrong);
  }
  assert.equal(optionalEmail().parse(""), undefined);
  assert.equal(optionalEmail().parse(undefined), undefined);
});

test("cleaning twice changes nothing more", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (value) => assert.equal(clean(clean(value)), clean(value))));
});
