// SPDX-License-Identifier: EUPL-1.2
// An idea that lacks something: the exchange finds it, and whoever follows the idea hears.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, submit } from "#features/ideas/operations.ts";
import { takeBack } from "#features/ideas/operations-author.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let t: TestWorld;
let idea: string;
before(async () => {
  t = await openTestWorld();
  const input = { title: "En bænk ved åen", text: "Der mangler et sted at sidde på turen langs åen.", where: "langaa" };
  idea = String((await t.perform(submit, { as: "karen", input })).answer.reference);
  await (await t.as("ruth")).fill(`/foelg/${idea}`, {});
});
after(() => t.close());

const mails = async (recipient: string, subject: RegExp): Promise<string[]> => {
  await t.runJobs();
  return (await t.mails()).filter((mail) => mail.recipient === recipient && subject.test(mail.subject)).map(({ plain }) => plain);
};
let need: string;
const words = { kind: "need", title: "Egetræ til en bænk", text: "Seks planker af eg, to meter lange.", type: "thing", where: "langaa" };

test("an idea's page asks whoever is logged in what it lacks, and leads to a need that is for it", async () => {
  const link = `/byttebors/ny?slags=efterlysning&amp;for=${idea}`;
  for (const key of ["karen", "mehmet", "signe"]) assert.ok((await (await t.as(key)).get(`/ideer/${idea}`)).text.includes(link), key);
  assert.ok(!(await t.visitor().get(`/ideer/${idea}`)).text.includes(link));
  const form = await (await t.as("karen")).get(link.replace("&amp;", "&"));
  assert.match(form.text, /Det skal bruges til <a href="\/ideer\/I-2026-0001">En bænk ved åen<\/a>/);
});

test("the need stands on the idea's page and the idea on the need's, for everybody, as soon as it is put up", async () => {
  const karen = await t.as("karen");
  const sent = await karen.fill(`/byttebors/ny?slags=efterlysning&for=${idea}`, { ...words, for: idea });
  assert.equal(sent.status, 303);
  need = /E-\d{4}-\d+/.exec(sent.location ?? "")?.[0] ?? "";
  assert.doesNotMatch((await t.visitor().get(`/ideer/${idea}`)).text, /Egetræ/, "it is held: somebody looks first");
  assert.deepEqual(await mails("ruth@example.dk", /Mangler/), []);
  assert.equal((await (await t.as("lone")).fill(`/byttebors/${need}/se-efter`, { letThrough: "yes" })).status, 303);
  assert.match((await t.visitor().get(`/ideer/${idea}`)).text, /Her mangler[^]*Egetræ til en bænk/);
  assert.match((await t.visitor().get(`/byttebors/${need}`)).text, /Det er til[^]*En bænk ved åen/);
});

test("whoever follows the idea hears that it lacks something, with a way to stop; who wrote the need does not", async () => {
  const [mail = "", ...more] = await mails("ruth@example.dk", /^Mangler: Egetræ/);
  assert.match(mail, /»En bænk ved åen« mangler noget: Egetræ til en bænk/);
  assert.match(mail, new RegExp(`/byttebors/${need}`));
  assert.match(mail, /du følger »En bænk ved åen«/);
  assert.deepEqual(more, []);
  assert.deepEqual(await mails("karen@example.dk", /^Mangler/), []);
});

test("when it is found, whoever gave the idea and follows it hears, once", async () => {
  const naja = await t.as("naja");
  const asked = await naja.fill(`/byttebors/${need}/praesentation`, {
    organisation: "nordlys",
    greeting: "Hej Karen. Vi har egetræ, der blev til overs.",
    shareEmail: "on",
  });
  const introduction = /F-\d{4}-\d+/.exec(asked.location ?? "")?.[0] ?? "";
  const karen = await t.as("karen");
  await karen.fill(`/formidling/${introduction}/svar`, { yes: "yes", shareEmail: "on" });
  await karen.fill(`/formidling/${introduction}/aftal`, { what: "Seks planker", onDay: "2026-11-23" });
  for (const one of [naja, karen]) await one.fill(`/formidling/${introduction}/hvordan-gik-det`, { happened: "yes" });
  const [mail = "", ...more] = await mails("ruth@example.dk", /^Fundet: Egetræ/);
  assert.match(mail, /Det, »En bænk ved åen« manglede, er fundet: Egetræ til en bænk/);
  assert.deepEqual(more, []);
  assert.doesNotMatch(mail, /Nordlys|Naja|egetræ, der blev/);
  await karen.fill(`/byttebors/${need}/i-hus`, {});
  assert.equal((await mails("ruth@example.dk", /^Fundet: Egetræ/)).length, 1);
});

