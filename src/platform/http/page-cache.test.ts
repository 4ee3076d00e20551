// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { fixedClock } from "#platform/clock/clock.ts";
import { makeVersions } from "#platform/db/versions.ts";
import { makePageCache } from "./page-cache.ts";

const html = (body: string) => ({ type: "text/html; charset=utf-8", body });
const start = "2026-11-23T09:00:00+01:00";

test("a page is built once and shared until a thing of its kind moves", async () => {
  const clock = fixedClock(start);
  const versions = makeVersions();
  const cache = makePageCache({ clock, versions, most: 10 });
  let built = 0;
  const page = () => cache.get("/ideer", ["idea"], async () => html(`page ${(built += 1)}`));
  await Promise.all([page(), page(), page()]);
  assert.equal(built, 1, "one rebuild at a time");
  versions.moved(["offer"]);
  await page();
  assert.equal(built, 1);
  versions.moved(["idea"]);
  assert.equal((await page()).identity.toString(), "page 2");
});

test("what is over stays over in the cache, until it moves", async () => {
  const versions = makeVersions();
  const cache = makePageCache({ clock: fixedClock(start), versions, most: 10 });
  let over = true;
  const page = () => cache.get("/opslag", ["offer"], async () => ({ ...html("post"), status: over ? 410 : undefined }));
  assert.equal((await page()).status, 410);
  over = false;
  assert.equal((await page()).status, 410);
  versions.moved(["offer"]);
  assert.equal((await page()).status, 200);
});

test("a page built while something moved is built again", async () => {
  const versions = makeVersions();
  const cache = makePageCache({ clock: fixedClock(start), versions, most: 10 });
  let release = () => {};
  const first = cache.get("/ideer", ["idea"], () => new Promise((done) => (release = () => done(html("old")))));
  versions.moved(["idea"]);
  release();
  await first;
  assert.equal((await cache.get("/ideer", ["idea"], async () => html("new"))).identity.toString(), "new");
});

test("a page is never older than a minute, and a second when commits cannot be heard", async () => {
  const clock = fixedClock(start);
  const versions = makeVersions();
  const cache = makePageCache({ clock, versions, most: 10 });
  let built = 0;
  const page = () => cache.get("/", "all", async () => html(`${(built += 1)}`));
  await page();
  clock.advance(59_000);
  await page();
  assert.equal(built, 1);
  clock.advance(1_000);
  await page();
  assert.equal(built, 2);
  versions.hears(false);
  await page();
  clock.advance(1_000);
  await page();
  assert.equal(built, 4);
});

test("a page that could not be built is tried again", async () => {
  const versions = makeVersions();
  const cache = makePageCache({ clock: fixedClock(start), versions, most: 10 });
  await assert.rejects(
    cache.get("/", "all", () => Promise.reject(new Error("away"))),
    /away/,
  );
  assert.equal((await cache.get("/", "all", async () => html("back"))).identity.toString(), "back");
});

test("the cache holds no more than it may", async () => {
  const versions = makeVersions();
  const cache = makePageCache({ clock: fixedClock(start), versions, most: 3 });
  let built = 0;
  const page = (key: string) => cache.get(key, "all", async () => html(`${(built += 1)}`));
  for (const key of ["a", "b", "c", "d", "a"]) await page(key);
  assert.equal(built, 5);
});
