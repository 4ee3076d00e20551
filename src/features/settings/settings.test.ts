// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { changeArea } from "#features/places/index.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

/** Where the newest change is undone. */
const newest = (html: string): string => /class="desk-act"><a href="([^"]+)"/.exec(html)?.[1] ?? "";
const seenIn = (html: string): string => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? "";

const miljoe = "/indstillinger/omraader/miljoe-og-teknik";

test("only the secretariat comes in here", async () => {
  for (const client of [t.visitor(), await t.as("karen"), await t.as("signe"), await t.as("jens")])
    assert.equal((await client.get("/indstillinger")).status, 403);
  const lone = await t.as("lone");
  assert.match((await lone.get("/indstillinger")).text, /Alt, hvad I ændrer, gælder med det samme/);
  assert.match((await lone.get("/en/indstillinger")).text, /Everything you change takes effect at once/);
});

test("Lone changes a deadline: it holds at once, stands in the history as a sentence, and is undone by a button", async () => {
  const lone = await t.as("lone");
  const days = async (): Promise<unknown> => JSON.stringify((await t.visitor().json("GET", "/api/v1/areas", undefined)).body);
  const sent = await lone.fill(`${miljoe}/frister`, { acknowledgeDays: "3", answerDays: "12" });
  assert.equal(sent.status, 303);
  assert.match(String(await days()), /"slug":"miljoe-og-teknik".{1,900}?"answerWorkingDays":12/);
  const history = (await lone.get("/indstillinger/historik")).text;
  assert.match(history, /Lone ændrede svarfristen i Miljø og Teknik fra 15 til 12 arbejdsdage, mandag 23\.\u00a0november/);
  const undo = newest(history);
  assert.match((await lone.get(undo)).text, /Bliver igen:<\/span> 15 arbejdsdage/);
  assert.equal((await lone.fill(undo, {})).status, 303);
  assert.match(String(await days()), /"slug":"miljoe-og-teknik".{1,900}?"answerWorkingDays":15/);
  const after = (await lone.get("/indstillinger/historik")).text;
  assert.match(after, /fra 12 til 15 arbejdsdage/);
  assert.match(after, /Det førte <a/);
  assert.equal((await lone.fill(newest(after), {})).status, 303, "an undo can be undone");
  assert.match(String(await days()), /"slug":"miljoe-og-teknik".{1,900}?"answerWorkingDays":12/);
  const refused = await lone.fill(undo, {});
  assert.equal(refused.status, 303, "what stands is again what the first change made");
});

test("what was changed again since is not overwritten: it says so and shows both", async () => {
  const lone = await t.as("lone");
  await t.perform(changeArea, { as: "lone", reference: "boern-og-skole", input: { answerDays: 11 } });
  const first = newest((await lone.get("/indstillinger/historik")).text);
  const { _key, _token } = await lone.open(first);
  await t.perform(changeArea, { as: "lone", reference: "boern-og-skole", input: { answerDays: 9 } });
  const refused = await lone.post(first, { _key, _token });
  assert.equal(refused.status, 409);
  assert.match(refused.text, /ændret igen siden/);
  assert.match(refused.text, /Ændringen satte:<\/span> 11 arbejdsdage/);
  assert.match(refused.text, /Nu:<\/span> 9 arbejdsdage/);
});

test("two who edit the same: the second is told, with what stands now and what was typed", async () => {
  const [lone, other] = [await t.as("lone"), await t.as("lone")];
  const path = "/indstillinger/omraader/boern-og-skole/telefon";
  const { page, ...open } = await other.open(path);
  const seen = seenIn(page.text);
  assert.equal((await lone.fill(path, { phone: "11 22 33 44", hours: "altid", hoursEn: "always" })).status, 303);
  const late = await other.post(path, { ...open, seen, phone: "55 66 77 88", hours: "altid", hoursEn: "always" });
  assert.equal(late.status, 409);
  assert.match(late.text, /En anden har rettet det her/);
  assert.match(late.text, /Nu:<\/span> 11 22 33 44/);
  assert.match(late.text, /Du skrev:<\/span> 55 66 77 88/);
});
