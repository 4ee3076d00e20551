// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countQueries } from "#platform/db/testing.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { look } from "./operations-broker.ts";
import { agree, introduce, reply } from "./operations-introduction.ts";
import { tellOutcome } from "./operations-outcome.ts";
import { submit } from "./operations-writer.ts";
import { wordsOf } from "./testing.ts";

let t: TestWorld;
let introduction: string;
before(async () => {
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
  const input = {
    kind: "offer",
    title: "Kantine om aftenen",
    text: "Den står tom om aftenen, og der er plads.",
    type: "space",
    where: "spentrup",
    organisation: "nordlys",
  };
  const reference = String((await t.perform(submit, { as: "naja", input })).answer.reference);
  await t.perform(look, { as: "lone", reference, input: { letThrough: "yes" } });
  const asked = await t.perform(introduce, {
    as: "karen",
    reference,
    input: { greeting: "Hej. Må vores læsekreds være der?", shareEmail: "on" },
  });
  introduction = String(asked.answer.reference);
});
after(() => t.close());

const mine = async (key: string): Promise<string> => {
  const { status, text } = await (await t.as(key)).get("/min-side");
  assert.equal(status, 200);
  return wordsOf(/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text);
};

test("both find the introduction on their own page, with what comes next and who acts", async () => {
  assert.match(
    await mine("naja"),
    /Dem, du er præsenteret for Kantine om aftenen Nordlys ApS og Karen Venter på dit svar Sig ja eller nej senest mandag 7\. december/,
  );
  assert.match(
    await mine("karen"),
    /Dem, du er præsenteret for Kantine om aftenen Nordlys ApS og Karen Venter på svar Vi venter på svar fra Nordlys ApS/,
  );
  const { text } = await (await t.as("karen")).get("/min-side");
  assert.match(text, new RegExp(`href="/formidling/${introduction}"`));
});

test("nobody else does, not even who brokers", async () => {
  for (const key of ["mehmet", "lone", "ebba"]) assert.doesNotMatch(await mine(key), /præsenteret for|Kantine om aftenen/);
});

test("whoever else speaks for the organisation finds its posts and its introductions too, from the day they do", async () => {
  const [organisation, ebba] = await Promise.all([
    t.world.read.selectFrom("people.organisation").select("id").where("slug", "=", "nordlys").executeTakeFirstOrThrow(),
    t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", "ebba").executeTakeFirstOrThrow(),
  ]);
  await t.world.write
    .insertInto("people.membership")
    .values({ person: ebba.id, organisation: organisation.id, part: "speaks-for", from_day: "2026-11-24", until_day: null })
    .execute();
  assert.doesNotMatch(await mine("ebba"), /Kantine/);
  t.clock.set("2026-11-24T09:00:00+01:00");
  const page = await mine("ebba");
  assert.match(page, /Dem, du er præsenteret for Kantine om aftenen/);
  assert.match(page, /Opslag fra dem, du taler for Kantine om aftenen Tilbud · Nordlys ApS Ledigt/);
  assert.doesNotMatch(await mine("naja"), /Opslag fra dem, du taler for/, "her own stands among what she wrote");
});

test("what waits for one's own answer stands first; what is done says no more than that", async () => {
  await t.perform(reply, { as: "naja", reference: introduction, input: { yes: "yes", shareEmail: "on" } });
  assert.match(await mine("karen"), /I har begge sagt ja\. Skriv eller ring til Nordlys ApS/);
  await t.perform(agree, { as: "karen", reference: introduction, input: { what: "Torsdage kl. 19", onDay: "2026-11-24" } });
  assert.match(await mine("karen"), /Aftalt Dagen er gået\. Fortæl kort/);
  for (const as of ["karen", "naja"]) await t.perform(tellOutcome, { as, reference: introduction, input: { happened: "yes" } });
  assert.match(await mine("karen"), /Kantine om aftenen Nordlys ApS og Karen Gennemført (?!Det lykkedes)/);
});

test("my page asks as often for one with many introductions as for one with few", async () => {
  const karen = await t.as("karen");
  const count = async (): Promise<number> => {
    await karen.get("/min-side");
    return countQueries(t.world.readPool, () => karen.get("/min-side"));
  };
  const few = await count();
  for (const title of ["Borde", "Stole", "Duge"]) {
    const input = { kind: "offer", title, text: "Dem må I gerne låne af os.", type: "thing", where: "spentrup", organisation: "nordlys" };
    const reference = String((await t.perform(submit, { as: "naja", input })).answer.reference);
    await t.perform(introduce, { as: "karen", reference, input: { greeting: "Hej. Må vi låne dem?", shareEmail: "on" } });
  }
  assert.equal(await count(), few);
  // Who asks, four of people, and a transaction of the exchange: BEGIN, who reads, two questions, COMMIT.
  assert.ok(few <= 10, `${few} queries`);
});
