// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import fc from "fast-check";
import type { Operation } from "#platform/operations/operation.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { sendDigests } from "./jobs.ts";
import { startTelling, stop } from "./operations.ts";

let t: TestWorld;
before(async () => {
  // A Monday.
  t = await openTestWorld({ now: "2026-11-23T09:00:00+01:00" });
});
after(() => t.close());

/** An operation of a slice that this one does not know. */
function named(name: string): Operation {
  const operation = t.world.registry.operations.get(name);
  assert.ok(operation, name);
  return operation;
}
afterEach(async () => {
  await t.world.writePool.query("DELETE FROM newsletter.subscription; DELETE FROM newsletter.told; DELETE FROM platform.mail");
});

const hour = 60 * 60_000;
const day = 24 * hour;

let count = 0;
async function idea(where: string, text = "Der mangler et sted at sidde på turen."): Promise<{ reference: string; title: string }> {
  count += 1;
  const title = `Idé nummer ${count}.`;
  const { answer: made } = await t.perform(named("ideas.submit"), {
    as: "mehmet",
    input: { title, text, where, area: "miljoe-og-teknik" },
  });
  return { reference: String(made.reference), title };
}
const follow = (about: string, every: string, as = "karen") => t.perform(startTelling, { as, input: { about, every } });
const answered = (reference: string) =>
  t.perform(named("ideas.answer"), { as: "signe", reference, input: { status: "we-do-it", reason: "Ja, vi sætter den op til foråret." } });

/** Lets the clock go to an hour of a day and the worker wake. */
async function until(moment: string): Promise<void> {
  t.clock.advance(new Date(moment).getTime() - t.clock.now().getTime());
  await sendDigests(t.world);
}
const digests = async (to = "karen@example.dk") =>
  (await t.mails()).filter(({ dedupe, recipient }) => dedupe.startsWith("digest/") && recipient === to);

test("what happened in Langå stands in one mail: each thing once, the newest first, as it is now", async () => {
  await follow("sted-langaa", "day");
  const first = await idea("langaa");
  const elsewhere = await idea("hald");
  t.clock.advance(hour);
  const second = await idea("langaa");
  t.clock.advance(hour);
  await answered(first.reference);
  await until("2026-11-24T07:30:00+01:00");
  const [mail, ...more] = await digests();
  assert.equal(more.length, 0);
  assert.match(mail?.subject ?? "", /2 nyheder: det sker i Langå$/);
  for (const text of [mail?.plain ?? "", mail?.html ?? ""]) {
    assert.equal(text.split(first.title).length - 1, 1);
    assert.ok(text.indexOf(first.title) < text.indexOf(second.title), "answered last, so it stands first");
    assert.ok(!text.includes(elsewhere.title));
  }
  assert.match(mail?.plain ?? "", /Ny idé, Nyt svar · Vi gør det\n.*Signe i Miljø og Teknik: »Ja, vi sætter den op/);
  assert.match(mail?.plain ?? "", /https?:\/\/\S+\/ideer\/I-2026-\d+/);
  await until("2026-11-25T07:30:00+01:00");
  assert.equal((await digests()).length, 1, "nothing new, no mail");
});

test("never empty: a week without anything gives no mail, and the week after tells from there", async () => {
  await follow("sted-spentrup", "week");
  await until("2026-11-27T07:30:00+01:00");
  await until("2026-12-04T07:30:00+01:00");
  assert.equal((await digests()).length, 0);
  const late = await idea("spentrup");
  await until("2026-12-11T07:30:00+01:00");
  const [mail] = await digests();
  assert.match(mail?.plain ?? "", new RegExp(late.title));
  assert.match(mail?.plain ?? "", /hver uge/);
});

test("who follows a place and everything gets each thing once, under the place", async () => {
  await follow("alt", "day");
  await follow("sted-langaa", "day");
  const here = await idea("langaa");
  const there = await idea("hald");
  await until("2026-12-12T07:30:00+01:00");
  const [mail, ...more] = await digests();
  assert.equal(more.length, 0);
  const plain = mail?.plain ?? "";
  assert.equal(plain.split(here.title).length - 1, 1);
  assert.ok(plain.indexOf("LANGÅ") < plain.indexOf(here.title) && plain.indexOf(here.title) < plain.indexOf("HELE KOMMUNEN"));
  assert.ok(plain.indexOf("HELE KOMMUNEN") < plain.indexOf(there.title));
});

test("what the daily digest tells, the weekly one leaves out", async () => {
  await follow("sted-langaa", "day");
  await follow("alt", "week");
  const here = await idea("langaa");
  const there = await idea("hald");
  for (const morning of ["2026-12-13", "2026-12-14", "2026-12-18"]) await until(`${morning}T07:30:00+01:00`);
  const all = (await digests()).map(({ plain }) => plain).join("\n");
  assert.equal(all.split(here.title).length - 1, 1);
  assert.equal(all.split(there.title).length - 1, 1);
});

