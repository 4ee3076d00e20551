// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPost } from "../../../test/matrix/stage-exchange.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const greeting = "Det vil jeg gerne hjælpe med på lørdag.";
/** What the page says above a form that was not carried out. */
const said = (html: string): string => /class="[^"]*notice[^"]*"[\s\S]*?<p>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? "";

test("whoever asks again before there is an answer is told so in their own language, and what they wrote stands there still", async () => {
  const post = await openPost(t, "sofie", "offer");
  const karen = await t.as("karen");
  const ask = (to: string) => karen.fill(`${to}/byttebors/${post}/praesentation`, { greeting, sharePhone: "20 30 40 50" });
  assert.equal((await ask("")).status, 303);
  for (const [lang, sentence] of [
    ["", /I er allerede præsenteret for hinanden/],
    ["/en", /You are already introduced to each other/],
  ] as const) {
    const again = await ask(lang);
    assert.equal(again.status, 409);
    assert.match(said(again.text), sentence);
    assert.ok(again.text.includes(greeting), "nothing was lost");
  }
});

test("a broker who brings the same two together again is told that they are, in words for a broker", async () => {
  const [need, offer] = [await openPost(t, "karen", "need"), await openPost(t, "sofie", "offer")];
  const lone = await t.as("lone");
  const bring = (to: string) =>
    lone.fill(`${to}/byttebors/${need}/formidl?til=${offer}`, { other: offer, greeting: "I bor tæt på hinanden." });
  assert.equal((await bring("")).status, 303);
  for (const [lang, sentence] of [
    ["", /De to er allerede præsenteret for hinanden/],
    ["/en", /The two are already introduced to each other/],
  ] as const) {
    const again = await bring(lang);
    assert.equal(again.status, 409);
    assert.match(said(again.text), sentence);
  }
});
