// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { exchangeState, introductionState, lastDayAgo, postState, takenOf } from "./demo-posts.ts";
import { introduction, post, type DemoIntroduction, type DemoPost } from "./demo-schema-posts.ts";

const trailer = (more: Partial<DemoPost> = {}): DemoPost =>
  post.parse({
    key: "trailer",
    kind: "offer",
    title: "En trailer",
    text: "Den står i carporten.",
    contributionType: "thing",
    author: "karen",
    locality: "langaa",
    remote: false,
    routing: "direct",
    sent: { daysAgo: 100, hour: 20 },
    looked: { daysAgo: 99, hour: 9 },
    expiresInDays: 60,
    ...more,
  });

const meeting = (more: Partial<DemoIntroduction> = {}): DemoIntroduction =>
  introduction.parse({
    key: "mehmet-laaner",
    offer: "trailer",
    seeker: { person: "mehmet" },
    initiator: "seeker",
    route: "direct",
    greeting: "Må jeg låne den?",
    sent: { daysAgo: 20, hour: 8 },
    replies: [{ side: "seeker", daysAgo: 20, hour: 8, yes: true }],
    ...more,
  });
const yes = (daysAgo: number): DemoIntroduction["replies"] => [
  { side: "seeker", daysAgo: 20, hour: 8, yes: true },
  { side: "giver", daysAgo, hour: 9, yes: true },
];

test("a post waits until somebody has looked, is open to its last day, and then expired", () => {
  const on = (daysAgo: number) => postState(trailer(), { daysAgo, hour: 12 });
  assert.deepEqual([on(101), on(99), on(40), on(39)], ["unsent", "published", "published", "expired"]);
  assert.equal(postState(trailer(), { daysAgo: 99, hour: 8.9 }), "held");
  assert.equal(postState(trailer({ looked: null })), "held");
  assert.equal(postState(trailer({ notLetThrough: "Den er solgt." })), "not-let-through");
});

test("one that expired is open again from the day it is renewed", () => {
  const renewed = trailer({ turns: [{ what: "renewed", daysAgo: 30, hour: 19, expiresInDays: 60 }] });
  assert.deepEqual(
    [35, 30, 1].map((daysAgo) => postState(renewed, { daysAgo, hour: 20 })),
    ["expired", "published", "published"],
  );
  assert.equal(lastDayAgo(renewed, renewed.turns), -30);
});

test("a paused post expires all the same, a fulfilled one stays fulfilled", () => {
  const paused = trailer({ turns: [{ what: "paused", daysAgo: 90, hour: 12 }] });
  assert.deepEqual([postState(paused, { daysAgo: 41, hour: 12 }), postState(paused)], ["paused", "expired"]);
  assert.equal(postState(trailer({ turns: [{ what: "fulfilled", daysAgo: 90, hour: 12 }] })), "fulfilled");
});

test("an introduction waits fourteen days for a yes and lapses on the fifteenth", () => {
  const since = (daysAgo: number) => introductionState(meeting({ sent: { daysAgo, hour: 8 } }));
  assert.deepEqual([since(14), since(15)], ["proposed", "lapsed"]);
  assert.equal(introductionState(meeting({ replies: yes(18) })), "accepted");
});

test("what was agreed is planned until the day, then silent until both have said how it went", () => {
  const told = (outcomes: DemoIntroduction["outcomes"], inDays = -5) =>
    exchangeState(meeting({ replies: yes(18), agreement: { daysAgo: 17, hour: 9, what: "Lørdag", inDays }, outcomes }));
  const said = (side: "giver" | "seeker", happened: boolean) => ({ side, daysAgo: 3, hour: 9, happened });
  assert.equal(told([], 0), "planned");
  assert.equal(told([]), "silent");
  assert.equal(told([said("giver", true)]), "confirmed-by-one");
  assert.equal(told([said("giver", true), said("seeker", true)]), "confirmed");
  assert.equal(told([said("giver", false), said("seeker", false)]), "not-done");
  assert.equal(told([said("giver", true), said("seeker", false)]), "disputed");
});

test("a quantity is taken when both have said yes, and given back when nothing came of it", () => {
  const planks = trailer({ quantity: 10 });
  const first = meeting({ takes: 7, replies: yes(18), noAgreement: { daysAgo: 10, hour: 9, reason: "De var for korte." } });
  const second = meeting({ takes: 6, replies: yes(9) });
  const asked = meeting({ takes: 9 });
  assert.deepEqual(takenOf(planks, [second, first, asked]), { most: 7, now: 6 });
});
