// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Operation } from "#platform/operations/operation.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { sendComments } from "./comments.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ now: "2026-11-23T09:00:00+01:00" });
});
after(() => t.close());

const hour = 60 * 60_000;

/** An operation of a slice that this one does not know. */
function named(name: string): Operation {
  const operation = t.world.registry.operations.get(name);
  assert.ok(operation, name);
  return operation;
}
const perform = async (name: string, as: string, reference: string | undefined, input: object) =>
  (await t.perform(named(name), { as, input, ...(reference === undefined ? {} : { reference }) })).answer;

async function begin(): Promise<string> {
  await t.world.writePool.query("DELETE FROM dialogue.follow; DELETE FROM newsletter.told; DELETE FROM platform.mail");
  t.clock.advance(30 * 24 * hour);
  const input = { title: "En bænk ved åen", text: "Der mangler et sted at sidde.", where: "langaa", area: "miljoe-og-teknik" };
  return String((await perform("ideas.submit", "karen", undefined, input))["reference"]);
}
async function ask(idea: string): Promise<string> {
  t.clock.advance(60_000);
  return String((await perform("dialogue.comment", "mehmet", idea, { text: "Hvem tømmer spanden?", stand: "question" }))["comment"]);
}
async function reply(as: string, comment: string, text: string): Promise<string> {
  t.clock.advance(60_000);
  return String((await perform("dialogue.reply", as, comment, { text }))["comment"]);
}
async function morning(): Promise<void> {
  await t.runJobs();
  t.clock.advance(24 * hour);
  await sendComments(t.world);
}
/** How often each text stands in a mail to Mehmet. */
async function told(texts: string[]): Promise<number[]> {
  const mails = (await t.mails()).filter(({ recipient }) => recipient === "mehmet@example.dk");
  return texts.map((text) => mails.filter(({ plain }) => plain.includes(text)).length);
}

test("who asked hears the area's answer at once and not again in the morning; what others answered comes in the morning alone", async () => {
  const idea = await begin();
  const question = await ask(idea);
  await reply("ruth", question, "Det undrer jeg mig også over.");
  await reply("signe", question, "Vi tømmer den hver tirsdag.");
  await t.runJobs();
  const texts = ["Det undrer jeg mig også over.", "Vi tømmer den hver tirsdag."];
  assert.deepEqual(await told(texts), [0, 1]);
  await morning();
  assert.deepEqual(await told(texts), [1, 1]);
  const karen = (await t.mails()).filter(({ recipient }) => recipient === "karen@example.dk").map(({ plain }) => plain);
  assert.ok(
    karen.some((plain) => plain.includes("Vi tømmer den hver tirsdag.")),
    "who did not ask hears it in the morning",
  );
});

test("a question that is taken back after its answer was told is no reason to tell the answer again", async () => {
  const question = await ask(await begin());
  await reply("lone", question, "Spanden er ny.");
  await t.runJobs();
  await perform("dialogue.take-back-comment", "mehmet", question, {});
  await morning();
  assert.deepEqual(await told(["Spanden er ny."]), [1]);
});

test("whoever answers whatever in whatever order, on whatever mornings: nothing is told twice, and what stands is told once", async () => {
  const step = fc.record({
    what: fc.constantFrom("ask", "reply", "reply", "reply", "below", "say", "take-back", "work", "morning"),
    who: fc.constantFrom("signe", "bo", "lone", "jens", "karen"),
    hours: fc.integer({ min: 0, max: 30 }),
  });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const idea = await begin();
      const questions = [await ask(idea)];
      const standing = new Map<string, string>();
      const gone = new Set<string>();
      let last = questions[0] ?? "";
      for (const { what, who, hours } of steps) {
        t.clock.advance(hours * hour);
        const text = `Ord nummer ${(count += 1)}.`;
        if (what === "ask") questions.push(await ask(idea));
        else if (what === "reply") standing.set(text, (last = await reply(who, questions.at(-1) ?? "", text)));
        else if (what === "below") standing.set(text, (last = await reply(who, last, text)));
        else if (what === "say") standing.set(text, String((await perform("dialogue.comment", who, idea, { text }))["comment"]));
        else if (what === "work") await t.runJobs();
        else if (what === "morning") await morning();
        else {
          const [words, comment] = [...standing].at(-1) ?? [];
          if (words === undefined || comment === undefined || comment === last) continue;
          gone.add(words);
          standing.delete(words);
          const { rows } = await t.world.readPool.query<{ key: string }>(
            `SELECT person.demo_key AS key FROM dialogue.comment JOIN people.person ON person.id = comment.person
             JOIN platform.thing ON thing.id = comment.thing WHERE reference || '.' || number = $1`,
            [comment],
          );
          await perform("dialogue.take-back-comment", rows[0]?.key ?? "", comment, {});
        }
      }
      await morning();
      await morning();
      const texts = [...standing.keys()];
      assert.deepEqual(
        await told(texts),
        texts.map(() => 1),
      );
      for (const times of await told([...gone])) assert.ok(times <= 1);
    }),
    { numRuns: 15 },
  );
});
