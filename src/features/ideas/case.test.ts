// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { personOf } from "#platform/auth/actor.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { addNoteTo, answer, askColleague, concern, move, reply, submit, takeBackQuestion } from "./operations.ts";
import { linkIn, readOn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

async function send(title: string): Promise<string> {
  const input = { title, text: "Den her idé er ikke til at svare på alene.", where: "langaa", area: "miljoe-og-teknik" };
  return String((await t.perform(submit, { as: "karen", input })).answer.reference);
}
const idOf = async (key: string): Promise<string> => personOf(await t.actor(key))?.id ?? "";
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const wrong = (fields: Record<string, string>) => (error: unknown) =>
  error instanceof Refusal && JSON.stringify(error.fields) === JSON.stringify(fields);
const mailsTo = async (address: string) => {
  await t.runJobs();
  return (await t.mails()).filter((mail) => mail.recipient === address);
};
const ask = async (reference: string, colleague = "lone", question = "Hvad koster sådan en bænk?") =>
  t.perform(askColleague, { as: "signe", reference, input: { colleague: await idOf(colleague), question, wished: "2026-11-26" } });

test("Signe asks Lone inside the case; Lone finds it on her workbench and replies, Signe reads it on hers, and no day moves", async () => {
  const reference = await send("En dyr bænk");
  const before = readOn((await t.visitor().get(`/ideer/${reference}`)).text);
  const signe = await t.as("signe");
  const asked = await signe.fill(`/ideer/${reference}/spoerg`, {
    colleague: await idOf("lone"),
    question: "Hvad koster sådan en bænk?",
    wished: "2026-11-26",
  });
  assert.match(readOn((await signe.follow(asked)).text), /Signe spurgte Lone .* Lone er bedt om at svare senest torsdag 26\. november/);

  const lone = await t.as("lone");
  assert.match(readOn((await lone.get("/arbejdsbord")).text), /En dyr bænk .* Signe spørger dig\. Svar gerne senest torsdag 26\. november/);
  assert.match(readOn((await lone.get(`/ideer/${reference}`)).text), /En kollega spørger dig Læs og svar din kollega/);
  assert.doesNotMatch((await (await t.as("karen")).get(`/ideer/${reference}`)).text, /En kollega spørger dig/);
  const mail = (await mailsTo("lone@example.dk")).at(-1);
  assert.match(mail?.plain ?? "", /Hvad koster sådan en bænk\?/);
  const replied = await lone.fill(linkIn(mail?.plain ?? "", "/ideer/"), { reply: "Omkring 8.000 kroner." });
  assert.match(readOn((await lone.follow(replied)).text), /Dit svar er sendt til din kollega/);

  assert.match(readOn((await signe.get("/arbejdsbord")).text), /En dyr bænk .* Lone har svaret på dit spørgsmål/);
  assert.match(readOn((await signe.get(`/ideer/${reference}/sag`)).text), /Omkring 8\.000 kroner\./);
  assert.match((await mailsTo("signe@example.dk")).at(-1)?.subject ?? "", /Lone har svaret dig/);
  assert.equal(readOn((await t.visitor().get(`/ideer/${reference}`)).text), before, "nobody outside sees a trace of it");
});

test("a colleague who is asked sees the idea and the question, not the rest of the case, also while others cannot see the idea", async () => {
  const { answer: made } = await t.perform(submit, {
    input: { title: "Holdt tilbage", text: "Ingen har sagt ja til den endnu.", where: "langaa", area: "miljoe-og-teknik" },
  });
  const reference = String(made.reference);
  await t.perform(addNoteTo, { as: "signe", reference, input: { note: "Kun for os, der svarer." } });
  const jens = await t.as("jens");
  assert.equal((await jens.get(`/ideer/${reference}`)).status, 404);
  await ask(reference, "tine", "Kender I den her?");
  const tine = await t.actor("tine");
  const { body } = await t.visitor().json("GET", `/api/v1/ideas/${reference}`);
  assert.doesNotMatch(JSON.stringify(body), /Kender I den her/);
  assert.equal(tine.kind, "person");
  await assert.rejects(t.perform(addNoteTo, { as: "tine", reference, input: { note: "Må jeg også?" } }), refusal("forbidden"));
  await t.perform(reply, { as: "tine", reference, input: { reply: "Nej, det gør vi ikke." } });
  await assert.rejects(t.perform(reply, { as: "tine", reference, input: { reply: "Eller måske." } }), refusal("nothing-asked"));
});

test("one question at a time to the same colleague; nobody is asked who does not work here, nor oneself, nor for a closed day", async () => {
  const reference = await send("Spørg pænt");
  await ask(reference);
  await assert.rejects(ask(reference), refusal("asked-already"));
  for (const nobody of ["karen", "signe"]) await assert.rejects(ask(reference, nobody), wrong({ colleague: "wrong" }));
  const wished = (day: string) =>
    idOf("bo").then((colleague) =>
      t.perform(askColleague, { as: "signe", reference, input: { colleague, question: "Hvad siger du?", wished: day } }),
    );
  for (const [day, kind] of [
    ["", "required"],
    ["2026-11-23", "past"],
    ["2026-11-28", "closed"],
  ] as const)
    await assert.rejects(wished(day), wrong({ wished: kind }));
});

test("Signe takes her question back: Lone's workbench loses it, she is told, the case keeps that it was asked, and it can be asked anew", async () => {
  const reference = await send("Alligevel ikke");
  const { answer: made } = await ask(reference);
  const lone = await t.as("lone");
  assert.match(readOn((await lone.get("/arbejdsbord")).text), /Alligevel ikke .* Signe spørger dig/);
  const signe = await t.as("signe");
  const page = (await signe.get(`/ideer/${reference}/sag`)).text;
  const link = linkIn(page.replaceAll('href="', " https://m").replaceAll('"', " "), `/ideer/${reference}/spurgt/`);
  assert.match(readOn((await signe.get(link)).text), /Lone skal så ikke svare og får det at vide/);
  const back = await signe.fill(link, {});
  assert.match(
    readOn((await signe.follow(back)).text),
    /Signe spurgte Lone .* Hvad koster sådan en bænk\? Signe tog spørgsmålet tilbage mandag 23\. november/,
  );
  assert.doesNotMatch(readOn((await lone.get("/arbejdsbord")).text), /Alligevel ikke/);
  assert.match((await mailsTo("lone@example.dk")).at(-1)?.subject ?? "", /Signe har taget sit spørgsmål tilbage: Alligevel ikke/);
  assert.match(readOn((await lone.get(`/ideer/${reference}/spurgt`)).text), /Du skal ikke gøre noget/);
  const { rows } = await t.world.readPool.query("SELECT 1 FROM platform.audit WHERE entry = 'idea.question-withdrawn'");
  assert.equal(rows.length, 1);
  await assert.rejects(t.perform(reply, { as: "lone", reference, input: { reply: "8.000 kroner." } }), refusal("nothing-asked"));
  const again = (question: unknown) => t.perform(takeBackQuestion, { as: "signe", reference, input: { question } });
  await assert.rejects(again(made["question"]), refusal("question-over"));
  await ask(reference);
});

test("only who asked takes a question back, and only while nobody has replied", async () => {
  const reference = await send("Hvem spurgte?");
  const { answer: made } = await ask(reference);
  const back = (as: string) => t.perform(takeBackQuestion, { as, reference, input: { question: made["question"] } });
  for (const who of ["bo", "lone", "karen"]) await assert.rejects(back(who), refusal("forbidden"), who);
  await t.perform(askColleague, {
    as: "bo",
    reference,
    input: { colleague: await idOf("tine"), question: "Hvad siger skolerne?", wished: "2026-11-26" },
  });
  await assert.rejects(back("bo"), refusal("question-over"), "Bo asked something else");
  await t.perform(reply, { as: "lone", reference, input: { reply: "8.000 kroner." } });
  await assert.rejects(back("signe"), refusal("question-over"));
});

test("a note is read by who works on the idea and by nobody else; it reaches no mail, no JSON and no search", async () => {
  const reference = await send("Noget internt");
  await t.perform(addNoteTo, { as: "signe", reference, input: { note: "Kanariefugl i sagen." } });
  await t.perform(answer, { as: "signe", reference, input: { status: "we-do-it", reason: "Det gør vi til foråret." } });
  await t.runJobs();
  assert.ok((await t.mails()).every(({ plain, html }) => !`${plain}${html}`.includes("Kanariefugl")));
  for (const who of ["karen", "mehmet", "jens"]) {
    const client = await t.as(who);
    assert.equal((await client.get(`/ideer/${reference}/sag`)).status, 403, who);
    assert.doesNotMatch((await client.get(`/ideer/${reference}`)).text, /Kanariefugl/, who);
    assert.doesNotMatch((await client.json("GET", `/api/v1/ideas/${reference}`)).text, /Kanariefugl/, who);
  }
  assert.doesNotMatch((await t.visitor().get("/ideer?q=kanariefugl")).text, new RegExp(reference));
  for (const who of ["signe", "lone"]) assert.match((await (await t.as(who)).get(`/ideer/${reference}/sag`)).text, /Kanariefugl/, who);
});

test("an idea concerns up to three more areas: they see it on their workbench, the page says so, and one of them taking over is no longer only concerned", async () => {
  const reference = await send("På tværs");
  const signe = await t.as("signe");
  const said = await signe.fill(`/ideer/${reference}/omraader`, { areas: ["boern-og-skole", "sundhed-kultur-og-omsorg"] });
  assert.equal(said.status, 303, readOn(said.text));
  assert.match(readOn((await t.visitor().get(`/ideer/${reference}`)).text), /Idéen angår også Børn og Skole, Sundhed, Kultur og Omsorg/);
  assert.ok((await mailsTo("tine@example.dk")).some(({ subject }) => subject === "Til orientering: På tværs"));
  const desk =
    (await t.world.registry.features
      .find(({ name }) => name === "ideas")
      ?.waiting?.(t.world.read, await t.actor("tine"), "da", t.clock.now())) ?? [];
  assert.match(desk.find(({ title }) => title === "På tværs")?.why ?? "", /Til orientering\. Miljø og Teknik svarer/);
  await t.perform(addNoteTo, { as: "tine", reference, input: { note: "Skolerne er med." } });
  await t.perform(move, { as: "signe", reference, input: { area: "boern-og-skole" } });
  const page = readOn((await t.visitor().get(`/ideer/${reference}`)).text);
  assert.match(page, /Idéen angår også Sundhed, Kultur og Omsorg\./);
  await t.perform(concern, { as: "tine", reference, input: { areas: [] } });
  assert.doesNotMatch(readOn((await t.visitor().get(`/ideer/${reference}`)).text), /angår også/);
});

test("not four areas, not its own, and none that is not there", async () => {
  const reference = await send("Alt for mange");
  const say = (areas: string[]) => t.perform(concern, { as: "signe", reference, input: { areas } });
  const others = (await t.world.read.selectFrom("places.area").select("slug").where("slug", "<>", "miljoe-og-teknik").execute()).map(
    ({ slug }) => slug,
  );
  await assert.rejects(say(others.slice(0, 4)), wrong({ areas: "too-many" }));
  await assert.rejects(say(["miljoe-og-teknik"]), wrong({ areas: "own" }));
  await assert.rejects(say(["atlantis"]), wrong({ areas: "wrong" }));
  await say(others.slice(0, 3));
  await say(others.slice(1, 3));
  await say([others[0] ?? "", ...others.slice(2, 4)]);
});
