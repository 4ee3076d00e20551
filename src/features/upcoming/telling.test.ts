// SPDX-License-Identifier: EUPL-1.2
// Writing "what we heard, what we do": a draft that is kept, a phrase that is put in, a look at it before it is told.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Operation } from "#platform/operations/operation.ts";
import type { Client, Form, Response } from "../../../test/client.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { draft, publish, tell, weigh } from "./operations.ts";
import { aListing, readOn } from "./testing.ts";

let t: TestWorld;
let reference = "";
let idea = "";
before(async () => {
  t = await openTestWorld();
  reference = await asked();
  idea = await answered(reference);
});
after(() => t.close());

const half = { heard: "Krydset gik igen hos de fleste." };
const whole = { ...half, doing: "Vi tegner en tunnel.\n\nDen er færdig til maj." };

async function asked(): Promise<string> {
  const made = String((await t.perform(draft, { as: "signe", input: aListing })).answer.reference);
  await t.perform(publish, { as: "signe", reference: made, input: {} });
  return made;
}

async function answered(about: string): Promise<string> {
  const operation: Operation | undefined = t.world.registry.operations.get("ideas.submit");
  assert.ok(operation);
  const input = { title: "Krydset ved mejeriet", text: "Der er bilerne hurtige, og børn skal over.", where: "langaa", about };
  return String((await t.perform(operation, { as: "karen", input })).answer.reference);
}

/** Opens the form, and presses one of its buttons. */
async function press(client: Client, name: string | undefined, fields: Form): Promise<Response> {
  const path = `/paa-vej/${reference}/hoert`;
  const { _key, _token } = await client.open(path);
  return client.post(path, { _key, _token, ...(name ? { _press: name } : {}), ...fields });
}

const written = async (): Promise<string> => {
  const tables = ["upcoming.closure", "upcoming.fate", "platform.event", "platform.audit", "platform.idempotency", "platform.mail"];
  const counts = await Promise.all(tables.map((table) => t.world.writePool.query(`SELECT count(*) FROM ${table}`)));
  return counts.map(({ rows: [row] }) => String(row?.count)).join(" ");
};

test("while one can still answer, half of it is kept as a draft; it can be neither told nor looked at, and nobody else sees it", async () => {
  const signe = await t.as("signe");
  const page = (await signe.get(`/paa-vej/${reference}/hoert`)).text;
  assert.match(readOn(page), /Man kan svare til og med fredag 4\. december\. Indtil da kan det ikke fortælles/);
  assert.match(page, /Gem kladde/);
  assert.doesNotMatch(page, /Fortæl det til alle|Vis, som alle ser det/);
  assert.equal((await press(signe, "draft", half)).status, 303);
  const refused = await press(signe, "preview", whole);
  assert.equal(refused.status, 409);
  assert.match(refused.text, /Krydset gik igen hos de fleste\.<\/textarea>/, "what was typed stands there");
  t.clock.set("2026-12-07T10:00:00+01:00");
  const again = (await (await t.as("signe")).get(`/paa-vej/${reference}/hoert`)).text;
  assert.match(readOn(again), /Her er din kladde fra .*Ét svar venter på jer/);
  assert.match(again, /Krydset gik igen hos de fleste\.<\/textarea>/);
  assert.doesNotMatch((await (await t.as("bo")).get(`/paa-vej/${reference}/hoert`)).text, /Krydset gik igen/);
  assert.match(readOn((await (await t.as("signe")).get("/arbejdsbord")).text), /Cykelsti fra Stevnstrup til Langå.*Kladde fra/);
});

test("a phrase is put at the end of what is done, with all else that was typed", async () => {
  const signe = await t.as("signe");
  await signe.fill("/arbejdsbord/fraser", { title: "Tak", text: "Tak til alle, der svarede.", area: "miljoe-og-teknik" });
  const phrase = await t.world.read.selectFrom("drafts.phrase").select("id").executeTakeFirstOrThrow();
  const inserted = (await press(signe, "insert", { ...whole, _pick: phrase.id })).text;
  assert.match(inserted, /Krydset gik igen hos de fleste\.<\/textarea>/);
  assert.match(inserted, /Den er færdig til maj\.\n\nTak til alle, der svarede\.<\/textarea>/);
});

test("a look shows it as everybody will read it, each answer with its fate and the mail, and writes nothing", async () => {
  const input = { idea, fate: "taken-up", because: "Krydset får en tunnel under vejen." };
  await t.perform(weigh, { as: "signe", reference, input });
  const signe = await t.as("signe");
  const before = await written();
  const look = await press(signe, "preview", whole);
  assert.equal(look.status, 200, readOn(look.text));
  const page = readOn(look.text);
  assert.match(page, /Intet er sendt endnu/);
  assert.match(page, /Det hørte vi, det gør vi Krydset gik igen hos de fleste\..*Vi tegner en tunnel\..*Den er færdig til maj/);
  assert.match(page, /Krydset ved mejeriet Krydset får en tunnel under vejen/);
  assert.match(page, /Hej/);
  assert.equal(await written(), before, "nothing was written");
  assert.doesNotMatch(readOn((await t.visitor().get(`/paa-vej/${reference}`)).text), /Vi tegner en tunnel/);
  const back = (await press(signe, "edit", whole)).text;
  assert.match(back, /Den er færdig til maj\.<\/textarea>/);
  assert.equal((await press(signe, "preview", half)).status, 422, "what telling would refuse, the look refuses");
});

test("who does not own it may press none of its buttons", async () => {
  const mehmet = await t.as("mehmet");
  const { _token } = await mehmet.open("/ideer/ny");
  for (const name of ["preview", "draft", "insert", "edit", "drop"]) {
    const tried = await mehmet.post(`/paa-vej/${reference}/hoert`, { _key: "a-key-of-my-own", _token, _press: name, ...whole });
    assert.equal(tried.status, 403, name);
  }
});

test("what is told is no draft any more, and the form says that it stands", async () => {
  t.clock.set("2026-11-23T09:00:00+01:00");
  reference = await asked();
  const signe = await t.as("signe");
  await press(signe, "draft", half);
  const drafts = async (): Promise<number> => {
    const { rows } = await t.world.readPool.query(
      "SELECT FROM drafts.draft JOIN platform.thing ON thing.id = draft.thing WHERE thing.reference = $1",
      [reference],
    );
    return rows.length;
  };
  assert.equal(await drafts(), 1);
  t.clock.set("2026-12-07T10:00:00+01:00");
  await t.perform(tell, { as: "signe", reference, input: whole });
  assert.equal(await drafts(), 0);
  const page = (await (await t.as("signe")).get(`/paa-vej/${reference}/hoert`)).text;
  assert.match(readOn(page), /Det er fortalt\. Derfor står det, som det er/);
  assert.doesNotMatch(page, /<textarea/);
});
