// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { seededIds, systemIds } from "./ids.ts";

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("ids are UUIDs of version 7 that carry the time they were made", () => {
  const before = Date.now();
  const id = systemIds.uuid();
  assert.match(id, version7);
  const made = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  assert.ok(made >= before && made <= Date.now() + 50);
});

test("twenty thousand ids made in a hurry are all different and in the order they were made", () => {
  const ids = many(20_000, () => systemIds.uuid());
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ids, ids.toSorted());
});

test("the same seed gives the same ids, another seed gives others", () => {
  const draw = (seed: string) => {
    const ids = seededIds(seed);
    return [...many(50, () => ids.uuid()), ids.secret(32), ids.digits(6)];
  };
  assert.deepEqual(draw("a"), draw("a"));
  assert.equal(new Set([...draw("a"), ...draw("b")]).size, 104);
  for (const id of draw("a").slice(0, 50)) assert.match(id, version7);
});

test("a secret of 32 bytes is 43 characters that can stand in an address", () => {
  assert.match(systemIds.secret(32), /^[A-Za-z0-9_-]{43}$/);
});

test("codes have the digits asked for, and every digit comes about equally often", () => {
  assert.match(systemIds.digits(6), /^\d{6}$/);
  const counts = new Map<string, number>();
  for (const digit of seededIds("fair").digits(10_000)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  assert.equal(counts.size, 10);
  for (const count of counts.values()) assert.ok(count > 880 && count < 1120, `${count} of 1000 expected`);
});
