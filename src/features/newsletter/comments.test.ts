// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import fc from "fast-check";
import type { Operation } from "#platform/operations/operation.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { sendComments } from "./comments.ts";

let t: TestWorld;
before(async () => {
  // A Monday.
  t = await openTestWorld({ now: "2026-11-23T09:00:00+01:00" });
});
after(() => t.close());
afterEach(async () => {
  await t.world.writePool.query("DELETE FROM dialogue.follow; DELETE FROM newsletter.told; DELETE FROM platform.mail");
});

/** An operation of a slice that this one does not know. */
function named(name: string): Operation {
  const operation = t.world.registry.operations.get(name);
  assert.ok(operation, name);
  return operation;
}

const hour = 60 * 60_000;
const day = 24 * hour;

async function ideaOf(as: string, title: string): Promise<string> {
  const input = { title, text: "Der mangler et sted at sidde på turen.", where: "langaa", area: "miljoe-og-teknik" };
  return String((await t.perform(named("ideas.submit"), { as, input })).answer["reference"]);
}
async function say(as: string, reference: string, text: string): Promise<string> {
  t.clock.advance(60_000);
  return String((await t.perform(named("dialogue.comment"), { as, reference, input: { text } })).answer["comment"]);
}
const takeBack = (as: string, reference: string) => t.perform(named("dialogue.take-back-comment"), { as, reference, input: {} });
const follow = (as: string, reference: string) => t.perform(named("dialogue.follow"), { as, reference, input: {} });
const stopFollowing = (as: string, reference: string) => t.perform(named("dialogue.stop-following"), { as, reference, input: {} });

/** Lets the clock go to an hour of a day and the worker wake. */
async function until(moment: string): Promise<void> {
  t.clock.advance(new Date(moment).getTime() - t.clock.now().getTime());
  await sendComments(t.world);
}
const mailsTo = async (who: string) =>
  (await t.mails()).filter(({ dedupe, recipient }) => dedupe.startsWith("comments/") && recipient === `${who}@example.dk`);

test("author and follower hear of new comments in one mail, by thing and the newest first; nobody hears of their own words", async () => {
  const bench = await ideaOf("karen", "En bænk ved åen");
  const bridge = await ideaOf("karen", "En bro over åen");
  await follow("jens", bench);
  await say("mehmet", bench, "Den vil jeg bruge.");
  await say("karen", bench, "Det er jeg glad for.");
  await say("mehmet", bridge, "Hvor bred skal den være?");
  const regretted = await say("mehmet", bench, "Det her fortryder jeg.");
  await say("signe", bench, "Vi ser på den.");
  await takeBack("mehmet", regretted);
  assert.equal((await mailsTo("karen")).length, 0, "none per comment");
  await until("2026-11-24T07:30:00+01:00");
  const [mail, ...more] = await mailsTo("karen");
  assert.equal(more.length, 0);
  const plain = mail?.plain ?? "";
  assert.match(mail?.subject ?? "", /^3 nye kommentarer: En bænk ved åen og én ting mere$/);
  const order = ["EN BÆNK VED ÅEN", "Signe Brandt (kontaktperson", "Vi ser på den.", "Mehmet", "Den vil jeg bruge.", "EN BRO", "Hvor bred"];
  const found = order.map((words) => plain.indexOf(words));
  assert.ok(!found.includes(-1), plain);
  assert.deepEqual(
    found,
    found.toSorted((a, b) => a - b),
  );
  assert.match(plain, new RegExp(`/ideer/${bench}#k1`));
  assert.doesNotMatch(plain, /glad for|fortryder/);
  const jens = (await mailsTo("jens"))[0]?.plain ?? "";
  assert.match(jens, /Det er jeg glad for[^]*Den vil jeg bruge/);
  assert.doesNotMatch(jens, /EN BRO/, "he does not follow it");
  await until("2026-11-25T07:30:00+01:00");
  assert.equal((await mailsTo("karen")).length, 1, "nothing new, no mail");
});

test("one click in the mail stops that thing; the others go on, and so do answers to what is one's own", async () => {
  const bench = await ideaOf("karen", "En bænk ved åen");
  const bridge = await ideaOf("karen", "En bro over åen");
  await say("mehmet", bench, "Den vil jeg bruge.");
  await until("2026-11-26T07:30:00+01:00");
  const [mail] = await mailsTo("karen");
  const link = new URL(mail?.unsubscribe ?? "").pathname;
  assert.ok(mail?.plain.includes(link), "it stands in the mail as well");
  const pressed = await t.server.inject({
    method: "POST",
    url: link,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: "List-Unsubscribe=One-Click",
  });
  assert.equal(pressed.statusCode, 200);
  await say("mehmet", bench, "Og sætte mig på den.");
  await say("mehmet", bridge, "Hvor bred skal den være?");
  await t.perform(named("ideas.answer"), { as: "signe", reference: bench, input: { status: "we-do-it", reason: "Ja, til foråret." } });
  await t.runJobs();
  await until("2026-11-27T07:30:00+01:00");
  const [, second] = await mailsTo("karen");
  assert.match(second?.plain ?? "", /Hvor bred skal den være/);
  assert.doesNotMatch(second?.plain ?? "", /sætte mig på den/);
  assert.ok((await t.mails()).some(({ recipient, plain }) => recipient === "karen@example.dk" && plain.includes("Ja, til foråret.")));
});