test("what was taken back or hidden before the morning is not told", async () => {
  await follow("alt", "day");
  const gone = await idea("langaa");
  const hidden = await idea("langaa");
  const stays = await idea("langaa");
  await t.perform(named("ideas.withdraw"), { as: "mehmet", reference: gone.reference, input: {} });
  await t.world.writePool.query("UPDATE platform.thing SET visibility = 'held' WHERE reference = $1", [hidden.reference]);
  await until("2026-12-19T07:30:00+01:00");
  const plain = (await digests())[0]?.plain ?? "";
  assert.ok(plain.includes(stays.title) && !plain.includes(gone.title) && !plain.includes(hidden.title));
});

test("a theme tells of what lies below it, an area of what lies in it; each reader in their own language", async () => {
  await follow("emne-natur-og-udeliv", "day");
  await follow("omraade-miljoe-og-teknik", "day", "jens");
  await t.world.writePool.query("UPDATE people.mailbox SET lang = 'en' WHERE address = 'jens@example.dk'");
  const below = await idea("hald", "Der mangler en bænk på stien langs åen, så man kan hvile sig.");
  await until("2026-12-20T07:30:00+01:00");
  assert.ok((await digests())[0]?.plain.includes(below.title));
  const english = (await digests("jens@example.dk"))[0];
  assert.match(english?.subject ?? "", /what happens in the area/);
  assert.match(english?.plain ?? "", /New idea[^]*\/en\/ideer\/I-/);
});

test("an event whose transaction ended late is in the next digest", async () => {
  await follow("sted-langaa", "day");
  const client = await t.world.writePool.connect();
  t.clock.advance(new Date("2026-12-21T07:29:30+01:00").getTime() - t.clock.now().getTime());
  const { title, reference } = await idea("hald");
  await client.query("BEGIN");
  await client.query("UPDATE platform.thing SET locality = (SELECT id FROM places.locality WHERE slug = 'langaa') WHERE reference = $1", [
    reference,
  ]);
  await until("2026-12-21T07:30:00+01:00");
  await client.query("COMMIT");
  client.release();
  assert.equal((await digests()).length, 0);
  await until("2026-12-22T07:30:00+01:00");
  assert.ok((await digests())[0]?.plain.includes(title));
});

test("killed before the mail and its mark are there, it is done again; done twice at the same time, there is one", async () => {
  await follow("sted-langaa", "day");
  await idea("langaa");
  t.clock.advance(new Date("2026-12-23T07:31:00+01:00").getTime() - t.clock.now().getTime());
  const broken = { ...t.world, failpoint: (name: string) => (name === "digest" ? Promise.reject(new Error("down")) : Promise.resolve()) };
  await assert.rejects(sendDigests(broken), /down/);
  assert.equal((await digests()).length, 0);
  await Promise.all([sendDigests(t.world), sendDigests(t.world)]);
  assert.equal((await digests()).length, 1);
});

test("over any days, outages and changes of mind: whatever happens while it is followed is told once, and nothing twice", async () => {
  const step = fc.record({
    what: fc.constantFrom<"idea" | "wake" | "stop" | "follow">("idea", "idea", "idea", "wake", "wake", "follow", "stop"),
    hours: fc.integer({ min: 0, max: 70 }),
  });
  let week = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("day", "week"), fc.array(step, { minLength: 3, maxLength: 14 }), async (every, steps) => {
      week += 1;
      await t.world.writePool.query("DELETE FROM newsletter.subscription; DELETE FROM newsletter.told; DELETE FROM platform.mail");
      t.clock.advance(30 * day);
      await follow("sted-langaa", every);
      let following = true;
      let owed: string[] = [];
      const told: string[] = [];
      for (const { what, hours } of steps) {
        t.clock.advance(hours * hour);
        if (what === "idea") {
          const { title } = await idea("langaa");
          if (following) owed.push(title);
        } else if (what === "wake") await sendDigests(t.world);
        else if (what === "stop") {
          await t.perform(stop, { as: "karen", input: { about: "sted-langaa" } });
          following = false;
          // What was not told yet when one stops is not owed any more.
          owed = owed.filter((title) => told.includes(title));
        } else {
          await follow("sted-langaa", every);
          following = true;
        }
      }
      if (!following) await follow("sted-langaa", every);
      t.clock.advance(15 * day);
      await sendDigests(t.world);
      const mails = await digests();
      for (const { plain } of mails) assert.match(plain, /\* Idé nummer \d+\./, "never empty");
      const all = mails.map(({ plain }) => plain).join("\n");
      for (const title of owed) assert.equal(all.split(`* ${title}`).length - 1, 1, title);
      for (const [title] of all.matchAll(/\* Idé nummer \d+\./g)) assert.equal(all.split(title).length - 1, 1, `${title} twice`);
    }),
    { numRuns: 20 },
  );
});
