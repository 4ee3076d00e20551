// SPDX-License-Identifier: EUPL-1.2
// What a link to a public thing shows elsewhere, over the registry: every kind that says nothing else.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { submit } from "#features/ideas/operations.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let t: TestWorld;
before(async () => void (t = await openTestWorld({ ideas: true })));
after(() => t.close());

const meta = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];

test("every kind with share heads: title, text, address, picture with words for it, and data for machines", async () => {
  let seen = 0;
  for (const kind of t.world.registry.kinds.values()) {
    if (kind.lacks.share) continue;
    const { rows } = await t.world.readPool.query<{ reference: string }>(
      "SELECT reference FROM platform.thing WHERE kind = $1 AND visibility = 'public' AND withdrawn_at IS NULL LIMIT 3",
      [kind.kind],
    );
    for (const { reference } of rows) {
      for (const lang of ["da", "en"] as const) {
        const address = kind.page(lang, { reference });
        const { text } = await t.visitor().get(address);
        assert.equal(meta(text, "og:type"), "article");
        for (const name of ["og:title", "og:description", "og:image:alt", "article:published_time", "twitter:card"])
          assert.ok(meta(text, name), `${address} ${name}`);
        assert.equal(meta(text, "og:url"), `http://localhost:3000${address}`);
        assert.match(text, new RegExp(`<link rel="canonical" href="http://localhost:3000${address}"`));
        const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? "");
        assert.equal(data["@context"], "https://schema.org");
        assert.equal(data.url, `http://localhost:3000${address}`);
        const picture = await t.server.inject((meta(text, "og:image") ?? "").replace("http://localhost:3000", ""));
        assert.equal(picture.statusCode, 200);
        assert.equal(picture.headers["content-type"], "image/png");
        assert.deepEqual(
          [picture.rawPayload.readUInt32BE(16), picture.rawPayload.readUInt32BE(20)],
          [1200, 630],
          "width and height of the PNG",
        );
        seen += 1;
      }
    }
  }
  assert.ok(seen >= 2, `only ${seen} pages seen`);
});

test("other pages have the site's own picture; forms and what is not public have none", async () => {
  const front = (await t.visitor().get("/")).text;
  assert.match(meta(front, "og:image") ?? "", /^http:\/\/localhost:3000\/del\/billede\.png\?v=[0-9a-f]{10}$/);
  assert.equal((await t.visitor().get("/del/billede.png")).status, 200);
  const { rows } = await t.world.readPool.query<{ reference: string }>(
    "SELECT reference FROM platform.thing WHERE visibility = 'held' LIMIT 1",
  );
  const held = (await (await t.as("lone")).get(`/ideer/${rows[0]?.reference}`)).text;
  assert.equal(meta(held, "og:image"), undefined);
  assert.doesNotMatch(held, /ld\+json/);
});

test("X21 the picture of what is held or withdrawn is there for nobody, and is the same answer as for what is not there", async () => {
  const { rows } = await t.world.readPool.query<{ reference: string }>(
    "SELECT reference FROM platform.thing WHERE visibility <> 'public' OR withdrawn_at IS NOT NULL",
  );
  assert.ok(rows.length > 1);
  for (const client of [t.visitor(), await t.as("karen"), await t.as("lone")]) {
    const not = await client.get("/del/I-2026-9999/billede.png");
    assert.equal(not.status, 404);
    for (const { reference } of rows) {
      const { status, text } = await client.get(`/del/${reference}/billede.png`);
      assert.equal(status, 404, reference);
      assert.equal(text.replaceAll(reference, "I-2026-9999"), not.text);
    }
  }
});

test("a picture is not sent again while it is the same, and other sites may show it", async () => {
  const { answer } = await t.perform(submit, {
    as: "karen",
    input: { title: "En bænk ved åen", text: "Der mangler et sted at hvile sig.", where: "langaa", area: "miljoe-og-teknik" },
  });
  const url = `/del/${String(answer.reference)}/billede.png`;
  const { headers } = await t.visitor().get(url);
  assert.equal(headers["cross-origin-resource-policy"], "cross-origin");
  assert.equal((await t.visitor().get(url, { "if-none-match": String(headers["etag"]) })).status, 304);
});
