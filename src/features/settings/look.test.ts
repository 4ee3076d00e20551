// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contrast } from "#design/contrast.ts";
import { keysOf, languages } from "#platform/i18n/i18n.ts";
import { standardText } from "#platform/i18n/overrides.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { changeLook } from "./operations-own.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const standard = {
  wordMark: "Medborger",
  beside: "Randers Kommune",
  fjordLight: "#0d4a4e",
  fjordDark: "#93d6cb",
  fjordTintLight: "#dcedeb",
  fjordTintDark: "#18393a",
  threadLight: "#c2322d",
  threadDark: "#ff8d7b",
  threadTintLight: "#fbe5e0",
  threadTintDark: "#3b2220",
};
const path = "/indstillinger/udseende";

test("the word mark is new on the next page of every visitor, also on one that was kept", async () => {
  const visitor = t.visitor();
  assert.match((await visitor.get("/ideer")).text, />Medborger<small>Randers Kommune/);
  const lone = await t.as("lone");
  assert.equal((await lone.fill(path, { ...standard, wordMark: "Vores by" })).status, 303);
  const page = (await visitor.get("/ideer")).text;
  assert.match(page, />Vores by<small>Randers Kommune/);
  assert.match(page, /<title>[^<]* · Vores by<\/title>/);
  assert.doesNotMatch(page, /\/farver\//, "colours as delivered cost no sheet of their own");
});

test("a colour that cannot be read is refused with both numbers and the nearest that can", async () => {
  const lone = await t.as("lone");
  const refused = await lone.fill(path, { ...standard, wordMark: "Vores by", fjordLight: "#4aa3a8" });
  assert.equal(refused.status, 422);
  const [, ratio, least, nearest = ""] =
    /Knapper, lys: kontrasten er ([\d,]+), og den skal være mindst (\d)\. (#[0-9a-f]{6})/.exec(refused.text) ?? [];
  assert.deepEqual([ratio, least], ["2,9", "7"]);
  assert.ok(contrast("#ffffff", nearest) >= 7, nearest);
  const row = await t.world.read.selectFrom("platform.municipality").select("facts").executeTakeFirstOrThrow();
  assert.doesNotMatch(JSON.stringify(row.facts), /4aa3a8/, "nothing of it is kept");
  assert.equal((await lone.fill(path, { ...standard, wordMark: "Vores by", fjordLight: nearest })).status, 303, "what was proposed passes");
});

test("in light and in dark, words on the colour and the colour on the page: each that is too weak is refused with what to choose instead", async () => {
  const lone = await t.as("lone");
  const weak = [
    { field: "fjordLight", colour: "#7fb3c0", says: "Knapper, lys", nearest: (one: string) => contrast("#ffffff", one) >= 7 },
    { field: "fjordDark", colour: "#23605f", says: "Knapper, mørk", nearest: (one: string) => contrast("#05211f", one) >= 7 },
    { field: "threadLight", colour: "#f3a9a6", says: "Tråden, lys", nearest: (one: string) => contrast("#fbfaf6", one) >= 3 },
    { field: "threadDark", colour: "#5a2a25", says: "Tråden, mørk", nearest: (one: string) => contrast("#0e1b1c", one) >= 3 },
    { field: "fjordTintLight", colour: "#5f8f8b", says: "", nearest: (one: string) => contrast("#12302f", one) >= 7 },
    { field: "fjordTintDark", colour: "#5f8f8b", says: "", nearest: (one: string) => contrast("#eaf2ef", one) >= 7 },
    { field: "threadTintLight", colour: "#c98a80", says: "", nearest: (one: string) => contrast("#12302f", one) >= 7 },
    { field: "threadTintDark", colour: "#c98a80", says: "", nearest: (one: string) => contrast("#eaf2ef", one) >= 7 },
  ];
  for (const { field, colour, says, nearest } of weak) {
    const before = await t.world.read.selectFrom("platform.municipality").select("facts").executeTakeFirstOrThrow();
    const refused = await lone.fill(path, { ...standard, wordMark: "Målt", [field]: colour });
    assert.equal(refused.status, 422, field);
    const [, what = "", proposed = ""] =
      /([^<>]+): kontrasten er [\d,]+, og den skal være mindst \d\. (#[0-9a-f]{6})/.exec(refused.text) ?? [];
    assert.ok(what.startsWith(says), `${field} is called "${what}"`);
    assert.ok(nearest(proposed), `${field}: ${proposed} can be read`);
    assert.deepEqual(
      await t.world.read.selectFrom("platform.municipality").select("facts").executeTakeFirstOrThrow(),
      before,
      "nothing is kept",
    );
    assert.equal(
      (await lone.fill(path, { ...standard, wordMark: `Målt ${field}`.slice(0, 30), [field]: proposed })).status,
      303,
      `${field}: what was proposed is taken`,
    );
  }
});

test("own colours come in a sheet whose address moves with them, and an old address still gives those of now", async () => {
  const purple = { ...standard, wordMark: "Vores by", fjordLight: "#4b2a6b", threadLight: "#a0305e" };
  await t.perform(changeLook, { as: "lone", input: purple });
  const page = (await t.visitor().get("/")).text;
  const href = /href="(\/farver\/[0-9a-f]{10}\.css)"/.exec(page)?.[1] ?? "";
  const sheet = await t.visitor().get(href);
  assert.match(sheet.text, /--fjord:#4b2a6b/);
  assert.match(sheet.text, /--link:#/);
  assert.match(
    sheet.text,
    /dark\)\{:root\{--fjord:#93d6cb;--thread:#ff8d7b/,
    "what was chosen for light alone leaves the dark one as it was",
  );
  assert.match(String(sheet.headers["cache-control"]), /immutable/);
  assert.ok(sheet.text.length < 400, "a phone hardly notices");
  await t.perform(changeLook, { as: "lone", input: { ...purple, fjordLight: "#1d3b6b" } });
  const old = await t.visitor().get(href);
  assert.match(old.text, /--fjord:#1d3b6b/);
  assert.equal(old.headers["cache-control"], "no-store");
});

const purple = {
  ...standard,
  wordMark: "Vores by",
  beside: "Prøveby",
  fjordLight: "#4b2a6b",
  threadLight: "#a0305e",
  threadDark: "#f0a0c0",
};
const attribute = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? "";

test("a mail that is written after the change has the new word mark and colours, in light and in dark", async () => {
  const write = async (): Promise<string> => {
    await t.visitor().fill("/log-ind", { email: `ny${(await t.mails()).length}@example.dk` });
    await t.runJobs();
    return (await t.mails()).at(-1)?.html ?? "";
  };
  await t.perform(changeLook, { as: "lone", input: { ...standard, beside: "Randers" } });
  const before = await write();
  assert.match(before, />Medborger </);
  assert.match(before, /background:#0d4a4e/);
  await t.perform(changeLook, { as: "lone", input: purple });
  const mail = await write();
  assert.match(mail, />Vores by .*>Prøveby</);
  assert.doesNotMatch(mail, /Medborger/);
  assert.match(mail, /background:#4b2a6b/, "the button, light");
  assert.match(mail, /border-top:4px solid #a0305e/);
  assert.match(mail, /border-top-color:#f0a0c0 !important/, "the thread, dark");
  assert.doesNotMatch(mail, /#0d4a4e|#c2322d|#ff8d7b/, "nothing of what was delivered is left");
});

test("the mark in the tab and in feeds has the new colours under a new address; an old address gives those of now", async () => {
  await t.perform(changeLook, { as: "lone", input: { ...purple, wordMark: "Byen" } });
  const icon = async (): Promise<string> => attribute((await t.visitor().get("/")).text, /<link rel="icon" href="([^"]*)"/);
  const first = await icon();
  assert.match(first, /^\/farver\/[0-9a-f]{10}\.svg$/);
  const mark = await t.visitor().get(first);
  assert.equal(mark.headers["content-type"], "image/svg+xml");
  assert.match(String(mark.headers["cache-control"]), /immutable/);
  assert.match(mark.text, /stroke:#a0305e.*stroke:#f0a0c0/, "light, then dark");
  assert.ok((await t.visitor().get("/ideer/feed.json")).text.includes(first), "feeds name it");
  await t.perform(changeLook, { as: "lone", input: { ...purple, threadLight: "#7a1f4a" } });
  assert.notEqual(await icon(), first);
  const old = await t.visitor().get(first);
  assert.match(old.text, /stroke:#7a1f4a/);
  assert.equal(old.headers["cache-control"], "no-store");
  await t.perform(changeLook, { as: "lone", input: standard });
  assert.match(await icon(), /^\/assets\/favicon-/, "the delivered colours cost nothing of their own");
  assert.match((await t.visitor().get(first)).text, /stroke:#c2322d/);
});

test("the picture of a link has the new look at once, under a new address, and who asks for the old one gets the new picture too", async () => {
  const image = async (): Promise<string> =>
    attribute((await t.visitor().get("/")).text, /property="og:image" content="http:\/\/localhost:3000([^"]*)"/);
  const paint = async (url: string) => t.server.inject(url);
  await t.perform(changeLook, { as: "lone", input: { ...standard, beside: "Foran" } });
  const first = await image();
  const before = await paint(first);
  for (const input of [
    { ...standard, wordMark: "Vores by" },
    { ...standard, threadLight: "#a0305e" },
  ]) {
    await t.perform(changeLook, { as: "lone", input });
    const next = await image();
    assert.notEqual(next, first);
    const now = await paint(next);
    assert.notDeepEqual(now.rawPayload, before.rawPayload, "another picture");
    assert.deepEqual((await paint(first)).rawPayload, now.rawPayload);
  }
});

test("no text names the word mark that was delivered: it is said by the setting", () => {
  const slices = [...t.world.registry.features.map(({ name }) => name), "mail", "platform"];
  const keys = slices.flatMap((slice) => keysOf(slice, "da").map((key) => ({ slice, key })));
  assert.ok(keys.length > 1_000, `only ${keys.length} texts were seen`);
  for (const { slice, key } of keys)
    for (const lang of languages) assert.doesNotMatch(standardText(slice, lang, key) ?? "", /\bMedborger\b/, `${slice}:${key}`);
});
