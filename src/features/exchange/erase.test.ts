// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { introductionIn, introductionStates, openPost, postIn, postStates } from "../../../test/matrix/stage-exchange.ts";
import { asProgram } from "../../../test/experiments/snapshot.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { agree, introduce, reply, write } from "./operations-introduction.ts";
import { thank } from "./operations-outcome.ts";
import { saveProfile } from "./operations-profile.ts";
import { change, submit } from "./operations-writer.ts";

let t: TestWorld;
let karen: string;
let held: string;
let disputed: string;
before(async () => {
  t = await openTestWorld();
  ({ id: karen } = await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", "karen").executeTakeFirstOrThrow());
  for (const state of postStates) {
    const reference = await postIn(t, state);
    if (state === "not-let-through") held = reference;
  }
  const between: Record<string, string> = {};
  for (const state of introductionStates) between[state] = await introductionIn(t, state);
  disputed = between["disputed"] ?? "";
  const words = { title: "Karens ord", text: "Karens ord om brædder.", type: "thing", where: "langaa" };
  const post = await openPost(t, "karen", "offer", words);
  await t.perform(change, { as: "karen", reference: post, input: { ...words, title: "Karens ord igen" } });
  await t.perform(submit, {
    as: "karen",
    input: { kind: "offer", ...words, partyName: "Karens ord", partyKind: "group", phone: "41 42 43 44" },
  });
  await t.perform(saveProfile, { as: "karen", input: { types: "skill", text: "Karens ord om gardiner." } });
  const asked = await openPost(t, "sofie", "need");
  const shared = { sharePhone: "41 42 43 44", shareName: "Karens ord", shareEmail: "on" };
  const { answer } = await t.perform(introduce, { as: "karen", reference: asked, input: { greeting: "Karens ord til dig.", ...shared } });
  const reference = String(answer.reference);
  await t.perform(reply, { as: "sofie", reference, input: { yes: "yes", sharePhone: "20 30 40 50" } });
  await t.perform(write, { as: "karen", reference, input: { text: "Karens ord i en besked." } });
  await t.perform(agree, { as: "karen", reference, input: { what: "Karens ord om en aftale", onDay: "2026-11-23" } });
  await t.perform(thank, { as: "karen", reference, input: { text: "Karens ord som tak.", public: "on" } });
  await t.perform(reply, {
    as: "karen",
    reference: between["proposed"] ?? "",
    input: { yes: "no", reason: "Karens ord om hvorfor ikke." },
  });
});
after(() => t.close());

/** Every row of the two schemas, and of what is found by words, that says one of these. Out: table and column. */
const saying = (what: readonly string[]): Promise<string[]> =>
  asProgram(t.world.writePool, async (client) => {
    const { rows: columns } = await client.query<{ schema: string; table: string; column: string }>(
      `SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_type = 'BASE TABLE' AND (c.table_schema IN ('exchange', 'matching') OR c.table_name IN ('search_document', 'thing'))`,
    );
    const found: string[] = [];
    for (const { schema, table, column } of columns) {
      const { rows } = await client.query(
        `SELECT 1 FROM "${schema}"."${table}" WHERE EXISTS (SELECT FROM unnest($1::text[]) word WHERE "${column}"::text ILIKE '%' || word || '%') LIMIT 1`,
        [what],
      );
      if (rows.length > 0) found.push(`${schema}.${table}.${column}`);
    }
    return found.toSorted();
  });

test("whoever is erased leaves neither a word nor themselves in the exchange, and nothing by which they are matched", async () => {
  const theirs = ["karens ord", "karen holm", "41 42 43 44", "karen@example", karen];
  const before = await saying(theirs);
  for (const column of [
    "post.title",
    "post.text",
    "post.party_name",
    "post.phone",
    "edit.title",
    "profile.text",
    "introduction.greeting",
    "contact.name",
    "contact.email",
    "contact.phone",
    "message.text",
    "exchange.what",
    "appreciation.text",
    "reply.reason",
  ])
    assert.ok(before.includes(`exchange.${column}`), `nothing of hers stands in ${column}`);
  assert.ok(before.includes("matching.entry.party"));

  await eraseAll(karen);
  assert.deepEqual(await saying(theirs), []);
});

test("an organisation keeps its name and its thanks when whoever wrote its post is erased", async () => {
  const post = await openPost(t, "mehmet", "offer", { organisation: "if-aasvinget" });
  const mehmet = await personCalled("mehmet");
  const share = { sharePhone: "20 30 40 50" };
  const { answer } = await t.perform(introduce, { as: "lone", reference: post, input: { greeting: "Må jeg låne?", ...share } });
  const on = { reference: String(answer.reference) };
  await t.perform(reply, { as: "mehmet", ...on, input: { yes: "yes", ...share } });
  await t.perform(agree, { as: "lone", ...on, input: { what: "På lørdag", onDay: "2026-11-23" } });
  await t.perform(thank, { as: "lone", ...on, input: { text: "Tak, Åsvinget-folk.", public: "on" } });
  await eraseAll(mehmet);
  assert.deepEqual(await saying(["Åsvinget-folk"]), ["exchange.appreciation.text"]);
  const { rows } = await asProgram(t.world.writePool, (client) =>
    client.query("SELECT giver_name FROM exchange.introduction JOIN platform.thing USING (id) WHERE reference = $1", [on.reference]),
  );
  assert.deepEqual(rows, [{ giver_name: "IF Åsvinget" }]);
  assert.deepEqual(await saying([mehmet]), []);
});

test("whoever said yes for an organisation leaves it without how they were reached themselves", async () => {
  const { id } = await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", "naja").executeTakeFirstOrThrow();
  const input = { organisation: "nordlys", greeting: "Najas ord.", shareEmail: "on", shareName: "Najas ord" };
  await t.perform(introduce, { as: "naja", reference: await openPost(t, "sofie", "need"), input });
  const theirs = ["najas ord", "naja@example", id];
  assert.ok((await saying(theirs)).includes("exchange.contact.email"));
  await eraseAll(id);
  assert.deepEqual(await saying(theirs), []);
});

const personCalled = async (key: string): Promise<string> =>
  (await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", key).executeTakeFirstOrThrow()).id;

test("two who each said yes to the same offer can both be erased", async () => {
  const offer = await openPost(t, "sofie", "offer");
  const share = { sharePhone: "20 30 40 50" };
  for (const as of ["lone", "signe"]) {
    const { answer } = await t.perform(introduce, { as, reference: offer, input: { greeting: "Jeg vil gerne låne.", ...share } });
    await t.perform(reply, { as: "sofie", reference: String(answer.reference), input: { yes: "yes", ...share } });
  }
  await eraseAll(await personCalled("lone"));
  await eraseAll(await personCalled("signe"));
});

test("a broker's words about somebody's post and introduction go with them", async () => {
  const sofie = await personCalled("sofie");
  await asProgram(t.world.writePool, async (client) => {
    const thing = "(SELECT id FROM platform.thing WHERE reference = $1)";
    await client.query(`UPDATE exchange.look SET reason = 'Sofie lyver om taget.' WHERE post = ${thing}`, [held]);
    await client.query(`UPDATE platform.thing SET owner_person = $2 WHERE reference = $1`, [held, sofie]);
    const done = `UPDATE exchange.follow_up SET done_at = now(), note = 'Sofie var sur i telefonen.' WHERE thing = ${thing} AND done_at IS NULL`;
    await client.query(done, [disputed]);
  });
  assert.deepEqual(await saying(["Sofie lyver", "Sofie var sur"]), ["exchange.follow_up.note", "exchange.look.reason"]);
  await eraseAll(sofie);
  assert.deepEqual(await saying(["Sofie lyver", "Sofie var sur"]), []);
});

/** As every table of the registry says. */
const eraseAll = (person: string): Promise<void> =>
  t.world.write.transaction().execute(async (tx) => {
    for (const { privacy } of t.world.registry.features)
      for (const { erase } of privacy) if (typeof erase !== "string") await erase(tx, person);
  });
