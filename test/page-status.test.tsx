// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { z } from "zod";
import { allFeatures } from "#app/features.ts";
import { register } from "#platform/register.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { path } from "#platform/http/path.ts";
import { document, page } from "#platform/http/route.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let t: TestWorld;
let over = true;
let made = 0;

const notice = query({ name: "board.notice", input: z.object({}), may: anyone, api: "GET /notice", run: async () => ({ over }) });
const cache = { kinds: ["notice"], keys: [] };
const share = { reference: "T-2026-0001", published: new Date(0), changed: new Date(0), data: {} };

before(async () => {
  const board = {
    name: "board",
    rank: 2 as const,
    operations: [],
    queries: [notice],
    privacy: [],
    routes: [
      page({
        path: path("/tavle"),
        query: notice,
        cache,
        view(asked) {
          made += 1;
          return {
            title: "Klaver",
            body: <p>{asked.over ? "Opslaget er slut." : "Opslaget er her."}</p>,
            share,
            status: asked.over ? 410 : undefined,
          };
        },
      }),
      document({
        path: path("/tavle.txt"),
        query: notice,
        cache,
        make: (asked) => ({ type: "text/plain; charset=utf-8", body: "Klaver", status: asked.over ? 410 : undefined }),
      }),
    ],
  };
  t = await openTestWorld({ registry: register([...allFeatures().features, board]), listen: true });
});
after(() => t.close());

const get = (url: string, headers: Record<string, string> = {}): Promise<Response> => fetch(t.address + url, { headers });

test("what is over is shown whole with 410, from the cache too, and search engines and shared links get nothing of it", async () => {
  for (const time of ["first", "second"]) {
    const reply = await get("/tavle");
    assert.equal(reply.status, 410, time);
    const html = await reply.text();
    assert.match(html, /Opslaget er slut\.[^]*<footer/);
    assert.match(html, /<meta name="robots" content="noindex"/);
    assert.doesNotMatch(html, /rel="canonical"|og:image|ld\+json/);
    assert.equal(reply.headers.get("etag"), null, "a page that is over is not called unchanged");
  }
  assert.equal(made, 1);
  assert.equal((await get("/en/tavle")).status, 410);
  assert.equal((await get("/tavle.txt")).status, 410);
  assert.equal((await (await t.as("karen")).get("/tavle")).status, 410, "who is logged in is told the same");
  assert.equal((await get("/api/v1/notice")).status, 200, "the JSON door answers as before");
});

test("renewed, it is a page as any other, and browsers that have it are told that it holds", async () => {
  over = false;
  t.world.versions.moved(["notice"]);
  const reply = await get("/tavle");
  assert.equal(reply.status, 200);
  const html = await reply.text();
  assert.match(html, /rel="canonical"/);
  assert.doesNotMatch(html, /noindex/);
  assert.equal((await get("/tavle", { "if-none-match": reply.headers.get("etag") ?? "" })).status, 304);
  assert.equal((await (await t.as("karen")).get("/tavle")).status, 200);
});
