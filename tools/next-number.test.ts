// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import { nextNumber } from "./next-number.ts";

const after = (...names: string[]) => names.map((name) => ({ name, sql: "", hash: "" }));

test("the next migration has the number after the last one, and a new slice the next ten", () => {
  assert.equal(nextNumber(after("0001_a", "0100_b"), 1), "0101");
  assert.equal(nextNumber(after("0001_a", "0100_b"), 10), "0110");
  assert.equal(nextNumber(after("0109_a"), 10), "0110");
  assert.equal(nextNumber([], 1), "0001");
});
