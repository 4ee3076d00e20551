// SPDX-License-Identifier: EUPL-1.2
// How it went with what only some may see: an enquiry of Karen's stands for every private thing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { allFeatures } from "#app/features.ts";
import { system } from "#platform/auth/actor.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Feature, Occasion } from "#platform/feature.ts";
import { mutate } from "#platform/operations/mutate.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { register } from "#platform/register.ts";
import { organisationsByKey, personsByKey, speakersOf } from "#features/people/index.ts";
import { enquiryIn } from "./matrix/enquiries.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";
import { askNow, giveAnswer } from "#features/feedback/index.ts";
import { mailRequests } from "#features/feedback/jobs.ts";
import { askAfter } from "#features/feedback/operations.ts";

const subject = /Hvem ejer hegnet/;
const over = "window.talked";

/** Both sides are asked: who wrote, and whoever speaks for an association. */
const occasion: Occasion = {
  event: over,
  async whom(db) {
    const [people, bodies] = [await personsByKey(db), await organisationsByKey(db)];
    const speakers = await speakersOf(db, bodies.get("if-aasvinget") ?? "", "2026-11-23");
    return [people.get("karen"), ...speakers].flatMap((person) => (person ? [{ person, area: null }] : []));
  },
  words: () => ({
    lead: "I har talt sammen.",
    hint: "Kun formidleren læser det.",
    thanks: "Så ved vi det.",
    mail: () => ["I har talt sammen."],
  }),
};
const slice: Feature = { name: "window", rank: 2, operations: [], queries: [], routes: [], privacy: [], asksFeedback: [occasion] };

let t: TestWorld;
let people: Map<string, string>;
before(async () => {
  t = await openTestWorld({ registry: register([...allFeatures().features, slice]) });
  people = await personsByKey(t.world.read);
});
after(() => t.close());

const later = (hours: number): Date => new Date(t.clock.now().getTime() + hours * 3_600_000);
const person = (key: string): string => people.get(key) ?? "";
const idOf = async (reference: string): Promise<string> =>
  (await t.world.read.selectFrom("platform.thing").select("id").where("reference", "=", reference).executeTakeFirstOrThrow()).id;
const tally = async (thing: string) =>
  t.world.read.selectFrom("feedback.shown_tally").select(["asked", "answers", "good"]).where("thing", "=", thing).executeTakeFirst();
const mails = async () => (await t.mails()).filter(({ subject: line }) => line.startsWith("Hvordan gik det"));
const inOne = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => t.world.write.transaction().execute(work);

async function askedAbout(): Promise<{ reference: string; thing: string }> {
  const reference = await enquiryIn(t, "open");
  const thing = await idOf(reference);
  const { id } = await t.world.write
    .insertInto("platform.event")
    .values({ name: over, thing, at: t.clock.now() })
    .returning("id")
    .executeTakeFirstOrThrow();
  await mutate(t.world, askAfter([occasion]), { actor: system, lang: "da", input: { event: Number(id) }, key: `feedback/ask/${id}` });
  return { reference, thing };
}

test("both sides are asked about a private thing, and only who may see it reads what it is called", async () => {
  const { reference, thing } = await askedAbout();
  assert.deepEqual(await tally(thing), { asked: 2, answers: 0, good: 0 });
  const karens = await (await t.as("karen")).get(`/hvordan-gik-det/om/${reference}`);
  assert.match(karens.text, subject);
  assert.match(karens.text, /I har talt sammen\.[^]*Kun formidleren læser det\./);
  // Mehmet speaks for the association and is asked; this enquiry is not his to read.
  const mehmets = await (await t.as("mehmet")).get(`/hvordan-gik-det/om/${reference}`);
  assert.equal(mehmets.status, 404);
  assert.doesNotMatch(mehmets.text, subject);
  assert.equal((await (await t.as("signe")).get(`/hvordan-gik-det/om/${reference}`)).status, 404, "she may read it, and was not asked");
});

test("the mail says what it is called to who may see it, in the words of the occasion, and leads to the question without logging in", async () => {
  await mailRequests(t.world, later(49));
  const sent = await mails();
  assert.deepEqual(
    sent.map(({ recipient }) => recipient),
    ["karen@example.dk"],
  );
  const [mail] = sent;
  assert.match(mail?.subject ?? "", subject);
  assert.match(mail?.plain ?? "", /I har talt sammen\./);
  const link = /\/hvordan-gik-det\/mail\/[\w-]{43}/.exec(mail?.plain ?? "")?.[0] ?? "";
  const anywhere = t.visitor();
  assert.match((await anywhere.get(link)).text, subject);
  const done = await anywhere.follow(await anywhere.fill(link, { score: "4", line: "Det hjalp os videre." }));
  assert.match(done.text, /Så ved vi det\./);
});

test("another slice asks and answers in one step; a second answer is refused and changes nothing", async () => {
  const thing = await idOf(await enquiryIn(t, "open"));
  const given = { ids: t.world.ids, now: t.clock.now(), occasion: "window.ended", thing, person: person("karen"), area: null };
  await inOne((tx) => giveAnswer(tx, { ...given, score: 5, line: "Tak." }));
  assert.deepEqual(await tally(thing), { asked: 1, answers: 1, good: 1 });
  await assert.rejects(
    inOne((tx) => giveAnswer(tx, { ...given, score: 1 })),
    (error) => error instanceof Refusal && error.status === 409 && error.code === "already",
  );
  assert.deepEqual(await tally(thing), { asked: 1, answers: 1, good: 1 });
  assert.equal(await inOne((tx) => askNow(tx, given)), false, "who has answered is not asked again");
});

test("who was asked first answers once, however often the form is sent at the same moment", async () => {
  const thing = await idOf(await enquiryIn(t, "open"));
  const given = { ids: t.world.ids, now: t.clock.now(), occasion: "window.ended", thing, area: null };
  for (const who of ["karen", "mehmet"]) assert.equal(await inOne((tx) => askNow(tx, { ...given, person: person(who) })), true);
  const pressed = await Promise.allSettled(
    Array.from({ length: 6 }, () => inOne((tx) => giveAnswer(tx, { ...given, person: person("karen"), score: 5 }))),
  );
  assert.equal(pressed.filter(({ status }) => status === "fulfilled").length, 1);
  await inOne((tx) => giveAnswer(tx, { ...given, person: person("mehmet"), score: 3 }));
  assert.deepEqual(await tally(thing), { asked: 2, answers: 2, good: 1 }, "three is no good answer");
});
