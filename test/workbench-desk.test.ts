// SPDX-License-Identifier: EUPL-1.2
// Signe on a Monday morning, with forty ideas; and Bo, her deputy.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { personOf } from "#platform/auth/actor.ts";
import { acknowledge, answer, submit } from "#features/ideas/operations.ts";
import { comeBack } from "#features/places/index.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";
import { countQueries } from "#platform/db/testing.ts";
import { browserOf } from "./matrix/stage.ts";
import { keyOf } from "#features/workbench/acknowledge.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const places = ["langaa", "randers-c", "spentrup", "assentoft"];

async function sendIdeas(count: number, area = "miljoe-og-teknik"): Promise<string[]> {
  const references: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const input = { title: `Bænk nummer ${at + 1}`, text: "Der mangler et sted at hvile sig på turen.", where: places[at % 4] ?? "", area };
    references.push(String((await t.perform(submit, { as: "karen", input })).answer.reference));
  }
  return references;
}

const aReason = { status: "we-do-it", reason: "Vi sætter den op til foråret, og vi har fundet pengene." };
const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;

test("forty ideas are narrowed by what to do and where, and the choice stays when one comes back", async () => {
  const [first = "", second = ""] = await sendIdeas(40);
  await t.perform(acknowledge, { as: "signe", reference: first, input: {} });
  const signe = await t.as("signe");
  const whole = main((await signe.get("/arbejdsbord")).text);
  assert.match(whole, /Alt 40/);
  assert.match(whole, /Kvittér 39/);
  assert.match(whole, /Svar 1/);
  assert.match(whole, /Langå \(10\)/);
  const narrowed = main((await signe.get("/arbejdsbord?duty=acknowledge&place=randers-c")).text);
  assert.match(narrowed, /Kvittér 10/);
  assert.doesNotMatch(narrowed, /Idé fra Karen[^·]* · Langå/);
  const link = new RegExp(`/ideer/${second}/kvitter\\?tilbage=([^"]+)`).exec(narrowed)?.[0] ?? "";
  assert.match(link, /tab%3Danswer%26duty%3Dacknowledge%26place%3Dranders-c/);
  const form = await signe.open(link);
  assert.match(form.page.text, /name="_back" value="\/arbejdsbord\?tab=answer&amp;duty=acknowledge&amp;place=randers-c"/);
  const { _key, _token } = form;
  const sent = await signe.post(`/ideer/${second}/kvitter`, { _key, _token, _back: "/arbejdsbord?duty=acknowledge&place=randers-c" });
  assert.equal(sent.location, `/arbejdsbord?duty=acknowledge&place=randers-c&gjort=ideas.acknowledge&om=${second}`);
  const back = main((await signe.follow(sent)).text);
  assert.match(back, /Du har kvitteret for »Bænk nummer 2«/);
  assert.match(back, /Kvittér 9/);
});

test("a form leads nowhere else than to our own pages", async () => {
  const [reference = ""] = await sendIdeas(1);
  const signe = await t.as("signe");
  const { _key, _token } = await signe.open(`/ideer/${reference}/kvitter?tilbage=${encodeURIComponent("//evil.example")}`);
  const sent = await signe.post(`/ideer/${reference}/kvitter`, { _key, _token, _back: "//evil.example/arbejdsbord" });
  assert.equal(sent.location, `/ideer/${reference}?nyt=acknowledged`);
});

test("many are acknowledged with one press, each by itself; what could not be is told with why, and a second press does nothing more", async () => {
  const signe = await t.as("signe");
  const references = await sendIdeas(4);
  const { _key, _token, page } = await signe.open("/arbejdsbord/kvitter");
  for (const reference of references) assert.match(page.text, new RegExp(`value="${reference}" checked`));
  const [gone = "", ...three] = references;
  await t.perform(answer, { as: "signe", reference: gone, input: aReason });
  const send = () => signe.post("/arbejdsbord/kvitter", { _key, _token, which: [...references, "I-2026-9999", "X-2026-0001", "<b>"] });
  const sent = await send();
  assert.equal(sent.status, 303);
  const told = main((await signe.follow(sent)).text);
  assert.match(told, /Der er kvitteret for 3\./);
  assert.match(told, new RegExp(`${gone}: Idéen har fået sit endelige svar`));
  assert.match(told, /I-2026-9999/);
  const count = async () =>
    (await t.world.read.selectFrom("platform.audit").select("id").where("entry", "=", "idea.acknowledged").execute()).length;
  const before = await count();
  assert.match(main((await signe.follow(await send())).text), /Der er kvitteret for 3\./, "the same keys give the same answers");
  assert.equal(await count(), before);
  assert.equal(new Set(three.map((reference) => keyOf(_key, reference))).size, 3, "a key each");
  const bo = await t.as("karen");
  assert.equal((await bo.get("/arbejdsbord/kvitter")).status, 403);
});

