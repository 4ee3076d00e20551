// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Shown } from "./shown.ts";
import { threadOf } from "./thread-steps.ts";

const now = new Date("2026-11-23T09:00:00+01:00");
const need: Shown = {
  reference: "E-2026-0001",
  kind: "need",
  title: "Seks planker til bænke",
  text: "De må gerne være grå.",
  type: "thing",
  shownName: "Karen",
  organisation: null,
  partyKind: "citizen",
  place: null,
  remote: false,
  reachKm: null,
  weekdays: [],
  fromDay: null,
  untilDay: null,
  persons: null,
  quantity: null,
  left: undefined,
  audience: "everyone",
  minAge: null,
  credential: null,
  routing: "direct",
  status: "held",
  submittedAt: now,
  publishedAt: null,
  closedAt: null,
  expiresOn: "2027-01-22",
  lookBy: "2026-11-24",
  renewals: 0,
  edits: 0,
  contacts: 0,
  firstContactAt: null,
  public: false,
  origin: null,
  externalId: null,
  broker: "Lone Vestergaard",
  area: { slug: "miljoe", name: "Miljø og Teknik", nameEn: "Environment" },
  mine: true,
  keeps: false,
  owned: true,
  loggedIn: true,
  claimable: false,
  hasMailbox: undefined,
  phone: undefined,
  refusedReason: undefined,
};
const said = (post: Shown): string =>
  threadOf(post, "da", now)
    .map(({ state, title }) => `${state}: ${typeof title === "string" ? title : ""}`)
    .join(" · ");

test("whoever waits for the first look sees who looks by when, and what comes then", () => {
  const [sent, look] = threadOf(need, "da", now);
  assert.equal(sent?.kind, "Mandag 23.\u00a0november");
  assert.equal(look?.text, "Senest tirsdag 24.\u00a0november.");
  assert.equal(said(need), "done: Opslaget er skrevet · now: Vi ser på opslaget · to: Opslaget kommer på · to: Nogen melder sig");
});

test("what was not let through is not said to be looked at still", () => {
  assert.equal(
    said({ ...need, status: "not-let-through" }),
    "done: Opslaget er skrevet · now: Opslaget skal rettes · to: Vi ser på det igen",
  );
});

test("a post that stands still says so", () => {
  const up: Shown = { ...need, publishedAt: now, public: true };
  assert.equal(said({ ...up, status: "paused" }), "done: Opslaget er på · now: På pause");
  assert.equal(said({ ...up, status: "expired" }), "done: Opslaget er på · now: Udløbet");
  assert.equal(said({ ...up, status: "fulfilled", closedAt: now }), "done: Opslaget er på · done: Fundet");
});
