// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countQueries } from "#platform/db/testing.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { needKind, offerKind } from "./cards.ts";
import { submit } from "./operations-writer.ts";
import { look } from "./operations-broker.ts";
import { introduce } from "./operations-introduction.ts";
import { referenceIn, wordsOf } from "./testing.ts";
import { waiting } from "./waiting.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
});
after(() => t.close());

const bench = {
  kind: "need",
  title: "Hænder til at male bænke ved stien",
  text: "Bænkene langs stien trænger til maling, og vi er kun to.",
  type: "time",
  where: "langaa",
};
const put = async (as: string, input: Record<string, unknown>): Promise<string> =>
  String((await t.perform(submit, { as, input })).answer.reference);
const rowsOf = async (key: string) => waiting(t.world.read, await t.actor(key), "da", t.clock.now());

test("a new party's post waits on the workbench of its area and of the secretariat, and one comes back there and reads that it is done", async () => {
  const reference = await put("karen", bench);
  const [row] = await rowsOf("signe");
  assert.equal(row?.duty, "look");
  assert.equal(row.kind?.slug, "need");
  assert.equal(row.area?.slug, "miljoe-og-teknik");
  assert.equal(row.place?.slug, "langaa");
  assert.equal(row.late, false);
  const signe = await t.as("signe");
  const desk = wordsOf((await signe.get("/arbejdsbord")).text);
  assert.match(desk, /Hænder til at male bænke.*Efterlysning fra En borger · Langå.*Se efter/);
  const form = await signe.open(`/byttebors/${reference}/se-efter?tilbage=%2Farbejdsbord`);
  const sent = await signe.post(`/byttebors/${reference}/se-efter`, {
    _key: form._key,
    _token: form._token,
    _back: "/arbejdsbord",
    letThrough: "yes",
  });
  assert.match(wordsOf((await signe.follow(sent)).text), /Du har set på »Hænder til at male bænke ved stien«/);
  assert.deepEqual(await rowsOf("signe"), []);
});

test("who must be called is called, and the workbench says whom and by when", async () => {
  const reference = await put("sofie", { ...bench, title: "Pensler til bænke", routing: "brokered" });
  await t.perform(look, { as: "lone", reference, input: { letThrough: "yes" } });
  const { answer } = await t.perform(introduce, {
    as: "mehmet",
    reference,
    input: { greeting: "Hej. Vi har en hel kasse.", shareEmail: "on" },
  });
  const row = (await rowsOf("lone")).find(({ reference: of }) => of === answer.reference);
  assert.equal(row?.duty, "call");
  assert.match(row.what, /^Formidling · Mehmet og .* · Langå$/);
  assert.match(row.why, /^Skal ringes op\. Senest /);
  assert.equal(row.actionHref, `/formidling/${answer.reference}/svar-for`);
  const lone = await t.as("lone");
  assert.equal((await lone.get(row.actionHref)).status, 200);
  assert.match(referenceIn(row.actionHref), /^F-/);
});

test("nobody else finds anything on their workbench, and it costs the same however much there is", async () => {
  for (const key of ["karen", "mehmet", "jens"]) assert.deepEqual(await rowsOf(key), []);
  const lone = await t.actor("lone");
  const count = await countQueries(t.world.readPool, () => waiting(t.world.read, lone, "da", t.clock.now()));
  // Row level security costs a transaction of its own: BEGIN, who reads, the question, COMMIT.
  assert.ok(count <= 5, `${count} queries`);
});

test("while a post is held its writer waits for its area: they hear when another area takes over", async () => {
  const reference = await put("ebba", { ...bench, kind: "offer", title: "Maling, der blev til overs" });
  const { id } = await t.world.read.selectFrom("platform.thing").select("id").where("reference", "=", reference).executeTakeFirstOrThrow();
  assert.equal((await offerKind.awaits?.(t.world.read, id))?.title, "Maling, der blev til overs");
  await t.perform(look, { as: "lone", reference, input: { letThrough: "yes" } });
  assert.equal(await offerKind.awaits?.(t.world.read, id), undefined);
  assert.equal(await needKind.awaits?.(t.world.read, "0192f000-0000-7000-8000-000000000001"), undefined);
});
