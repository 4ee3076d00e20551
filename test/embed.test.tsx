// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { z } from "zod";
import { allFeatures } from "#app/features.ts";
import type { Feature } from "#platform/feature.ts";
import { register } from "#platform/register.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { path } from "#platform/http/path.ts";
import { document, embed, page } from "#platform/http/route.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let t: TestWorld;

const whoAsks = query({
  name: "window.who-asks",
  input: z.object({ q: z.enum(["gone"]).optional() }),
  may: anyone,
  api: false,
  run: async ({ input, actor }) => {
    if (input.q === "gone") throw notFound();
    return actor.kind;
  },
});
const cache = { kinds: ["idea"], keys: ["q"] };
const shown = path("/vindue/vis");
const whole = (lang: "da" | "en") => ({ href: path("/ideer")(lang), text: "Se dem alle" });
const routes = [
  embed({
    path: shown,
    query: whoAsks,
    cache,
    view: (who, { lang, locality }) => ({ title: "Vindue", body: <h1>{`${who} ${String(locality)}`}</h1>, whole: whole(lang) }),
  }),
  page({ path: path("/vindue"), query: whoAsks, cache, view: (who) => ({ title: "Vindue", body: <h1>{who}</h1> }) }),
  document({
    path: path("/vindue.html"),
    query: whoAsks,
    cache,
    make: (_who, { base }) => ({ type: "text/html; charset=utf-8", body: `<ul><li><a href="${base}/ideer">Idéer</a></li></ul>` }),
  }),
];
const slice: Feature = { name: "window", rank: 2, operations: [], queries: [whoAsks], privacy: [], routes };

before(async () => {
  t = await openTestWorld({ registry: register([...allFeatures().features, slice]) });
});
after(() => t.close());

test("any site may show it in a frame: no script, no form, no menu, and the way to all of it opens beside that site", async () => {
  const { status, text, headers } = await t.visitor().get("/vindue/vis");
  assert.equal(status, 200);
  const policy = String(headers["content-security-policy"]);
  assert.match(policy, /default-src 'none'.*form-action 'none'.*frame-ancestors \*$/);
  assert.doesNotMatch(policy, /script-src/);
  assert.equal(headers["x-frame-options"], undefined);
  assert.equal(headers["access-control-allow-origin"], "*");
  assert.doesNotMatch(text, /<(?:script|form|nav|header)\b/);
  assert.match(text, /<a href="\/ideer" target="_blank" rel="noopener">Se dem alle/);
  assert.match(text, /<meta name="robots" content="noindex"/);
  assert.match((await t.visitor().get("/en/vindue/vis")).text, /<a href="\/en\/ideer"[^]*Links open in a new tab/);
});

test("it is the same for everybody: no cookie is read and none is set", async () => {
  const lone = await t.as("lone");
  await lone.get("/sted?vis=langaa");
  const { text, headers } = await lone.get("/vindue/vis");
  assert.match(text, /<h1>anonymous undefined<\/h1>/);
  assert.doesNotMatch(text, /Lone/);
  assert.equal(headers["set-cookie"], undefined);
  assert.equal((await lone.get("/vindue/vis", { "if-none-match": String(headers["etag"]) })).status, 304);
});

test("where it is gone, the frame says so in the same small way, to whoever is logged in too", async () => {
  const { status, text, headers } = await (await t.as("lone")).get("/vindue/vis?q=gone");
  assert.equal(status, 404);
  assert.match(String(headers["content-security-policy"]), /frame-ancestors \*/);
  assert.equal(headers["x-frame-options"], undefined);
  assert.doesNotMatch(text, /<nav|Lone’s|Log ud/);
});

test("no other page may be framed, shared or one's own, its form, its failure or what is no page", async () => {
  for (const client of [t.visitor(), await t.as("lone")]) {
    for (const url of ["/", "/ideer", "/vindue", "/vindue?q=gone", "/vindue.html", "/log-ind", "/ideer/ny", "/min-side", "/findes-ikke"]) {
      const { headers } = await client.get(url);
      assert.match(String(headers["content-security-policy"]), /frame-ancestors 'none'/, url);
      assert.equal(headers["x-frame-options"], "DENY", url);
    }
  }
});

test("plain HTML can be fetched by other sites and put into their own pages; shown by itself it is nobody and runs nothing", async () => {
  const { status, text, headers } = await (await t.as("lone")).get("/vindue.html");
  assert.equal(status, 200);
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.match(text, /^<ul><li><a href="http:\/\/localhost:3000\/ideer">/);
  assert.match(String(headers["content-security-policy"]), /default-src 'none'.*sandbox/);
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal((await t.visitor().get("/vindue.html")).headers["access-control-allow-origin"], "*");
  assert.equal((await t.visitor().get("/vindue.html")).headers["cross-origin-resource-policy"], "cross-origin");
});

test("what would carry a visitor into a frame stops the start", () => {
  const [frame] = routes;
  assert.ok(frame?.cache);
  for (const wrong of [{ cache: undefined }, { cache: { ...frame.cache, locality: true } }, { several: async () => "/" }])
    assert.throws(() => register([{ ...slice, routes: [{ ...frame, ...wrong }] }]), /\/vindue\/vis may stand on other sites/);
});
