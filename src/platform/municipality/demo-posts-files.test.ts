// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "#platform/root.ts";
import { lixOf } from "../../../test/rules/lix.ts";
import { acceptedAt, exchangeState, introductionState, lastDayAgo, postState, takenOf } from "./demo-posts.ts";
import { contributionTypes, partyKinds, type DemoIntroduction, type DemoPost } from "./demo-schema-posts.ts";
import { loadDemo } from "./load-demo.ts";
import { loadMunicipality } from "./load.ts";

const folder = join(root, "municipalities/0730-randers");
const files = loadMunicipality(folder);
const { posts, introductions, organisations, people } = loadDemo(folder, files);
const kindOf = new Map(organisations.map(({ slug, kind }) => [slug, kind]));
const partyKind = (post: DemoPost) => post.partyKind ?? kindOf.get(post.organisation ?? "") ?? "citizen";
const inState = (state: string) => posts.filter((post) => postState(post) === state);
const titled = (key: string): DemoPost => {
  const found = posts.find((post) => post.key === key);
  assert.ok(found, key);
  return found;
};
const told = (key: string): DemoIntroduction => {
  const found = introductions.find((one) => one.key === key);
  assert.ok(found, key);
  return found;
};

test("160 posts: every place has some, the town does not take them all, every type and kind of party is there", () => {
  assert.equal(posts.length, 160);
  assert.deepEqual(
    files.localities.filter(({ slug }) => !posts.some((post) => post.locality === slug)),
    [],
  );
  assert.ok(posts.filter(({ locality }) => locality === "randers-c").length <= 25);
  for (const type of contributionTypes) assert.ok(posts.filter(({ contributionType }) => contributionType === type).length >= 10, type);
  for (const kind of partyKinds) assert.ok(posts.filter((post) => partyKind(post) === kind).length >= 4, kind);
  for (const kind of ["offer", "need"]) assert.ok(posts.filter((post) => post.kind === kind).length >= 75, kind);
});

test("posts stand in every state, and some expire soon", () => {
  for (const state of ["published", "held", "not-let-through", "paused", "fulfilled", "withdrawn", "expired"])
    assert.ok(inState(state).length >= 3, state);
  const left = inState("published").map((post) => -lastDayAgo(post, post.turns));
  assert.ok(left.filter((days) => days === 2 || days === 3).length >= 3);
  assert.ok(left.filter((days) => days >= 12 && days <= 14).length >= 3);
  assert.ok(posts.filter(({ turns = [] }) => turns.some(({ what }) => what === "renewed")).length >= 4);
  assert.ok(posts.filter(({ copyOf }) => copyOf !== undefined).length >= 2);
  assert.equal(posts.filter(({ author }) => author === null).length, 6);
});

test("needs that nobody has answered for more than fourteen days, one of them in Havndal", () => {
  const answered = new Set(introductions.map(({ need }) => need));
  const alone = inState("published").filter(({ key, kind, sent }) => kind === "need" && sent.daysAgo > 14 && !answered.has(key));
  assert.ok(alone.length >= 6);
  assert.ok(alone.some(({ locality }) => locality === "havndal"));
});

test("introductions stand in every state, and so does what came of them", () => {
  const states = new Set(introductions.map(introductionState));
  for (const state of ["proposed", "accepted", "agreed", "done", "declined", "lapsed", "withdrawn", "no-agreement"] as const)
    assert.ok(states.has(state), state);
  const outcomes = new Set(introductions.map(exchangeState));
  for (const state of ["planned", "silent", "confirmed-by-one", "confirmed", "not-done", "disputed", "resolved"] as const)
    assert.ok(outcomes.has(state), state);
  assert.ok(introductions.filter(({ registered }) => registered !== undefined).length >= 3);
  for (const one of introductions.filter((introduced) => introductionState(introduced) === "declined"))
    assert.ok(
      one.replies.some((reply) => !reply.yes && reply.reason),
      one.key,
    );
});

test("Nordlys’ canteen and IF Åsvinget: through Lone, both said yes, both were happy, both thanked", () => {
  const one = told("aasvinget-hos-nordlys");
  assert.deepEqual([titled(one.offer ?? "").organisation, titled(one.need ?? "").organisation], ["nordlys", "if-aasvinget"]);
  assert.deepEqual([one.broker, titled(one.need ?? "").persons], ["lone", 24]);
  assert.ok(acceptedAt(one));
  assert.equal(exchangeState(one), "confirmed");
  assert.deepEqual(
    [one.outcomes?.map(({ score }) => score), one.thanks?.map(({ from, public: open }) => [from, open])],
    [
      [5, 5],
      [
        ["seeker", true],
        ["giver", true],
      ],
    ],
  );
});

test("Ebba has no e-mail: Lone wrote her yes down, and what is shared is a phone number", () => {
  assert.equal(people.find(({ key }) => key === "ebba")?.email, null);
  const said = told("torben-og-ebba").replies.find(({ side }) => side === "seeker");
  assert.deepEqual(said && { by: said.by, yes: said.yes, phone: said.yes && said.phone, email: said.yes && said.email }, {
    by: "lone",
    yes: true,
    phone: "12 34 56 81",
    email: undefined,
  });
});

test("of forty planks 32 are left: twelve were given back", () => {
  const planks = titled("egeplanker");
  assert.equal(planks.quantity, 40);
  assert.equal(takenOf(planks, introductions).now, 8);
});

test("what people write is easy to read", () => {
  const heavy = [
    ...posts.map(({ key, text }) => ({ key, text })),
    ...introductions.flatMap(({ key, greeting, messages = [], thanks = [] }) =>
      [greeting, ...messages.map(({ text }) => text), ...thanks.map(({ text }) => text)].flatMap((text) => (text ? [{ key, text }] : [])),
    ),
  ].filter(({ text }) => (lixOf(text) ?? 0) > 35);
  assert.deepEqual(heavy, []);
});

test("the stories reach back eighteen months, and no two posts say the same", () => {
  const now = 30;
  assert.ok(Math.max(...posts.map(({ sent }) => sent.daysAgo)) > 400);
  assert.ok(new Set(posts.map(({ sent }) => Math.floor(sent.daysAgo / now))).size >= 12);
  assert.equal(new Set(posts.map(({ title }) => title)).size, posts.length);
  assert.equal(new Set(posts.map(({ text }) => text)).size, posts.length);
});
