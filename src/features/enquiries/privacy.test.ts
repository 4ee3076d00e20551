// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { personOf } from "#platform/auth/actor.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { addANote, answer, ask, send } from "./operations.ts";
import { keeps, privacy } from "./privacy.ts";
import { keptYears } from "./store-forget.ts";
import { enquiry } from "./store.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
  await sent({ subject: "Hvem ejer hegnet?", text: "Hegnet ved skolen er faldet ned." }, "mehmet");
});
after(() => t.close());

const proposal = { title: "Ro i gaden om natten", text: "Kan vi aftale, hvornår der skal være ro?", where: "langaa" };

async function sent(words: { subject: string; text: string; phone?: string; reach?: string }, as?: string): Promise<string> {
  const input = { ...words, area: "miljoe-og-teknik" };
  const { answer: done } = await t.perform(send, as === undefined ? { input } : { as, input });
  return String(done.reference);
}
const idOf = async (key: string): Promise<string> => personOf(await t.actor(key))?.id ?? "";

async function exportOf(person: string): Promise<string> {
  const parts: unknown[] = [];
  await t.world.write.transaction().execute(async (tx) => {
    for (const { export: give } of privacy) if (typeof give === "function") parts.push(...(await give(tx, person)));
  });
  return JSON.stringify(parts);
}

const erase = (person: string): Promise<void> =>
  t.world.write.transaction().execute(async (tx) => {
    for (const { erase: remove } of privacy) if (typeof remove === "function") await remove(tx, person);
  });

/** Everything that the slice's tables say, as text. */
const everything = (): Promise<string> =>
  within(t.world.read, asSystem, async (tx) =>
    JSON.stringify([
      await tx.selectFrom("enquiries.enquiry").selectAll().execute(),
      await tx.selectFrom("enquiries.answer").selectAll().execute(),
      await tx.selectFrom("enquiries.note").selectAll().execute(),
      await tx.selectFrom("enquiries.proposal").selectAll().execute(),
    ]),
  );

test("a sender's export has what they wrote and how to reach them, and nothing that others wrote to us", async () => {
  await sent({ subject: "Støj om natten", text: "Min nabo Preben larmer hver nat.", phone: "12 34 56 88" }, "karen");
  const hers = await exportOf(await idOf("karen"));
  for (const word of ["Støj om natten", "Preben", "12 34 56 88"]) assert.match(hers, new RegExp(word));
  assert.doesNotMatch(hers, /hegnet/i);
});

test("what was sent with her address and never said yes to is in her copy by number and day, without words that may be another's", async () => {
  const reference = await sent({ subject: "canary-unconfirmed", text: "canary-unconfirmed om en sag.", reach: "karen@example.dk" });
  const hers = await exportOf(await idOf("karen"));
  assert.match(hers, new RegExp(reference));
  assert.match(hers, /karen@example\.dk/);
  assert.doesNotMatch(hers, /canary/);
  assert.doesNotMatch(await exportOf(await idOf("jens")), new RegExp(reference));
});

test("/privatliv says what is kept of an enquiry, who sees it and for how long, as the job that forgets does it", async () => {
  for (const [path, years] of [
    ["/privatliv", `${keptYears} år efter svaret`],
    ["/en/privatliv", `${keptYears} years after the answer`],
  ] as const) {
    const { text } = await t.visitor().get(path);
    for (const { title, text: paragraphs } of [keeps(path.startsWith("/en") ? "en" : "da")])
      for (const words of [title, ...paragraphs]) assert.ok(text.includes(words), words);
    assert.ok(text.replaceAll("\u00a0", " ").includes(years), years);
  }
  for (const { table, retention, basis } of privacy)
    if (basis !== "no personal data") assert.match(retention, new RegExp(`^${keptYears} years`), table);
});

test("when a sender is erased, what is open is withdrawn without its words, and nobody is asked to answer it any more", async () => {
  const open = await sent({ subject: "Vand i kælderen", text: "Kloakken løber over, når det regner." }, "karen");
  const late = await sent({ subject: "Hul i vejen", text: "Ved købmanden er der et dybt hul." }, "karen");
  const unconfirmed = await sent({ subject: "Træet vælter", text: "Træet ved hækken hælder ud over stien.", reach: "karen@example.dk" });
  const done = await sent({ subject: "Hvornår åbner I?", text: "Jeg vil gerne forbi på torsdag." }, "karen");
  await t.perform(addANote, { as: "signe", reference: open, input: { text: "Hun bor i nummer 12." } });
  await t.perform(ask, { as: "signe", reference: open, input: proposal });
  await t.perform(answer, {
    as: "signe",
    reference: late,
    input: { status: "investigating", text: "Vejfolkene ser på hullet i morgen.", newDay: "2026-11-26" },
  });
  await t.perform(answer, { as: "signe", reference: done, input: { status: "answered", text: "Vi åbner klokken ti hver dag." } });
  await t.runJobs();
  const karen = await idOf("karen");

  await erase(karen);

  assert.equal(await exportOf(karen), "[]");
  const left = await everything();
  for (const word of ["Vand i kælderen", "Kloakken", "Hul i vejen", "hullet", "Træet", "torsdag", "klokken ti", "nummer 12", "Ro i gaden"])
    assert.doesNotMatch(left, new RegExp(word), word);
  assert.match(left, /Hvem ejer hegnet/, "what others wrote is still there");

  const signe = await t.actor("signe");
  for (const reference of [open, late, unconfirmed])
    assert.equal((await enquiry.find(t.world.read, reference, { actor: signe, lock: false }))?.withdrawn, true, reference);
  const answered = await enquiry.find(t.world.read, done, { actor: signe, lock: false });
  assert.deepEqual([answered?.withdrawn, answered?.standing], [false, "answered"], "that it was answered stays as a count");
  const desk = (await (await t.as("signe")).get("/arbejdsbord")).text;
  for (const reference of [open, late, unconfirmed]) assert.doesNotMatch(desk, new RegExp(reference));
  assert.doesNotMatch(desk, /Vand i kælderen|Hul i vejen|Træet vælter/);

  const before = (await t.mails()).length;
  t.clock.advance(40 * 24 * 60 * 60_000);
  await escalatePassed(t.world);
  await t.runJobs();
  const told = (await t.mails()).slice(before).filter(({ subject }) => subject.startsWith("Over tid"));
  assert.deepEqual([...new Set(told.map(({ subject }) => subject))], ["Over tid: Hvem ejer hegnet?"], "only what others wait for");
});
