// SPDX-License-Identifier: EUPL-1.2
// Writing an answer: a draft that is kept, a phrase that is put in, a look at it before it is sent.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { personOf } from "#platform/auth/actor.ts";
import { answer, submit } from "#features/ideas/operations.ts";
import type { Client, Form, Response } from "./client.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let t: TestWorld;
let reference = "";
before(async () => {
  t = await openTestWorld();
  reference = await anIdea();
});
after(() => t.close());

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;

async function anIdea(): Promise<string> {
  const input = {
    title: "En bænk ved åen",
    text: "Der mangler et sted at hvile sig på turen.",
    where: "langaa",
    area: "miljoe-og-teknik",
    name: "Karen Holm",
  };
  return String((await t.perform(submit, { as: "karen", input })).answer.reference);
}

/** Opens the answer form, and presses one of its buttons. */
async function press(client: Client, name: string | undefined, fields: Form, back?: string): Promise<Response> {
  const path = `/ideer/${reference}/svar`;
  const { _key, _token } = await client.open(path);
  return client.post(path, { _key, _token, ...(back ? { _back: back } : {}), ...(name ? { _press: name } : {}), ...fields });
}

const half = { reason: "Vi har talt med vejfolkene, og" };
const whole = { status: "we-do-it", reason: "Ja, bænken kommer op i april.\n\nStien er vores egen." };

const rowsOf = async (): Promise<string> => {
  const tables = [
    "ideas.answer",
    "platform.event",
    "platform.audit",
    "platform.link",
    "platform.idempotency",
    "platform.mail",
    "graphile_worker._private_jobs",
  ];
  const counts = await Promise.all(tables.map((table) => t.world.writePool.query(`SELECT count(*) FROM ${table}`)));
  return counts.map(({ rows: [row] }) => String(row?.count)).join(" ");
};

test("half an answer is kept as a draft, found again the next day, and nobody else sees it", async () => {
  const signe = await t.as("signe");
  const kept = await press(signe, "draft", half, "/arbejdsbord?tab=answer");
  assert.equal(kept.location, `/arbejdsbord?tab=answer&gjort=drafts.keep&om=${reference}`);
  assert.match(main((await signe.follow(kept)).text), /Kladden til »En bænk ved åen« er gemt/);
  t.clock.set("2026-11-24T09:00:00+01:00");
  const again = await t.as("signe");
  const { _key, _token } = await again.open(`/ideer/${reference}/kvitter`);
  await again.post(`/ideer/${reference}/kvitter`, { _key, _token });
  const desk = main((await again.get("/arbejdsbord")).text);
  assert.match(desk, /Kladde fra i går/);
  assert.match(desk, /Skriv færdig/);
  const form = main((await again.get(`/ideer/${reference}/svar`)).text);
  assert.match(form, /Her er din kladde fra i går/);
  assert.match(form, /Vi har talt med vejfolkene, og<\/textarea>/);
  const bo = main((await (await t.as("bo")).get(`/ideer/${reference}/svar`)).text);
  assert.doesNotMatch(bo, /vejfolkene/);
});

test("a CPR number is not kept in a draft either; it is said at the field and nothing typed is lost", async () => {
  const signe = await t.as("signe");
  const refused = await press(signe, "draft", { reason: "Ring til 010190-1234 om bænken" });
  assert.equal(refused.status, 422);
  assert.match(main(refused.text), /id="reason-error"/);
  assert.match(main(refused.text), /Ring til 010190-1234 om bænken<\/textarea>/);
  const { rows } = await t.world.writePool.query("SELECT typed::text AS typed FROM drafts.draft");
  assert.ok(rows.every(({ typed }) => !String(typed).includes("010190")));
});

test("a look shows the answer as everybody will see it and the mail that goes with it, and writes nothing", async () => {
  const signe = await t.as("signe");
  const before = await rowsOf();
  const look = await press(signe, "preview", whole);
  assert.equal(look.status, 200);
  const page = main(look.text);
  assert.match(page, /Intet er sendt endnu/);
  assert.match(page, /<p class="said">Ja, bænken kommer op i april\.<\/p>/);
  assert.match(page, /Vi gør det/);
  assert.match(page, /Svar: En bænk ved åen/);
  assert.match(page, /Vi lovede svar senest/);
  assert.equal(await rowsOf(), before, "nothing was written");
  const missing = await press(signe, "preview", { status: "not-possible", reason: "Åen går over sine bredder." });
  assert.equal(missing.status, 422, "what sending would refuse, the look refuses");
  assert.match(main(missing.text), /id="possibleIf-error"/);
  const back = main((await press(signe, "edit", whole)).text);
  assert.match(back, /Stien er vores egen\.<\/textarea>/);
});

