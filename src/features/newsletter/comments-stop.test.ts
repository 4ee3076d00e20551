// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Operation } from "#platform/operations/operation.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { sendComments } from "./comments.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ now: "2026-12-07T09:00:00+01:00" });
});
after(() => t.close());

/** An operation of a slice that this one does not know. */
function named(name: string): Operation {
  const operation = t.world.registry.operations.get(name);
  assert.ok(operation, name);
  return operation;
}

async function ideaOf(as: string, title: string): Promise<string> {
  const input = { title, text: "Der mangler et sted at sidde på turen.", where: "langaa", area: "miljoe-og-teknik" };
  return String((await t.perform(named("ideas.submit"), { as, input })).answer["reference"]);
}
async function say(as: string, reference: string, text: string): Promise<string> {
  t.clock.advance(60_000);
  return String((await t.perform(named("dialogue.comment"), { as, reference, input: { text } })).answer["comment"]);
}
const follow = (as: string, reference: string) => t.perform(named("dialogue.follow"), { as, reference, input: {} });

/** Lets the clock go to an hour of a day and the worker wake. */
async function until(moment: string): Promise<void> {
  t.clock.advance(new Date(moment).getTime() - t.clock.now().getTime());
  await sendComments(t.world);
}
const mailsTo = async (who: string) =>
  (await t.mails()).filter(({ dedupe, recipient }) => dedupe.startsWith("comments/") && recipient === `${who}@example.dk`);

test("one click stops all mails about comments, also about what is followed later; answers come as before, and one can have them again from then on", async () => {
  const [bench, bridge] = [await ideaOf("karen", "En bænk ved åen"), await ideaOf("karen", "En bro over åen")];
  await say("mehmet", bench, "Den vil jeg bruge.");
  await say("mehmet", bridge, "Hvor bred skal den være?");
  await until("2026-12-08T07:30:00+01:00");
  const link = new URL((await mailsTo("karen"))[0]?.unsubscribe ?? "").pathname;
  const looked = await t.visitor().get(link);
  assert.match(looked.text, /Vil du ikke have flere mails om kommentarer\?/);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  for (const _twice of [1, 2]) {
    const pressed = await t.server.inject({ method: "POST", url: link, headers, payload: "List-Unsubscribe=One-Click" });
    assert.equal(pressed.statusCode, 200);
  }
  assert.match((await t.visitor().get(link)).text, /Du får ikke flere mails om kommentarer/);
  await say("mehmet", bench, "Og sætte mig på den.");
  await follow("karen", await ideaOf("jens", "En lampe ved åen"));
  await t.perform(named("ideas.answer"), { as: "signe", reference: bench, input: { status: "we-do-it", reason: "Ja, til foråret." } });
  await t.runJobs();
  await until("2026-12-09T07:30:00+01:00");
  assert.equal((await mailsTo("karen")).length, 1, "no more about comments");
  assert.ok((await t.mails()).some(({ recipient, plain }) => recipient === "karen@example.dk" && plain.includes("Ja, til foråret.")));

  const karen = await t.as("karen");
  const chosen = await karen.fill("/nyt/kommentarer", { comments: "yes" });
  assert.match((await karen.follow(chosen)).text, /Du får en mail, når andre skriver om det, du følger/);
  await say("mehmet", bridge, "Kan man cykle over den?");
  await until("2026-12-10T07:30:00+01:00");
  const [, again] = await mailsTo("karen");
  assert.match(again?.plain ?? "", /Kan man cykle over den\?/);
  assert.doesNotMatch(again?.plain ?? "", /sætte mig på den/, "what was said in the meantime is not told");
});
