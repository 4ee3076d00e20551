// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { claimCode, claimHash } from "./claim-code.ts";

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("base64url"));

test("a code is ten signs in two groups, none of which is mistaken for another", () => {
  fc.assert(fc.property(secret, (one) => assert.match(claimCode(one), /^[2-9A-HJKMNP-TW-Z]{5}-[2-9A-HJKMNP-TW-Z]{5}$/)));
});

test("the same secret makes the same code, another secret another", () => {
  fc.assert(fc.property(secret, secret, (one, other) => assert.equal(claimCode(one) === claimCode(other), one === other)));
});

test("small letters, spaces and a missing dash are forgiven; a wrong sign is not", () => {
  const hash = claimHash("7K2PX-M9QRT");
  for (const typed of ["7k2px-m9qrt", " 7K2PX M9QRT ", "7K2PXM9QRT"]) assert.deepEqual(claimHash(typed), hash);
  assert.notDeepEqual(claimHash("7K2PX-M9QRS"), hash);
});
