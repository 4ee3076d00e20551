// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bucketOf } from "./address.ts";
import { ownOrigins } from "./origin.ts";
import { path } from "./path.ts";
import { ageOfToken, makeToken } from "./token.ts";

const secret = Buffer.alloc(32, 7);
const now = new Date("2026-11-23T09:00:00+01:00");
const later = (ms: number): Date => new Date(now.getTime() + ms);

test("a form's token holds for its own browser, for a day", () => {
  const token = makeToken(secret, "browser-a", now);
  assert.equal(ageOfToken(secret, "browser-a", token, later(5_000)), 5_000);
  assert.equal(ageOfToken(secret, "browser-b", token, later(5_000)), undefined);
  assert.equal(ageOfToken(Buffer.alloc(32, 8), "browser-a", token, later(5_000)), undefined);
  assert.equal(ageOfToken(secret, "browser-a", token, later(25 * 3_600_000)), undefined);
  assert.equal(ageOfToken(secret, "browser-a", token, later(-1)), undefined);
});

test("no made-up token passes", () => {
  fc.assert(fc.property(fc.anything(), (token) => assert.equal(ageOfToken(secret, "browser-a", token, now), undefined)));
});

test("one address has one bucket, however it is written (X35)", () => {
  const same = [
    ["127.0.0.1", "::ffff:127.0.0.1", "::FFFF:127.0.0.1"],
    ["2001:db8:0:1::5", "2001:DB8::1:0:0:0:9", "2001:0db8:0000:0001:ffff::1", "2001:db8:0:1::5%eth0"],
  ];
  for (const names of same) assert.equal(new Set(names.map(bucketOf)).size, 1, names.join());
  assert.notEqual(bucketOf("2001:db8:0:1::5"), bucketOf("2001:db8:0:2::5"));
  assert.notEqual(bucketOf("10.0.0.1"), bucketOf("10.0.0.2"));
});

test("a demo answers to both names of the loopback, a real site to its own alone", () => {
  assert.deepEqual(ownOrigins("http://localhost:3000", true), ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]);
  assert.deepEqual(ownOrigins("https://medborger.example.dk", false), ["https://medborger.example.dk"]);
});

test("an address is filled safely and in both languages", () => {
  const idea = path("/ideer/:reference");
  assert.equal(idea("da", { reference: "I-2026-0001" }), "/ideer/I-2026-0001");
  assert.equal(idea("en", { reference: "a/b?c" }), "/en/ideer/a%2Fb%3Fc");
  assert.equal(path("/")("en"), "/en");
});
