// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { excludes, type Exclusion, type Sides } from "./exclude.ts";

const today = "2026-11-23";
const town = { id: "by", name: "By", lat: 56.46, lon: 10.036 };
const village = { id: "land", name: "Land", lat: 56.648, lon: 10.196 };
const need: Sides = {
  thing: "need",
  side: "need",
  type: "space",
  themes: [],
  remote: false,
  party: "person:karen",
  partyKind: "citizen",
  audience: "everyone",
  contacts: 0,
  listedAt: new Date("2026-11-20T10:00:00Z"),
  point: town,
};
const offer: Sides = { ...need, thing: "offer", side: "offer", party: "organisation:nordlys", partyKind: "business" };
const why = (other: Partial<Sides>, own: Partial<Sides> = {}): Exclusion | undefined =>
  excludes({ ...need, ...own }, { ...offer, ...other }, today);

test("two that nothing keeps apart may be counterparts, from both sides", () => {
  assert.equal(why({}), undefined);
  assert.equal(excludes(offer, need, today), undefined);
});

test("nobody is matched with themselves, with their own party or with somebody who looks for the same", () => {
  assert.equal(why({ thing: "need" }), "itself");
  assert.equal(why({ party: "person:karen" }), "same-party");
  assert.equal(why({ side: "need" }), "same-side");
  assert.equal(why({ party: undefined }, { party: undefined }), undefined, "two that nobody stands behind are not the same");
});

test("what is closed, over or taken is none; one's own may be", () => {
  assert.equal(why({ listedAt: undefined }), "not-open");
  assert.equal(why({ expiresOn: "2026-11-22" }), "expired");
  assert.equal(why({ expiresOn: today }), undefined, "its last day counts");
  assert.equal(why({ left: 0 }), "none-left");
  assert.equal(why({ left: 1 }), undefined);
  assert.equal(why({ untilDay: "2026-11-22" }), "over");
  assert.equal(why({}, { listedAt: undefined, expiresOn: "2026-01-01" }), undefined);
});

test("periods that do not meet keep apart; one that nobody said does not", () => {
  assert.equal(why({ fromDay: "2027-03-01" }, { untilDay: "2027-02-28" }), "dates-apart");
  assert.equal(why({ untilDay: "2027-02-28" }, { fromDay: "2027-03-01" }), "dates-apart");
  assert.equal(why({ fromDay: "2027-02-28" }, { untilDay: "2027-02-28" }), undefined);
  assert.equal(why({ fromDay: "2027-03-01" }), undefined);
});

test("farther than one of them goes is too far, unless what is looked for can be done from home", () => {
  assert.equal(why({ reachKm: 10, point: village }), "too-far");
  assert.equal(why({ point: village }, { reachKm: 10 }), "too-far");
  assert.equal(why({ reachKm: 30, point: village }, { reachKm: 30 }), undefined);
  assert.equal(why({ point: village }), undefined, "nobody said how far");
  assert.equal(why({ reachKm: 10, point: undefined }), undefined, "nobody said where");
  assert.equal(why({ reachKm: 10, point: village }, { remote: true }), undefined);
  assert.equal(why({ reachKm: 10, point: village, remote: true }), "too-far", "the offer can, but the need cannot");
});

test("what is for organisations is not shown to a citizen, whoever looks", () => {
  assert.equal(why({ audience: "organisations" }), "audience");
  assert.equal(why({ audience: "organisations" }, { partyKind: "association" }), undefined);
  assert.equal(why({ partyKind: "citizen" }, { audience: "organisations", partyKind: "business" }), "audience");
  assert.equal(why({ audience: "organisations" }, { partyKind: undefined }), undefined, "only what is said rules out");
});
