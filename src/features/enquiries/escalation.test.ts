// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { answer, send } from "./operations.ts";
import { forgetOld } from "./store-forget.ts";
import { enquiry } from "./store.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const day = 24 * 60 * 60_000;
const ask = async (): Promise<string> =>
  String(
    (
      await t.perform(send, {
        as: "karen",
        input: { subject: "Hvem rydder sne?", text: "Fortovet er glat om morgenen.", area: "miljoe-og-teknik" },
      })
    ).answer.reference,
  );
const toLone = async () =>
  (await t.mails()).filter(({ recipient, subject }) => recipient === "lone@example.dk" && subject.startsWith("Over tid"));

test("what is left lying is told once to the secretariat, who sees it from then on; never twice", async () => {
  const reference = await ask();
  const lone = await t.as("lone");
  assert.equal((await lone.get(`/henvendelser/${reference}`)).status, 404);
  t.clock.advance(4 * day);
  for (let again = 0; again < 3; again += 1) await escalatePassed(t.world);
  await t.runJobs();
  assert.equal((await toLone()).length, 1);
  const later = await t.as("lone");
  assert.equal((await later.get(`/henvendelser/${reference}`)).status, 200);
  assert.match((await later.get("/arbejdsbord?vis=opfoelgning")).text + (await later.get("/arbejdsbord")).text, /Hvem rydder sne\?/);
});

test("a new day sooner than the day it was to be read by is told of when it passes", async () => {
  t.clock.set("2026-11-27T09:00:00+01:00");
  const reference = await ask();
  const before = (await toLone()).length;
  await t.perform(answer, {
    as: "signe",
    reference,
    input: { status: "investigating", text: "Det ved jeg i morgen.", newDay: "2026-11-30" },
  });
  t.clock.advance(4 * day);
  await escalatePassed(t.world);
  await t.runJobs();
  assert.equal((await toLone()).length, before + 1);
});

test("two years after it was answered, words and persons are gone and the days are still there", async () => {
  const reference = await ask();
  await t.perform(answer, { as: "signe", reference, input: { status: "answered", text: "Det gør vi selv fra i morgen tidlig." } });
  t.clock.advance(729 * day);
  await forgetOld(t.world.write, t.clock.now());
  assert.equal((await enquiry.find(t.world.read, reference, { actor: await t.actor("signe"), lock: false }))?.subject, "Hvem rydder sne?");
  t.clock.advance(3 * day);
  await forgetOld(t.world.write, t.clock.now());
  const on = await enquiry.find(t.world.read, reference, { actor: await t.actor("signe"), lock: false });
  assert.deepEqual([on?.subject, on?.text, on?.ownerPerson, on?.answers[0]?.text], ["–", "–", null, "–"]);
  assert.equal(on?.standing, "answered");
});
