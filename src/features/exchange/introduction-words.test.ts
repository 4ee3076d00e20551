// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { introductionThread, nextWords, type Told } from "./introduction-words.ts";

const now = new Date("2026-11-23T09:00:00+01:00");
const side = (name: string, said: boolean | undefined) => ({
  name,
  kind: "citizen" as const,
  said,
  saidAt: said === undefined ? undefined : now,
  byBroker: false,
  reachable: true,
});
const nothing = {
  accept: false,
  withdraw: false,
  write: true,
  agree: false,
  "give-up": false,
  "tell-outcome": false,
  thank: false,
  resolve: false,
};

/** Bodil can, Karen needs; both have said yes and agreed on Friday 27 November. Karen reads. */
const agreed: Told = {
  reference: "F-2026-0001",
  standing: "agreed",
  registered: false,
  gone: false,
  initiator: "giver",
  route: "direct",
  offer: null,
  need: { reference: "E-2026-0001", title: "Fire, der kan smøre boller" },
  giver: side("Bodil", true),
  seeker: side("Karen", true),
  mine: "seeker",
  keeps: false,
  greeting: "Jeg kommer.",
  quantity: 1,
  proposedAt: now,
  lapsesOn: "2026-12-07",
  acceptedAt: now,
  endedAt: null,
  endReason: null,
  what: "Klokken otte i klubhuset.",
  onDay: "2026-11-27",
  exchange: "planned",
  outcomes: { giver: undefined, seeker: undefined },
  thanks: { giver: undefined, seeker: undefined },
  resolution: undefined,
  contact: undefined,
  own: undefined,
  messages: [],
  may: { ...nothing, replyFor: [] },
  loggedIn: true,
  broker: "Lone Vestergaard",
};
const said = (on: Told): string =>
  introductionThread(on, "da", now)
    .map(({ state, title }) => `${state}: ${typeof title === "string" ? title : ""}`)
    .join(" · ");

test("an agreed day that is to come is where the two are now; how it went comes after it", () => {
  assert.match(said(agreed), /done: I fik hinandens kontakt · now: I har en aftale · to: Hvordan gik det\?$/);
  assert.match(nextWords(agreed, "da", now), /^I har en aftale fredag 27\.\s?november\. Bagefter/);
});

test("when the day has been, they are asked how it went", () => {
  const after: Told = { ...agreed, onDay: "2026-11-20", may: { ...agreed.may, "tell-outcome": true } };
  assert.match(said(after), /done: I havde en aftale · now: Hvordan gik det\?$/);
  assert.match(nextWords(after, "da", now), /^Dagen er gået\. Fortæl/);
});

test("to a broker the two are they", () => {
  const desk: Told = { ...agreed, mine: undefined, keeps: true };
  assert.match(said(desk), /De fik hinandens kontakt · now: De har en aftale/);
  assert.match(nextWords(desk, "da", now), /^De har en aftale fredag/);
  assert.match(nextWords({ ...desk, exchange: "disputed", onDay: "2026-11-20" }, "da", now), /^De to siger hver sit\. Spørg dem begge/);
  assert.match(nextWords({ ...desk, onDay: "2026-11-20" }, "da", now), /^Dagen er gået\. Vi venter på, at begge/);
});

test("whoever waits for somebody without a mailbox is told that the broker calls them", () => {
  const asked: Told = {
    ...agreed,
    standing: "proposed",
    mine: undefined,
    giver: side("Bodil", undefined),
    exchange: undefined,
    onDay: null,
  };
  assert.match(nextWords({ ...asked, may: { ...asked.may, replyFor: ["giver"] } }, "da", now), /Bodil.*Ring, og skriv svaret her\.$/);
});

test("what ended is never the last word: one is told that one can ask somebody else", () => {
  for (const standing of ["declined", "lapsed", "withdrawn", "no-agreement"] as const)
    assert.match(nextWords({ ...agreed, standing }, "da", now), /Du kan spørge en anden\.$/);
});

test("where a broker found that it came to nothing, nobody is thanked for it", () => {
  const resolved: Told = { ...agreed, standing: "done", exchange: "resolved", resolution: { happened: false, note: "Regnen kom først." } };
  assert.match(nextWords(resolved, "da", now), /^Det blev ikke til noget/);
  assert.match(said(resolved), /done: Det blev ikke til noget$/);
});