test("who may not answer may not press the form's other buttons either, and an unknown button sends nothing", async () => {
  const mehmet = await t.as("mehmet");
  const { _token } = await mehmet.open("/ideer/ny");
  for (const name of ["preview", "draft", "insert", "edit", "drop"])
    assert.equal(
      (await mehmet.post(`/ideer/${reference}/svar`, { _key: "a-key-of-my-own", _token, _press: name, ...whole })).status,
      403,
      name,
    );
  const signe = await t.as("signe");
  assert.equal((await press(signe, "toString", whole)).status, 422);
  assert.equal((await t.world.read.selectFrom("ideas.answer").select("id").execute()).length, 0);
});

test("a phrase is put at the end of what was typed; those of an area are shared by who answers there", async () => {
  const signe = await t.as("signe");
  await signe.fill("/arbejdsbord/fraser", { title: "Asfalt", text: "Vi lægger asfalt, når det er varmt nok.", area: "miljoe-og-teknik" });
  await signe.fill("/arbejdsbord/fraser", { title: "Tak", text: "Tak for idéen.", area: "" });
  const bo = await t.as("bo");
  const his = main((await bo.get("/arbejdsbord/fraser")).text);
  assert.match(his, /Asfalt/);
  assert.doesNotMatch(his, /Tak for idéen/);
  const phrase = await t.world.read.selectFrom("drafts.phrase").select("id").where("title", "=", "Asfalt").executeTakeFirstOrThrow();
  const inserted = main((await press(signe, "insert", { ...half, status: "we-do-it", _pick: phrase.id })).text);
  assert.match(inserted, /Vi har talt med vejfolkene, og\n\nVi lægger asfalt, når det er varmt nok\.<\/textarea>/);
  assert.match(inserted, /value="we-do-it" checked/, "what was chosen is kept");
  const others = await t.world.read.selectFrom("drafts.phrase").select("id").where("title", "=", "Tak").executeTakeFirstOrThrow();
  assert.doesNotMatch(main((await press(bo, "insert", { reason: "x", _pick: others.id })).text), /Tak for idéen/, "nor what is another's");
  const removed = await signe.fill(`/arbejdsbord/fraser/${phrase.id}/fjern`, {});
  assert.equal(removed.location, "/arbejdsbord/fraser?nyt=removed");
  assert.doesNotMatch(main((await bo.get("/arbejdsbord/fraser")).text), /Vi lægger asfalt/);
});

test("what is sent is no draft any more; what nobody came back to is forgotten after ninety days", async () => {
  const signe = await t.as("signe");
  await press(signe, undefined, whole);
  const drafts = async (): Promise<number> => (await t.world.read.selectFrom("drafts.draft").select("person").execute()).length;
  assert.equal(await drafts(), 0);
  reference = await anIdea();
  await press(signe, "draft", half);
  await t.perform(answer, { as: "bo", reference, input: whole });
  assert.equal(await drafts(), 1, "another's answer takes nobody's words away");
  t.clock.set("2027-02-20T09:00:00+01:00");
  await t.world.registry.jobs.get("drafts.tidy")?.({}, t.world, undefined as never);
  assert.equal(await drafts(), 1);
  t.clock.set("2027-02-24T09:00:00+01:00");
  await t.world.registry.jobs.get("drafts.tidy")?.({}, t.world, undefined as never);
  assert.equal(await drafts(), 0);
  t.clock.set("2026-11-24T09:00:00+01:00");
});

test("a person's drafts and phrases come with their data, and go when they are erased", async () => {
  const signe = personOf(await t.actor("signe"))?.id ?? "";
  const client = await t.as("signe");
  reference = await anIdea();
  await press(client, "draft", half);
  const entries = t.world.registry.privacy.filter(({ table }) => table.startsWith("drafts."));
  await t.world.write.transaction().execute(async (tx) => {
    const exported = await Promise.all(
      entries.map(({ export: rows }) => (typeof rows === "string" ? Promise.resolve([]) : rows(tx, signe))),
    );
    assert.match(JSON.stringify(exported), /vejfolkene/);
    assert.match(JSON.stringify(exported), /Tak for idéen/);
    for (const { erase } of entries) if (typeof erase !== "string") await erase(tx, signe);
  });
  const left = await t.world.writePool.query("SELECT (SELECT count(*) FROM drafts.draft) + (SELECT count(*) FROM drafts.phrase) AS count");
  assert.equal(Number(left.rows[0]?.count), 0);
});
