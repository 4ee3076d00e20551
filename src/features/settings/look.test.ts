// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contrast } from "#design/contrast.ts";
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

test("own colours come in a sheet whose address moves with them, and an old address still gives those of now", async () => {
  const purple = { ...standard, wordMark: "Vores by", fjordLight: "#4b2a6b", threadLight: "#a0305e" };
  await t.perform(changeLook, { as: "lone", input: purple });
  const page = (await t.visitor().get("/")).text;
  const href = /href="(\/farver\/[0-9a-f]{10}\.css)"/.exec(page)?.[1] ?? "";
  const sheet = await t.visitor().get(href);
  assert.match(sheet.text, /--fjord:#4b2a6b/);
  assert.match(sheet.text, /--link:#/);
  assert.match(String(sheet.headers["cache-control"]), /immutable/);
  assert.ok(sheet.text.length < 400, "a phone hardly notices");
  await t.perform(changeLook, { as: "lone", input: { ...purple, fjordLight: "#1d3b6b" } });
  const old = await t.visitor().get(href);
  assert.match(old.text, /--fjord:#1d3b6b/);
  assert.equal(old.headers["cache-control"], "no-store");
});
