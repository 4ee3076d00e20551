// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { acknowledge, answer, submit } from "./operations.ts";
import { readOn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const mailsAbout = async (subject: string) =>
  (await t.mails())
    .filter((mail) => mail.subject === subject)
    .map((mail) => mail.recipient)
    .toSorted();
/** What the crontab asks for each quarter of an hour. */
const aQuarterPasses = async (): Promise<void> => {
  await escalatePassed(t.world);
  await t.runJobs();
};
const send = async (title: string): Promise<string> => {
  const { answer: made } = await t.perform(submit, {
    as: "karen",
    input: { title, text: "Den bliver måske liggende.", where: "langaa", area: "miljoe-og-teknik" },
  });
  return String(made.reference);
};

test("an idea left lying is told once to the secretariat and its contact person, and everyone sees that it is late", async () => {
  t.clock.set("2026-11-02T09:00:00+01:00");
  const reference = await send("Den glemte idé");
  await t.perform(acknowledge, { as: "signe", input: {}, reference });
  t.clock.set("2026-11-23T23:50:00+01:00");
  await aQuarterPasses();
  assert.deepEqual(await mailsAbout("Over tid: Den glemte idé"), [], "the whole last day is in time");
  t.clock.set("2026-11-24T00:05:00+01:00");
  await aQuarterPasses();
  await aQuarterPasses();
  t.clock.set("2026-11-26T10:00:00+01:00");
  await aQuarterPasses();
  assert.deepEqual(await mailsAbout("Over tid: Den glemte idé"), ["lone@example.dk", "signe@example.dk"]);
  const page = readOn((await t.visitor().get(`/ideer/${reference}`)).text);
  assert.match(page, /Over tid Svaret skulle være kommet mandag 23\. november/);
  assert.match(page, /En dato blev ikke holdt\. Sekretariatet fik det at vide/);
  const lone = await t.as("lone");
  assert.match(
    readOn((await lone.get("/arbejdsbord")).text),
    /3 arbejdsdage over Den glemte idé .* Miljø og Teknik \(Signe\) Svaret skulle være kommet mandag 23\. november\. Sekretariatet har fået besked\. Åbn/,
  );
  const signe = await t.as("signe");
  assert.match(readOn((await signe.get("/arbejdsbord")).text), /Den glemte idé .* Svar nu/);
});

test("a day for reading that has gone by is not promised again; the day for the answer stands", async () => {
  t.clock.set("2026-11-02T09:00:00+01:00");
  const reference = await send("Den ulæste idé");
  const page = async () => readOn((await t.visitor().get(`/ideer/${reference}`)).text);
  assert.match(await page(), /Den er læst senest torsdag 5\. november\. Svaret kommer senest mandag 23\. november/);
  t.clock.set("2026-11-06T09:00:00+01:00");
  assert.match(await page(), /Den skulle være læst torsdag 5\. november\. Svaret kommer senest mandag 23\. november/);
  t.clock.set("2026-11-26T10:00:00+01:00");
});

test("an answer given late says so itself", async () => {
  const [idea] = await t.world.read.selectFrom("platform.thing").select("reference").where("kind", "=", "idea").execute();
  await t.perform(answer, {
    as: "signe",
    reference: idea?.reference ?? "",
    input: { status: "we-do-it", reason: "Undskyld, det tog tid. Vi gør det." },
  });
  assert.match(
    readOn((await t.visitor().get(`/ideer/${idea?.reference}`)).text),
    /Vi lovede svar senest mandag 23\. november\. Det kom efter 18 arbejdsdage\. Det er 3 arbejdsdage for sent\./,
  );
});

test("one that gets a new date escalates again when that passes too", async () => {
  t.clock.set("2026-12-01T09:00:00+01:00");
  const reference = await send("Den udsatte idé");
  await t.perform(answer, {
    as: "signe",
    reference,
    input: { status: "investigating", reason: "Vi skal spørge ejeren først.", newDay: "2026-12-28" },
  });
  t.clock.set("2026-12-27T12:00:00+01:00");
  await aQuarterPasses();
  assert.deepEqual(await mailsAbout("Over tid: Den udsatte idé"), [], "the day first promised no longer holds");
  t.clock.set("2026-12-29T06:00:00+01:00");
  await aQuarterPasses();
  assert.deepEqual(await mailsAbout("Over tid: Den udsatte idé"), ["lone@example.dk", "signe@example.dk"]);
});

test("an idea whose author never said yes is looked at all the same", async () => {
  t.clock.set("2027-01-11T09:00:00+01:00");
  const sent = await t.visitor().fill("/ideer/ny", {
    title: "Den ubekræftede idé",
    text: "Mailen kom måske aldrig frem.",
    where: "langaa",
    area: "miljoe-og-teknik",
    email: "forkert@example.dk",
  });
  assert.equal(sent.status, 303);
  const signe = await t.as("signe");
  assert.doesNotMatch(
    readOn((await signe.get("/arbejdsbord")).text),
    /Læs igennem – »Den ubekræftede idé«/,
    "the author has a day to say yes",
  );
  t.clock.set("2027-01-12T08:00:00+01:00");
  assert.match(readOn((await (await t.as("signe")).get("/arbejdsbord")).text), /I dag Den ubekræftede idé .* Læs igennem/);
  t.clock.set("2027-01-13T08:00:00+01:00");
  await aQuarterPasses();
  assert.deepEqual(await mailsAbout("Over tid: Den ubekræftede idé"), ["lone@example.dk", "signe@example.dk"]);
});
