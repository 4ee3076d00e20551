// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { z } from "zod";
import { allFeatures } from "#app/features.ts";
import { register } from "#platform/register.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone, loggedIn } from "#platform/operations/rule.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";
import { path } from "#platform/http/path.ts";
import { document } from "#platform/http/route.ts";

let t: TestWorld;
let made = 0;

const input = z.object({ q: z.enum(["one", "gone"]).optional() });
const words = query({
  name: "shelf.words",
  input,
  may: anyone,
  api: false,
  run: async ({ input: { q } }) => {
    if (q === "gone") throw notFound();
    return q ?? "all";
  },
});
const own = query({ name: "shelf.own", input: z.object({}), may: loggedIn, api: false, run: async () => "<script>alert(1)</script>" });

before(async () => {
  const shelf = {
    name: "shelf",
    rank: 2 as const,
    operations: [],
    queries: [words, own],
    privacy: [],
    routes: [
      document({
        path: path("/hylde.csv"),
        query: words,
        cache: { kinds: ["idea"], keys: ["q"] },
        make: (word, { lang }) => ({
          type: "text/csv; charset=utf-8",
          body: `${lang},${word},${(made += 1)}\n`,
          filename: 'æbler"\r\nx: y.csv',
        }),
      }),
      document({ path: path("/min-fil"), query: own, make: (body) => ({ type: "image/png", body: Buffer.from(body), keep: "own" }) }),
    ],
  };
  t = await openTestWorld({ registry: register([...allFeatures().features, shelf]) });
});
after(() => t.close());

test("a document is made once for all visitors, in both languages, until a thing of its kinds moves", async () => {
  const visitor = t.visitor();
  const first = await visitor.get("/hylde.csv");
  assert.equal(first.status, 200);
  assert.equal(first.text, "da,all,1\n");
  assert.equal((await visitor.get("/hylde.csv")).text, "da,all,1\n");
  assert.equal((await visitor.get("/en/hylde.csv?q=one")).text, "en,one,2\n");
  assert.equal((await visitor.get("/hylde.csv", { "if-none-match": String(first.headers["etag"]) })).status, 304);
  t.world.versions.moved(["idea"]);
  assert.equal((await visitor.get("/hylde.csv", { "if-none-match": String(first.headers["etag"]) })).text, "da,all,3\n");
});

test("it says its type, is saved under a name without tricks, runs nothing, and other sites may fetch it", async () => {
  const { headers } = await t.visitor().get("/hylde.csv");
  assert.equal(headers["content-type"], "text/csv; charset=utf-8");
  assert.equal(headers["content-disposition"], 'attachment; filename="-bler---x--y.csv"');
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.match(String(headers["content-security-policy"]), /default-src 'none'.*sandbox/);
  assert.equal(headers["access-control-allow-origin"], "*");
  assert.equal(headers["cross-origin-resource-policy"], "cross-origin");
});

test("what is one person's own is shared with nobody, and kept only by the browser that asks again", async () => {
  const karen = await t.as("karen");
  const { status, headers } = await karen.get("/min-fil");
  assert.equal(status, 200);
  assert.equal(headers["cache-control"], "private, no-cache");
  assert.equal(headers["access-control-allow-origin"], undefined);
  assert.equal(headers["cross-origin-resource-policy"], "same-origin");
  assert.equal((await karen.get("/min-fil", { "if-none-match": String(headers["etag"]) })).status, 304);
});

test("who may not, and what is not there, get the site's page with the site's headers", async () => {
  for (const [url, status] of [
    ["/min-fil", 403],
    ["/hylde.csv?q=gone", 404],
  ] as const) {
    const reply = await t.visitor().get(url);
    assert.equal(reply.status, status);
    assert.match(reply.text, /<!doctype html>/i);
    assert.doesNotMatch(String(reply.headers["content-security-policy"]), /sandbox/);
    assert.equal(reply.headers["access-control-allow-origin"], undefined);
  }
});
