// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { watchLastDays } from "./jobs.ts";
import { look } from "./operations-broker.ts";
import { agree, introduce, reply, write } from "./operations-introduction.ts";
import { tellOutcome } from "./operations-outcome.ts";
import { submit } from "./operations-writer.ts";
import { forgetOld } from "./store-forget.ts";
import { wordsOf } from "./testing.ts";

let t: TestWorld;
let introduction: string;
let offer: string;
before(async () => {
  t = await openTestWorld();
  const input = {
    kind: "offer",
    title: "Gul trailer",
    text: "Den står hos mig i indkørslen.",
    type: "thing",
    where: "langaa",
    phone: "21 22 23 24",
  };
  offer = String((await t.perform(submit, { as: "karen", input })).answer.reference);
  await t.perform(look, { as: "lone", reference: offer, input: { letThrough: "yes" } });
  const asked = { organisation: "nordlys", greeting: "Hej Karen. Må vi låne den gule?", shareEmail: "on" };
  introduction = String((await t.perform(introduce, { as: "naja", reference: offer, input: asked })).answer.reference);
  const on = { reference: introduction };
  await t.perform(reply, { as: "karen", ...on, input: { yes: "yes", shareEmail: "on", sharePhone: "21 22 23 24" } });
  await t.perform(write, { as: "karen", ...on, input: { text: "Nøglen ligger under krukken." } });
  await t.perform(agree, { as: "naja", ...on, input: { what: "Trailer lørdag formiddag", onDay: "2026-11-23" } });
  for (const as of ["naja", "karen"])
    await t.perform(tellOutcome, {
      as,
      ...on,
      input: { happened: "yes", hours: "1", thanks: "Tak for den.", ...(as === "naja" && { thanksPublic: "on" }) },
    });
});
after(() => t.close());

/** Every word of the exchange's tables and of what is found by them. */
async function allWords(): Promise<string> {
  const tables = [
    "exchange.post",
    "exchange.introduction",
    "exchange.contact",
    "exchange.message",
    "exchange.exchange",
    "exchange.reply",
    "exchange.appreciation",
  ];
  const client = await t.world.writePool.connect();
  try {
    await client.query("BEGIN; SET LOCAL app.system = 'yes'");
    const all: unknown[] = [];
    for (const table of [...tables, "platform.search_document"]) all.push((await client.query(`SELECT * FROM ${table}`)).rows);
    return JSON.stringify(all);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}
const forget = async (day: string): Promise<string> => {
  t.clock.set(`${day}T03:40:00+01:00`);
  await watchLastDays(t.world);
  await forgetOld(t.world.write, t.clock.now());
  return allWords();
};

test("a year after the agreed day neither has the other's address any more", async () => {
  assert.match(await forget("2027-11-20"), /karen@example\.dk/);
  const words = await forget("2027-11-25");
  assert.doesNotMatch(words, /@example\.dk/);
  assert.match(words, /under krukken/);
});

test("two years after a post was over its words are gone, and who wrote it", async () => {
  assert.match(await forget("2029-01-10"), /Gul trailer/);
  const words = await forget("2029-03-01");
  assert.doesNotMatch(words, /Gul trailer|indkørslen/);
  assert.equal((await t.visitor().get(`/byttebors/${offer}`)).status, 404);
  const thing = await t.world.read
    .selectFrom("platform.thing")
    .select("owner_person")
    .where("reference", "=", offer)
    .executeTakeFirstOrThrow();
  assert.equal(thing.owner_person, null);
});

test("three years after an introduction was over it only says that somebody helped somebody", async () => {
  assert.match(await forget("2029-11-20"), /Må vi låne den gule/);
  const words = await forget("2029-11-25");
  assert.doesNotMatch(words, /den gule|under krukken|lørdag formiddag/);
  assert.match(words, /Tak for den/, "what was said to all stays");
  const { text } = await t.visitor().get("/byttebors/deltager/nordlys");
  assert.match(wordsOf(text), /Har fået hjælp én gang/);
  assert.equal(await forget("2029-11-26"), words, "done again, it removes nothing more");
});

test("whoever takes part can read how long it is kept, with the program's own years", async () => {
  const { text } = await t.visitor().get("/privatliv");
  assert.match(
    wordsOf(text),
    /Når du bruger byttebørsen.*væk 365 dage efter.*2 år efter, at et opslag er slut.*3 år efter, at en formidling/,
  );
});