test("an offer is not what an idea lacks, and nothing but an idea is said to lack anything", async () => {
  const karen = await t.as("karen");
  const status = async (input: Record<string, string>): Promise<number> =>
    (await karen.fill("/byttebors/ny", { ...words, ...input })).status;
  assert.equal(await status({ kind: "offer", for: idea }), 422);
  assert.equal(await status({ for: need }), 422, "a post is no idea");
  assert.doesNotMatch((await karen.get(`/byttebors/ny?slags=efterlysning&for=${need}`)).text, /Det skal bruges til/);
});

test("whoever follows an idea is told once a day of what one writer lacks for it, however many needs they write", async () => {
  const mehmet = await t.as("mehmet");
  const put = async (title: string): Promise<void> => {
    const sent = await mehmet.fill(`/byttebors/ny?slags=efterlysning&for=${idea}`, { ...words, title, for: idea });
    const reference = /E-\d{4}-\d+/.exec(sent.location ?? "")?.[0] ?? "";
    await (await t.as("lone")).fill(`/byttebors/${reference}/se-efter`, { letThrough: "yes" });
  };
  for (const title of ["Skruer af messing", "Skruer af stål", "Skruer af jern"]) await put(title);
  assert.equal((await mails("ruth@example.dk", /^Mangler: Skruer/)).length, 1);
  t.clock.advance(24 * 60 * 60_000);
  await put("Skruer af træ");
  assert.equal((await mails("ruth@example.dk", /^Mangler: Skruer/)).length, 2);
});

test("whoever reads what a need is for reads no name of an idea that was taken back a moment ago", async () => {
  const input = { title: "Et bord til skak", text: "Det kan stå under træerne ved torvet.", where: "langaa" };
  const other = String((await t.perform(submit, { as: "karen", input })).answer.reference);
  const sent = await (
    await t.as("lone")
  ).fill(`/byttebors/ny?slags=efterlysning&for=${other}`, { ...words, title: "En bordplade", for: other });
  const page = `/byttebors/${/E-\d{4}-\d+/.exec(sent.location ?? "")?.[0] ?? ""}`;
  assert.match((await t.visitor().get(page)).text, /Et bord til skak/);
  await t.perform(takeBack, { as: "karen", reference: other, input: {} });
  const { status, text } = await t.visitor().get(page);
  assert.equal(status, 200);
  assert.equal(text.includes("Et bord til skak"), false);
});

test("an idea that cannot be done lacks nothing, and without the exchange nobody is asked", async () => {
  const input = { title: "En bro til Norge", text: "Så kan man cykle derop om sommeren.", where: "langaa", area: "miljoe-og-teknik" };
  const other = String((await t.perform(submit, { as: "karen", input })).answer.reference);
  const shown = async (reference: string): Promise<boolean> =>
    (await (await t.as("mehmet")).get(`/ideer/${reference}`)).text.includes("Lav en efterlysning");
  assert.equal(await shown(other), true);
  const no = { status: "not-possible", reason: "Der er for langt.", possibleIf: "Norge kommer nærmere.", nextStep: "Tag færgen." };
  await t.perform(answer, { as: "signe", reference: other, input: no });
  assert.equal(await shown(other), false);
  assert.equal((await (await t.as("lone")).fill("/indstillinger/dele/exchange", {})).status, 303);
  assert.equal(await shown(idea), false);
});
