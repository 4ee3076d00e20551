// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { ask, send } from "./operations.ts";
import { linkIn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const secret = "Min nabo Preben larmer hver eneste nat, og jeg sover næsten aldrig.";
const proposal = { title: "Stille timer i vores gade", text: "Kan vi aftale nogle timer, hvor der er ro i gaden?", where: "langaa" };

async function asked(reach: { email: string } | { as: string }): Promise<string> {
  const input = { subject: "Larm om natten", text: secret, area: "miljoe-og-teknik", ...("email" in reach ? { reach: reach.email } : {}) };
  const { answer: sent } = await t.perform(send, { ...("as" in reach ? { as: reach.as } : {}), input });
  const reference = String(sent.reference);
  await t.perform(ask, { as: "signe", reference, input: proposal });
  await t.runJobs();
  return reference;
}

const ideas = async () =>
  t.world.read
    .selectFrom("ideas.idea as idea")
    .innerJoin("platform.thing as thing", "thing.id", "idea.id")
    .leftJoin("platform.link as link", (join) => join.onRef("link.to_thing", "=", "idea.id").on("link.relation", "=", "became"))
    .leftJoin("platform.thing as whole", "whole.id", "link.from_thing")
    .select([
      "thing.reference",
      "idea.title",
      "idea.text",
      "idea.shown_name",
      "idea.answer_by",
      "idea.acknowledge_by",
      "whole.reference as from",
    ])
    .orderBy("idea.submitted_at", "desc")
    .execute();
const letterTo = async (to: string, subject: RegExp) =>
  (await t.mails()).findLast((mail) => mail.recipient === to && subject.test(mail.subject));

test("an enquiry becomes an idea by the sender's yes, in the sender's words, by the day that was promised; its own text shows nowhere", async () => {
  const reference = await asked({ as: "karen" });
  const due = "2026-12-14";
  t.clock.advance(4 * 24 * 60 * 60_000);
  assert.equal((await ideas()).length, 0, "nothing before the yes");
  const karen = await t.as("karen");
  const page = await karen.get(`/henvendelser/${reference}/ja`);
  assert.match(page.text, /Stille timer i vores gade/);
  const yes = await karen.fill(`/henvendelser/${reference}/ja`, {
    ...proposal,
    text: "Kan vi have ro i gaden efter klokken ti?",
    name: "Karen",
  });
  assert.match(yes.location ?? "", /nyt=yes/);
  await t.runJobs();
  const [idea, ...others] = await ideas();
  assert.deepEqual(others, []);
  assert.equal(idea?.text, "Kan vi have ro i gaden efter klokken ti?");
  assert.equal(idea?.shown_name, "Karen");
  assert.equal(idea?.from, reference);
  assert.equal(idea?.answer_by, due, "the enquiry's own day, four days earlier than a new idea's");
  const visitor = t.visitor();
  for (const address of ["/ideer", `/ideer/${idea?.reference}`, "/", `/api/v1/ideas/${idea?.reference}`, "/ideer/feed.xml"])
    assert.doesNotMatch((await visitor.get(address)).text, /Preben|Larm om natten|H-2026/, address);
  assert.match((await karen.get(`/henvendelser/${reference}`)).text, new RegExp(String(idea?.reference)));
  assert.ok(await letterTo("karen@example.dk", /Alle kan nu se din idé/));
  assert.ok(await letterTo("signe@example.dk", /^Ja:/));
});

test("told twice, the event makes no second idea", async () => {
  const before = (await ideas()).length;
  const { rows } = await t.world.writePool.query("SELECT id FROM platform.event WHERE name = 'thing.agreed-to-be-idea'");
  await t.world.writePool.query("SELECT graphile_worker.add_job('ideas.take-up', json_build_object('event', $1::int))", [rows[0].id]);
  await t.runJobs();
  assert.equal((await ideas()).length, before);
});

test("from the mailed link without an account: the words, the yes, and the mailbox is theirs", async () => {
  await asked({ email: "ida@example.dk" });
  const mail = await letterTo("ida@example.dk", /blive til en idé/);
  assert.doesNotMatch(mail?.plain ?? "", /Preben/);
  const ida = t.visitor();
  const link = linkIn(mail?.plain ?? "", "/henvendelser/ja/");
  assert.match((await ida.get(link)).text, /Stille timer i vores gade/);
  assert.equal((await ida.fill(link, { ...proposal, name: "" })).status, 303);
  assert.match((await ida.get(link)).text, /Nu bliver det til en idé/);
  await t.runJobs();
  assert.equal((await ideas())[0]?.shown_name, null);
  assert.ok(await letterTo("ida@example.dk", /Alle kan nu se din idé/));
});

test("without a yes nothing becomes public: a no ends it, and nobody asks again", async () => {
  const before = (await ideas()).length;
  await asked({ email: "per@example.dk" });
  const link = linkIn((await letterTo("per@example.dk", /blive til en idé/))?.plain ?? "", "/henvendelser/nej/");
  assert.equal((await t.visitor().fill(link, {})).status, 303);
  await t.runJobs();
  assert.equal((await ideas()).length, before);
  assert.ok(await letterTo("signe@example.dk", /^Nej tak:/));
  assert.match((await t.visitor().get(link.replace("/nej/", "/ja/"))).text, /Det forbliver mellem os/);
});
