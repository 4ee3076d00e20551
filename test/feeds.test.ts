// SPDX-License-Identifier: EUPL-1.2
// Feeds over the registry: every kind that says nothing else.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { atomFaults, jsonFeedFaults } from "#platform/feeds/testing.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let t: TestWorld;
before(async () => void (t = await openTestWorld({ ideas: true })));
after(() => t.close());

test("every kind has feeds, or says why not", () => {
  for (const { kind, feed, lacks } of t.world.registry.kinds.values()) assert.equal(feed === undefined, lacks.feed !== undefined, kind);
});

test("every feed is right in both languages, its page says where it is, and each entry leads to a page", async () => {
  const feeds = t.world.registry.routes.flatMap(({ path }) => (path.endsWith("/feed.xml") ? [path.slice(0, -"/feed.xml".length)] : []));
  for (const { feed } of t.world.registry.kinds.values()) if (feed !== undefined) assert.ok(feeds.includes(feed), `${feed} has its routes`);
  assert.ok(feeds.length > 0);
  for (const pattern of feeds) {
    const path = pattern.replace(":locality", "langaa").replace(":theme", "natur-og-udeliv");
    assert.doesNotMatch(path, /:/, "the test knows what to put into the address");
    for (const prefix of ["", "/en"]) {
      const { text, status } = await t.visitor().get(`${prefix}${path}/feed.xml`);
      assert.equal(status, 200, path);
      assert.deepEqual(atomFaults(text), [], path);
      const json = (await t.visitor().get(`${prefix}${path}/feed.json`)).text;
      assert.deepEqual(jsonFeedFaults(json), [], path);
      const page = (await t.visitor().get(`${prefix}${path}`)).text;
      for (const ending of ["xml", "json"])
        assert.ok(
          page.includes(`href="http://localhost:3000${prefix}${path}/feed.${ending}"`),
          `${prefix}${path} says where its feed.${ending} is`,
        );
      const [first] = JSON.parse(json).items;
      if (first) assert.equal((await t.visitor().get(first.url.replace("http://localhost:3000", ""))).status, 200);
    }
  }
});
