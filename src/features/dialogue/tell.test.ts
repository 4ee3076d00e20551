// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ideaIn } from "../../../test/matrix/stage.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { gather } from "./gather.ts";
import { reply, takeBackComment, writeComment } from "./operations.ts";
import { newComments } from "./store-talk.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const say = async (as: string, reference: string, input: Record<string, string>): Promise<string> => {
  t.clock.advance(60_000);
  const { answer } = await t.perform(reference.includes(".") ? reply : writeComment, { as, reference, input });
  return String(answer["comment"]);
};
const answered = async () => {
  await t.runJobs();
  return (await t.mails()).filter(({ subject }) => subject.includes("har svaret dig"));
};

test("who asked is mailed at once when the contact person or the secretariat answers, and only then", async () => {
  const idea = await ideaIn(t, "public");
  const question = await say("mehmet", idea, { text: "Hvem tømmer spanden?", stand: "question" });
  await say("ruth", question, { text: "Det undrer jeg mig også over." });
  await say("jens", question, { text: "Jeg spørger i udvalget." });
  assert.equal((await answered()).length, 0, "a council member or a politician is no answer of the area");
  await say("signe", question, { text: "Vi tømmer den hver tirsdag." });
  const [mail, ...more] = await answered();
  assert.equal(more.length, 0);
  assert.equal(mail?.recipient, "mehmet@example.dk");
  assert.match(mail?.subject ?? "", /^Signe Brandt har svaret dig: En bænk ved åen/);
  assert.match(
    mail?.plain ?? "",
    /Hvem tømmer spanden[\s\S]*Signe Brandt, kontaktperson, svarer:[\s\S]*hver tirsdag[\s\S]*\/ideer\/I-\d{4}-\d+#k4/,
  );
  await say("lone", question, { text: "Og spanden er ny." });
  assert.equal((await answered()).length, 2);
});

test("an answer to what was no question sends nobody a mail", async () => {
  const before = (await answered()).length;
  const comment = await say("mehmet", await ideaIn(t, "public"), { text: "Jeg er med.", stand: "for" });
  await say("signe", comment, { text: "Tak skal du have." });
  assert.equal((await answered()).length, before);
});

test("what was said in a day is at hand for those who follow, without what was taken back or lies under what is withdrawn", async () => {
  const since = t.clock.now();
  const [idea, gone] = [await ideaIn(t, "public"), await ideaIn(t, "public")];
  await say("mehmet", idea, { text: "Det her bliver stående." });
  const regretted = await say("ruth", idea, { text: "Det her fortrydes." });
  await t.perform(takeBackComment, { as: "ruth", reference: regretted, input: {} });
  await say("ruth", gone, { text: "Det her er under noget, der bliver trukket." });
  await (await t.as("karen")).fill(`/ideer/${gone}/traek-tilbage`, {});
  const until = t.clock.now();
  const person = async (key: string) => {
    const { rows } = await t.world.readPool.query("SELECT id FROM people.person WHERE demo_key = $1", [key]);
    return String(rows[0].id);
  };
  const karen = await person("karen");
  const news = await newComments(t.world.read, { reader: karen, since, until });
  assert.deepEqual(
    news.map(({ text }) => text),
    ["Det her bliver stående."],
    "its author follows",
  );
  assert.equal(gather(news, { reader: karen, since, until }).length, 1);
  const mehmet = await person("mehmet");
  const his = await newComments(t.world.read, { reader: mehmet, since, until });
  assert.equal(gather(his, { reader: mehmet, since, until }).length, 0, "his own words");
  assert.equal((await newComments(t.world.read, { reader: await person("jens"), since, until })).length, 0, "he follows nothing of it");
});
