// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Card } from "#platform/feature.ts";
import { atomOf } from "./atom.ts";
import { feedOf } from "./feed.ts";
import { jsonFeedOf } from "./json-feed.ts";
import { atomFaults, jsonFeedFaults, parseXml } from "./testing.ts";

const card = (over: Partial<Card> = {}): Card => ({
  id: "1",
  kind: "idea",
  reference: "I-2026-0001",
  href: "/ideer/I-2026-0001",
  title: "En bænk ved åen",
  summary: "Der mangler et sted at hvile sig.",
  sign: { icon: "lightbulb", text: "Idé" },
  answer: undefined,
  who: "Karen",
  place: "Langå",
  at: new Date("2026-11-02T09:00:00Z"),
  pattern: "basket",
  status: { sign: "waiting", label: "Venter på svar", detail: "senest mandag" },
  ...over,
});

const options = {
  title: "Idéer",
  description: "Nye idéer",
  lang: "da" as const,
  publisher: "Randers Kommune",
  base: "https://borger.example.dk",
  page: "https://borger.example.dk/ideer",
  self: { atom: "https://borger.example.dk/ideer/feed.xml", json: "https://borger.example.dk/ideer/feed.json" },
  icon: "https://borger.example.dk/assets/favicon.svg",
};

test("a feed is right by RFC 4287 and by JSON Feed 1.1, also an empty one", () => {
  for (const cards of [[card()], [], [card({ place: undefined, status: undefined })]]) {
    assert.deepEqual(atomFaults(atomOf(feedOf(cards, options))), []);
    assert.deepEqual(jsonFeedFaults(jsonFeedOf(feedOf(cards, options))), []);
  }
  const twice = atomOf(feedOf([card(), card()], options));
  assert.deepEqual(atomFaults(twice), ["every id once"], "red");
  assert.deepEqual(atomFaults(twice.replace(/<updated>.*<\/updated>/, "<updated>i går</updated>")).length, 2, "red");
});

test("whatever people write, the feed stays whole and says the same", () => {
  const written = fc.string({ unit: "binary", minLength: 1, maxLength: 60 }).map((text) => `x${text}`);
  fc.assert(
    fc.property(written, written, written, (title, summary, who) => {
      const feed = feedOf([card({ title, summary, who })], options);
      assert.deepEqual(atomFaults(atomOf(feed)), []);
      assert.deepEqual(jsonFeedFaults(jsonFeedOf(feed)), []);
    }),
  );
  const title = `</title><script>alert("1")</script>&amp; 'å' ]]>`;
  const [, entry] = [undefined, parseXml(atomOf(feedOf([card({ title })], options))).children.find(({ name }) => name === "entry")];
  assert.equal(entry?.children.find(({ name }) => name === "title")?.text, title);
});

test("what was answered last stands first, says so, and is as new as its answer", () => {
  const answer = { said: "Ja, vi sætter den op.", who: "Signe i Miljø og Teknik", at: new Date("2026-11-20T10:00:00Z") };
  const newer = card({ href: "/ideer/I-2026-0002", at: new Date("2026-11-10T09:00:00Z") });
  const { items } = feedOf([newer, card({ answer })], options);
  assert.deepEqual(
    items.map(({ url, updated }) => [url, updated.toISOString()]),
    [
      ["https://borger.example.dk/ideer/I-2026-0001", "2026-11-20T10:00:00.000Z"],
      ["https://borger.example.dk/ideer/I-2026-0002", "2026-11-10T09:00:00.000Z"],
    ],
  );
  assert.match(items[0]?.text ?? "", /Signe i Miljø og Teknik svarer: »Ja, vi sætter den op\.«/);
  assert.match(atomOf(feedOf([newer, card({ answer })], options)), /<subtitle>Nye idéer<\/subtitle>\n<updated>2026-11-20T10:00:00\.000Z/);
});
