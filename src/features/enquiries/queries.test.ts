// SPDX-License-Identifier: EUPL-1.2
// How often the database is asked. Row level security costs a transaction of its own: BEGIN, who reads, the question, COMMIT.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countQueries } from "#platform/db/testing.ts";
import type { Client } from "../../../test/client.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { answered } from "./answered.ts";
import { acknowledge, addANote, answer, noteCall, send } from "./operations.ts";
import { promises } from "./promises.ts";
import { referenceIn } from "./testing.ts";
import { waiting } from "./waiting.ts";

const list = 4;
const detail = 7;
const loggedIn = 1;

let t: TestWorld;
before(async () => {
  // Without names for statements their number can be counted.
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
});
after(() => t.close());

const counted = (work: () => Promise<unknown>): Promise<number> => countQueries(t.world.readPool, work);

async function sent(): Promise<string> {
  const input = { subject: "Noget om min gade", text: "Der er noget, jeg vil spørge om.", phone: "12 34 56 78", area: "miljoe-og-teknik" };
  return String((await t.perform(send, { as: "karen", input })).answer.reference);
}

/** Everything that can lie on an enquiry's page. */
async function busy(): Promise<string> {
  const on = { as: "signe", reference: await sent() };
  await t.perform(acknowledge, { ...on, input: {} });
  for (let at = 0; at < 12; at += 1) await t.perform(addANote, { ...on, input: { text: `Note nummer ${at}` } });
  for (let at = 0; at < 5; at += 1) await t.perform(noteCall, { ...on, input: { taken: "no" } });
  await t.perform(answer, { ...on, input: { status: "investigating", text: "Vi spørger vejfolkene først.", newDay: "2026-12-18" } });
  return on.reference;
}

/** A page asked for once before, so that what is kept in memory is there. */
async function asked(client: Client, path: string): Promise<number> {
  assert.equal((await client.get(path)).status, 200, path);
  return counted(() => client.get(path));
}

test("an enquiry's page and its forms ask as often for a busy one as for a new one, and at most as often as one thing's page may", async () => {
  const [fresh, long] = [await sent(), await busy()];
  const [karen, signe] = [await t.as("karen"), await t.as("signe")];
  for (const client of [karen, signe]) {
    const one = await asked(client, `/henvendelser/${fresh}`);
    assert.equal(await asked(client, `/henvendelser/${long}`), one);
    assert.ok(one <= detail + loggedIn, `${one} queries`);
  }
  for (const form of ["svar", "ring", "flyt", "note", "bliv-til-ide"]) {
    const count = await asked(signe, `/henvendelser/${long}/${form}`);
    assert.ok(count <= detail + loggedIn, `${form}: ${count} queries`);
  }
});

test("the form of a new one and the receipt ask hardly at all", async () => {
  const visitor = t.visitor();
  assert.ok((await asked(visitor, "/kontakt/skriv?area=miljoe-og-teknik")) <= list);
  const input = { subject: "Noget om min vej", text: "Der er noget, jeg vil spørge om.", reach: "ny@example.dk" };
  const receipt = (await visitor.fill("/kontakt/skriv", input)).location ?? "";
  assert.notEqual(referenceIn(receipt), "");
  assert.ok((await asked(visitor, receipt)) <= detail);
});

test("what waits on the desk, what was answered there, and what is measured: once each, however many there are", async () => {
  const signe = await t.actor("signe");
  const now = t.clock.now();
  const parts = {
    waiting: () => waiting(t.world.read, signe, "da", now),
    answered: () => answered(t.world.read, signe, "da", now),
    promises: () => promises(t.world.read, "2026-01-01", "2026-12-31"),
  };
  for (let at = 0; at < 30; at += 1) await sent();
  assert.ok((await parts.waiting()).length > 30);
  for (const [name, part] of Object.entries(parts)) {
    const count = await counted(part);
    assert.ok(count <= list, `${name}: ${count} queries`);
  }
});

test("an area's page with its measure asks at most as often as one thing's page may", async () => {
  const visitor = t.visitor();
  const path = "/api/v1/areas/miljoe-og-teknik";
  assert.ok((await asked(visitor, path)) <= detail);
});
