// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Refusal } from "#platform/operations/refusal.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { lapseMerges } from "./jobs.ts";
import { answer, look, proposeMerge, replyToMerge, submit, takeBack } from "./operations.ts";
import { linkIn, readOn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const reason = "De to idéer handler om den samme sti.";
async function send(title: string, by: string | null): Promise<string> {
  const input = { title, text: "Stien ved åen trænger til et løft.", where: "langaa", area: "miljoe-og-teknik", showAs: "citizen" };
  const { answer: made } = await t.perform(submit, { ...(by === null ? {} : { as: by }), input });
  const reference = String(made.reference);
  if (by === null) await t.perform(look, { as: "signe", reference, input: { letThrough: "yes" } });
  return reference;
}
const propose = (part: string, into: string, as = "signe") => t.perform(proposeMerge, { as, reference: part, input: { into, reason } });
const say = (yes: "yes" | "no", part: string, as = "karen") => t.perform(replyToMerge, { as, reference: part, input: { yes } });
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const seen = async (reference: string) => readOn((await t.visitor().get(`/ideer/${reference}`)).text);
const heardBy = async (address: string) => {
  await t.runJobs();
  return (await t.mails()).filter((mail) => mail.recipient === address);
};

test("Signe proposes, Karen says yes: both provenances stay, followers hear and are not moved, and the whole keeps its day", async () => {
  const [part, whole] = [await send("Lys på stien", "karen"), await send("En bedre sti", "ruth")];
  await (await t.as("mehmet")).fill(`/foelg/${part}`, {});
  const day = async () => /Svar senest \S+ \d+\. \S+/.exec(await seen(whole))?.[0];
  const before = await day();
  const signe = await t.as("signe");
  const proposed = await signe.fill(`/ideer/${part}/foreslaa-samling`, { into: whole.toLowerCase(), reason });
  assert.match(readOn((await signe.follow(proposed)).text), /Forslaget er sendt/);
  assert.doesNotMatch(await seen(part), /foreslået/, "nobody else reads of it before there is a yes");
  const mail = (await heardBy("karen@example.dk")).at(-1);
  assert.match(mail?.subject ?? "", /Må to idéer samles\? Svar senest mandag 7\. december/);
  const karen = await t.as("karen");
  const form = linkIn(mail?.plain ?? "", "/ideer/");
  assert.match(readOn((await karen.get(form)).text), /Signe i Miljø og Teknik foreslår, at »Lys på stien« bliver en del af »En bedre sti«/);
  await karen.follow(await karen.fill(form, { yes: "yes" }));

  assert.match(await seen(part), /Indgår i »En bedre sti«.*Den, der skrev idéen, har sagt ja til det\..*Følg den samlede idé/);
  assert.match(await seen(whole), /Lagt sammen · .*»Lys på stien« fra En borger er lagt ind her/);
  assert.equal(await day(), before);
  assert.match((await heardBy("mehmet@example.dk")).at(-1)?.plain ?? "", /Følg den samlede idé: http/);
  const follows = await t.world.read
    .selectFrom("dialogue.follow as follow")
    .innerJoin("platform.thing as thing", "thing.id", "follow.thing")
    .innerJoin("people.person as person", "person.id", "follow.person")
    .select("person.demo_key")
    .where("thing.reference", "=", whole)
    .execute();
  assert.deepEqual(
    follows.map((row) => row.demo_key),
    ["ruth"],
    "nobody is moved along",
  );
  assert.ok((await heardBy("ruth@example.dk")).some(({ subject }) => subject === "En idé er lagt ind i »En bedre sti«"));
});

test("a no leaves all as it was, and who proposed it hears of it", async () => {
  const [part, whole] = [await send("For sig selv", "karen"), await send("Den anden", "ruth")];
  await propose(part, whole);
  await t.perform(replyToMerge, { as: "karen", reference: part, input: { yes: "no", said: "De er slet ikke ens." } });
  assert.match((await heardBy("signe@example.dk")).at(-1)?.plain ?? "", /De er slet ikke ens/);
  assert.match(await seen(part), /Svar senest/);
  await t.perform(answer, { as: "signe", reference: part, input: { status: "we-do-it", reason } });
});

test("nobody says anything in ten working days: the proposal lapses, once, and a yes comes too late", async () => {
  const [part, whole] = [await send("Uden svar", "karen"), await send("En tredje", "ruth")];
  await propose(part, whole);
  await assert.rejects(propose(part, whole), refusal("merge-asked"));
  t.clock.advance(15 * 24 * 60 * 60_000);
  await assert.rejects(say("yes", part), refusal("merge-lapsed"));
  await lapseMerges(t.world);
  await lapseMerges(t.world);
  assert.equal((await heardBy("signe@example.dk")).filter(({ subject }) => subject === "Intet svar om at samle: Uden svar").length, 1);
  await assert.rejects(say("yes", part), refusal("forbidden"));
  await propose(part, whole);
});

test("an author proposes as well: the other author is asked, and no employee or account is named under what they agree on", async () => {
  const [part, whole] = [await send("Den lille sti", "karen"), await send("Den store sti", "ruth")];
  await propose(part, whole, "ruth");
  await say("yes", part);
  const page = await seen(part);
  assert.match(page, /Aftalt mellem dem, der skrev idéerne/);
  const { text } = await t.visitor().json("GET", `/api/v1/ideas/${part}`);
  for (const name of ["Karen", "Ruth"]) assert.ok(!text.includes(name) && !page.includes(name), name);
  const [mine, other] = [await send("Karens egen", "karen"), await send("Den anden sti", "ruth")];
  await propose(mine, other, "karen");
  await assert.rejects(say("yes", mine), refusal("forbidden"), "whoever proposes cannot say yes for the other");
  await say("yes", mine, "ruth");
  assert.match(await seen(mine), /Indgår i »Den anden sti«/);
});

test("who has no part in it proposes nothing; where there is no author there is nobody to ask, and the area joins them itself", async () => {
  const [part, whole, orphan] = [await send("Med forfatter", "karen"), await send("Hel", "ruth"), await send("Uden forfatter", null)];
  await assert.rejects(propose(part, whole, "mehmet"), refusal("forbidden"));
  await assert.rejects(propose(orphan, whole), refusal("no-author"));
  await assert.rejects(propose(part, orphan, "karen"), refusal("no-other-author"));
  await assert.rejects(
    t.perform(answer, { as: "signe", reference: part, input: { status: "part-of", reason, partOf: whole } }),
    refusal("ask-author"),
  );
  const signe = await t.as("signe");
  assert.match(readOn((await signe.get(`/ideer/${part}/svar`)).text), /Hører idéen sammen med en anden\?/);
  await t.perform(answer, { as: "signe", reference: orphan, input: { status: "part-of", reason, partOf: whole } });
});

test("what was answered or taken back in the meantime can no longer be agreed to", async () => {
  const [part, whole, other] = [await send("Får svar", "karen"), await send("Trækkes", "ruth"), await send("Venter", "karen")];
  await propose(part, whole);
  await t.perform(answer, { as: "signe", reference: part, input: { status: "we-do-it", reason } });
  await assert.rejects(say("yes", part), refusal("forbidden"));
  await propose(other, whole);
  await t.perform(takeBack, { as: "ruth", reference: whole, input: {} });
  await assert.rejects(say("yes", other), refusal("forbidden"));
  assert.match(await seen(other), /Svar/);
});

test("X37: two ideas into each other at the same moment: one goes in, the other is refused, and neither waits for ever", async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await send(`Frem ${round}`, "karen"), await send(`Tilbage ${round}`, "ruth")];
    await propose(one, two);
    await propose(two, one);
    const outcomes = await Promise.allSettled([say("yes", one, "karen"), say("yes", two, "ruth")]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
    for (const outcome of outcomes) if (outcome.status === "rejected") assert.ok(outcome.reason instanceof Refusal, String(outcome.reason));
  }
});

test("the database itself takes no circle", async () => {
  const rows = async (references: string[]) =>
    t.world.read
      .selectFrom("platform.thing")
      .select(["id", "reference", "area"])
      .where("reference", "in", references)
      .orderBy("reference")
      .execute();
  const [one, two] = await rows([await send("Rundt", "karen"), await send("I ring", "ruth")]);
  const signe = await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", "signe").executeTakeFirstOrThrow();
  const into = (idea: string | undefined, whole: string | undefined) =>
    t.world.writePool.query(
      `INSERT INTO ideas.answer (id, idea, status, reason, ordinal, part_of, area, person, at)
       VALUES (gen_random_uuid(), $1, 'part-of', 'x', 1, $2, $3, $4, now())`,
      [idea, whole, one?.area, signe.id],
    );
  await into(one?.id, two?.id);
  await assert.rejects(into(two?.id, one?.id), /takes in none/);
});