test("whoever may not acknowledge an idea cannot do it with many either, and not from another site", async () => {
  const [reference = ""] = await sendIdeas(1);
  const tine = await browserOf(t, "other-contact");
  const { _token } = await tine.open("/arbejdsbord/fravaer");
  const _key = "a-key-of-my-own";
  const told = await tine.follow(await tine.post("/arbejdsbord/kvitter", { _key, _token, which: reference }));
  assert.match(told.text, /Der er ikke kvitteret for nogen/);
  const foreign = await tine.post(
    "/arbejdsbord/kvitter",
    { _key, _token, which: reference },
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  );
  assert.equal(foreign.status, 403);
});

test("while Signe is away her inbox is Bo's: his workbench, the idea's page and the mails say so", async () => {
  const [reference = ""] = await sendIdeas(1);
  const bo = await t.as("bo");
  const usual = main((await bo.get("/arbejdsbord")).text);
  assert.match(usual, /Signe svarer i Miljø og Teknik/);
  assert.doesNotMatch(usual, new RegExp(`/ideer/${reference}/`), "he is not bothered with what she answers");
  assert.match(main((await bo.get("/arbejdsbord?whose=all")).text), /Kvittér \d\d/, "but can see it");

  const signe = await t.as("signe");
  const form = await signe.fill("/arbejdsbord/fravaer", { from: "2026-11-23", until: "2026-12-04", standIn: "" });
  assert.equal(form.location, "/arbejdsbord/fravaer?nyt=away");
  assert.match(main((await signe.follow(form)).text), /Signe er væk fra mandag 23\..november til og med fredag 4\..december/u);
  const his = main((await bo.get("/arbejdsbord")).text);
  assert.match(his, /Signe er væk til og med fredag 4\..december\. Du svarer i Miljø og Teknik/u);
  assert.match(his, /Kvittér \d\d/);
  assert.match((await t.visitor().get(`/ideer/${reference}`)).text, /Bo svarer, mens Signe er væk til og med fredag 4\..december/u);
  const before = (await t.mails()).length;
  await sendIdeas(1);
  await t.runJobs();
  const to = (await t.mails()).slice(before).map(({ recipient }) => recipient);
  assert.ok(to.some((address) => address.startsWith("bo")) && !to.some((address) => address.startsWith("signe")), to.join());

  const refused = await bo.fill("/arbejdsbord/fravaer", { from: "2026-11-30", until: "2026-11-30", standIn: "" });
  assert.equal(refused.status, 422);
  assert.match(main(refused.text), /Din stedfortræder er også væk nogle af de dage\. Vælg en tredje/);
  const { id } = await t.world.read
    .selectFrom("places.absence")
    .select("id")
    .where("person", "=", personOf(await t.actor("signe"))?.id ?? "")
    .executeTakeFirstOrThrow();
  await t.perform(comeBack, { as: "signe", reference: id, input: {} });
  assert.match(main((await bo.get("/arbejdsbord")).text), /Signe svarer i Miljø og Teknik/);
});

test("Lone follows up on what others let lie; it stands under a tab of its own", async () => {
  const lone = await t.as("lone");
  assert.match(main((await lone.get("/arbejdsbord?tab=follow-up")).text), /Ingen lader noget ligge/);
  t.clock.set("2026-12-01T09:00:00+01:00");
  const later = await t.as("lone");
  const page = main((await later.get("/arbejdsbord?tab=follow-up")).text);
  assert.match(page, /Over tid/);
  assert.match(page, /Miljø og Teknik \(Signe\)/);
  assert.match(main((await later.get("/arbejdsbord?tab=answer")).text), /Der er ingen, der venter på dig/);
  t.clock.set("2026-11-23T09:00:00+01:00");
});

test("what is asked for in vain in the address is as if it was not there", async () => {
  const signe = await t.as("signe");
  assert.equal((await signe.get("/arbejdsbord?duty=nonsense&place=%00&tab=x&gjort=<b>&om=1&all=<x>")).status, 200);
});

test("the workbench asks the database as often for forty rows as for one, and only who it is while nothing is written", async () => {
  const counting = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
  const ask = async (): Promise<number> => {
    const signe = await counting.as("signe");
    await signe.get("/arbejdsbord");
    assert.equal(await countQueries(counting.world.readPool, () => signe.get("/arbejdsbord")), 1, "it is kept until something is written");
    counting.world.versions.moved([]);
    return countQueries(counting.world.readPool, () => signe.get("/arbejdsbord"));
  };
  const send = (): Promise<unknown> =>
    counting.perform(submit, {
      as: "karen",
      input: { title: "En bænk", text: "Der mangler et sted at hvile sig.", where: "langaa", area: "miljoe-og-teknik" },
    });
  await send();
  const one = await ask();
  for (let count = 0; count < 39; count += 1) await send();
  assert.equal(await ask(), one);
  const slices = counting.world.registry.features.filter(({ waiting }) => waiting).length;
  // What is under row level security is asked in a transaction that says who reads: three statements more, for each of two questions.
  const guarded = 2 * 3;
  assert.ok(one <= 3 + 3 * slices + guarded, `${one} queries for ${slices} slices`);
  await counting.close();
});