test("a mail about several things has a line for each by which one stops that one, and one for all", async () => {
  const [bench, bridge] = [await ideaOf("karen", "En bænk ved åen"), await ideaOf("karen", "En bro over åen")];
  await say("mehmet", bench, "Den vil jeg bruge.");
  await say("mehmet", bridge, "Hvor bred skal den være?");
  await until("2026-11-28T07:30:00+01:00");
  const [mail] = await mailsTo("karen");
  const all = new URL(mail?.unsubscribe ?? "").pathname;
  assert.match(all, /^\/nyt\/kommentarer\/nej\//, "the mail program's one click stops all that the mail is about");
  assert.ok(mail?.plain.includes(all), "it stands in the mail as well");
  assert.equal(new Set(mail?.plain.match(/https?:\/\/\S+\/foelg\/nej\/\S+/g)).size, 2);
});

test("what is hidden before the morning is not told; each reads in their own language", async () => {
  const [seen, hidden] = [await ideaOf("karen", "En bænk ved åen"), await ideaOf("karen", "En bro over åen")];
  await say("mehmet", seen, "Den vil jeg bruge.");
  await say("mehmet", hidden, "Hvor bred skal den være?");
  await t.world.writePool.query("UPDATE platform.thing SET visibility = 'held' WHERE reference = $1", [hidden]);
  await t.world.writePool.query("UPDATE people.mailbox SET lang = 'en' WHERE address = 'karen@example.dk'");
  await until("2026-11-29T07:30:00+01:00");
  await t.world.writePool.query("UPDATE people.mailbox SET lang = 'da' WHERE address = 'karen@example.dk'");
  const [mail] = await mailsTo("karen");
  assert.equal(mail?.subject, "One new comment: En bænk ved åen");
  assert.match(mail?.plain ?? "", /\/en\/ideer\/I-/);
  assert.doesNotMatch(mail?.plain ?? "", /Hvor bred/);
});

test("killed before the mail and its mark are there, it is done again; done twice at the same time, there is one", async () => {
  await say("mehmet", await ideaOf("karen", "En bænk ved åen"), "Den vil jeg bruge.");
  t.clock.advance(new Date("2026-11-30T07:31:00+01:00").getTime() - t.clock.now().getTime());
  const broken = { ...t.world, failpoint: (name: string) => (name === "comments" ? Promise.reject(new Error("down")) : Promise.resolve()) };
  await assert.rejects(sendComments(broken), /down/);
  assert.equal((await mailsTo("karen")).length, 0);
  await Promise.all([sendComments(t.world), sendComments(t.world)]);
  assert.equal((await mailsTo("karen")).length, 1);
});

test("over any days, outages and changes of mind: what others said while one follows is told once, and nothing twice", async () => {
  const step = fc.record({
    what: fc.constantFrom("other", "other", "other", "own", "back", "wake", "wake", "stop", "follow"),
    on: fc.integer({ min: 0, max: 1 }),
    hours: fc.integer({ min: 1, max: 40 }),
  });
  let said = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), async (steps) => {
      await t.world.writePool.query("DELETE FROM dialogue.follow; DELETE FROM newsletter.told; DELETE FROM platform.mail");
      t.clock.advance(30 * day);
      const things = [await ideaOf("karen", "En bænk ved åen"), await ideaOf("karen", "En bro over åen")];
      const following = new Set(things);
      // What was said and not told yet: text → where, and its reference.
      const open = new Map<string, { on: string; comment: string }>();
      const owed = new Set<string>();
      const never = new Set<string>();
      const plains = async () => (await mailsTo("karen")).map(({ plain }) => plain).join("\n");
      for (const { what, on: which, hours } of steps) {
        t.clock.advance(hours * hour);
        const on = things[which] ?? "";
        if (what === "other" || what === "own") {
          const text = `Ord nummer ${(said += 1)}.`;
          const comment = await say(what === "own" ? "karen" : "mehmet", on, text);
          // Whoever says something follows from then on.
          if (what === "own") never.add(text);
          if (what === "own") following.add(on);
          if (what === "other" && following.has(on)) open.set(text, { on, comment });
        } else if (what === "back") {
          const [text, one] = [...open].at(-1) ?? [];
          if (text === undefined || one === undefined) continue;
          await takeBack("mehmet", one.comment);
          open.delete(text);
          never.add(text);
        } else if (what === "wake") {
          await sendComments(t.world);
          const all = await plains();
          for (const text of [...open.keys()].filter((one) => all.includes(one))) {
            owed.add(text);
            open.delete(text);
          }
        } else if (what === "stop") {
          await stopFollowing("karen", on);
          following.delete(on);
          // What was not told yet when one stops is not owed any more.
          for (const [text, one] of open) if (one.on === on) open.delete(text);
        } else {
          await follow("karen", on);
          following.add(on);
        }
      }
      t.clock.advance(2 * day);
      await sendComments(t.world);
      await sendComments(t.world);
      const mails = await mailsTo("karen");
      const days = mails.map(({ dedupe }) => dedupe.slice(-24, -14));
      assert.equal(new Set(days).size, days.length, "one a day at most");
      for (const { plain } of mails) assert.match(plain, /Ord nummer \d+\./, "never empty");
      const all = await plains();
      for (const text of [...owed, ...open.keys()]) assert.equal(all.split(text).length - 1, 1, text);
      for (const text of never) assert.ok(!all.includes(text), `${text} is no news`);
      for (const [text] of all.matchAll(/Ord nummer \d+\./g)) assert.equal(all.split(text).length - 1, 1, `${text} twice`);
    }),
    { numRuns: 20 },
  );
});
