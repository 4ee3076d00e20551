// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Operation } from "#platform/operations/operation.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { draft, invite, move, publish, putOff, tell, weigh } from "./operations.ts";
import { aListing } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
beforeEach(() => t.clock.set("2026-11-23T09:00:00+01:00"));
after(() => t.close());

const operation = (name: string): Operation => {
  const found = t.world.registry.operations.get(name);
  assert.ok(found, name);
  return found;
};
const mailsTo = async (address: string, words: RegExp) =>
  (await t.mails()).filter((mail) => mail.recipient === address && words.test(`${mail.subject} ${mail.plain}`));

async function asked(more: Record<string, string> = {}): Promise<string> {
  const { answer } = await t.perform(draft, { as: "signe", input: { ...aListing, ...more } });
  const reference = String(answer.reference);
  await t.perform(publish, { as: "signe", reference, input: {} });
  return reference;
}

async function answered(about: string, title: string, as = "karen"): Promise<string> {
  const input = { title, text: "Der er farligt, når det er mørkt og glat.", where: "langaa", about };
  return String((await t.perform(operation("ideas.submit"), { as, input })).answer.reference);
}

const overSince = "2026-12-07T10:00:00+01:00";
const heard = { heard: "Mange er bange for vejen.", doing: "Vi tegner en sti ved siden af." };
const idOf = async (reference: string): Promise<string> =>
  (await t.world.read.selectFrom("platform.thing").select("id").where("reference", "=", reference).executeTakeFirstOrThrow()).id;

test("an idea that was answered in the meantime keeps its answer; its author hears the fate as news, once", async () => {
  const reference = await asked({ title: "Lys på stien ved åen" });
  const idea = await answered(reference, "Lygter ved broen");
  const reason = "Vi har sat lygterne op i går.";
  await t.perform(operation("ideas.answer"), { as: "signe", reference: idea, input: { status: "we-do-it", reason } });
  t.clock.set(overSince);
  await t.perform(weigh, { as: "signe", reference, input: { idea, fate: "taken-up", because: "Flere lygter følger i uge ni." } });
  await t.perform(tell, { as: "signe", reference, input: heard });
  await t.runJobs();
  const answers = await t.world.read
    .selectFrom("ideas.answer")
    .select(["status", "reason"])
    .where("idea", "=", await idOf(idea))
    .execute();
  assert.deepEqual(answers, [{ status: "we-do-it", reason }]);
  assert.equal((await mailsTo("karen@example.dk", /Flere lygter følger/)).length, 1);
});

test("an answer that was taken back has no fate to wait for, and one that nobody let through yet goes on as an idea", async () => {
  const reference = await asked({ title: "Ny bro ved mølledammen" });
  const idea = await answered(reference, "En bro af træ");
  await t.perform(operation("ideas.withdraw"), { as: "karen", reference: idea, input: {} });
  const held = { title: "En bro af sten", text: "Den holder i hundrede år og mere.", where: "langaa", about: reference };
  await t.perform(operation("ideas.submit"), { input: held });
  t.clock.set(overSince);
  await t.perform(tell, { as: "signe", reference, input: heard });
  await t.runJobs();
});

test("the database refuses to close over an answer without a fate, to change what was told, and a phase that goes back", async () => {
  const reference = await asked({ title: "Bænke på torvet" });
  const idea = await answered(reference, "Bænke i læ");
  const id = await idOf(reference);
  const person = await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", "signe").executeTakeFirstOrThrow();
  const at = t.clock.now();
  const closing = () =>
    t.world.write
      .insertInto("upcoming.closure")
      .values({ listing: id, ...heard, person: person.id, at })
      .execute();
  await assert.rejects(closing(), /an answer has no fate yet/);
  await t.perform(weigh, { as: "signe", reference, input: { idea, fate: "partly", because: "To af de tre kommer op." } });
  await closing();
  await assert.rejects(
    t.world.write.updateTable("upcoming.fate").set({ because: "Ingen af dem." }).where("listing", "=", id).execute(),
    /what was told stands/,
  );
  await assert.rejects(
    t.world.write.insertInto("upcoming.phase").values({ listing: id, ordinal: 1, phase: "idea", person: person.id, at }).execute(),
    /a phase only goes forwards/,
  );
});

test("a promised day moves once, with a reason, and the day to tell follows the question", async () => {
  const reference = await asked({ title: "Parkering ved hallen" });
  const id = await idOf(reference);
  const days = () =>
    t.world.read
      .selectFrom("upcoming.listing")
      .select(["ask_until", "tell_by", "decide_on"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
  await assert.rejects(
    t.world.write.updateTable("upcoming.listing").set({ ask_until: "2026-12-11" }).where("id", "=", id).execute(),
    /a promised day stands/,
  );
  const later = { what: "question", newDay: "2026-12-11", reason: "Flere har bedt om længere tid." };
  await t.perform(putOff, { as: "bo", reference, input: later });
  assert.deepEqual(await days(), { ask_until: "2026-12-11", tell_by: "2027-01-07", decide_on: "2027-02-04" });
  await assert.rejects(t.perform(putOff, { as: "bo", reference, input: { ...later, newDay: "2026-12-18" } }), { code: "put-off-once" });
  const sooner = { what: "decision", newDay: "2027-01-28", reason: "Vi vil gerne være hurtige." };
  await assert.rejects(t.perform(putOff, { as: "jens", reference, input: sooner }), { fields: { newDay: "not-later" } });
  await t.perform(putOff, { as: "jens", reference, input: { ...sooner, newDay: "2027-02-18", reason: "Mødet er flyttet." } });
  assert.equal((await days()).decide_on, "2027-02-18");
});

test("followers hear when it goes on; it goes on to nothing that lies behind", async () => {
  const reference = await asked({ title: "Skov ved Hornbæk" });
  await t.perform(operation("dialogue.follow"), { as: "mehmet", reference, input: {} });
  const note = "Udvalget ser på planen i januar.";
  await assert.rejects(t.perform(move, { as: "signe", reference, input: { phase: "idea", note, newsBy: "2027-01-12" } }), {
    fields: { phase: "backwards" },
  });
  await assert.rejects(t.perform(move, { as: "signe", reference, input: { phase: "decision", note } }), { fields: { newsBy: "required" } });
  await t.perform(move, { as: "signe", reference, input: { phase: "decision", note, newsBy: "2027-01-12" } });
  await t.runJobs();
  assert.equal((await mailsTo("mehmet@example.dk", /Udvalget ser på planen i januar/)).length, 1);
});

test("who answered hears of a new day and of a new phase, once and without following, however many letters they had; who took it back hears nothing", async () => {
  const reference = await asked({ title: "Bro ved sluserne" });
  await answered(reference, "En bro med lys", "karen");
  await answered(reference, "En bro med bænke", "karen");
  await answered(reference, "En smal bro", "mehmet");
  await t.perform(operation("dialogue.follow"), { as: "mehmet", reference, input: {} });
  const taken = await answered(reference, "Ingen bro", "ruth");
  await t.perform(operation("ideas.withdraw"), { as: "ruth", reference: taken, input: {} });
  await t.world.writePool.query("UPDATE platform.budget SET used = 99 WHERE what = 'suggestions'");
  const reason = "Mange har bedt om længere tid.";
  await t.perform(putOff, { as: "signe", reference, input: { what: "question", newDay: "2026-12-11", reason } });
  await t.perform(move, {
    as: "signe",
    reference,
    input: { phase: "decision", note: "Udvalget ser på broen nu.", newsBy: "2027-01-12" },
  });
  await t.runJobs();
  for (const who of ["karen@example.dk", "mehmet@example.dk"]) {
    const [day, ...more] = await mailsTo(who, /En ny dag for Bro ved sluserne/);
    assert.match(day?.plain ?? "", /Mange har bedt om længere tid.*Du hører senest\storsdag\s7\.\sjanuar\s2027, hvad der sker med det/s);
    assert.match(day?.plain ?? "", /fordi du har svaret på V-/);
    assert.equal(more.length, 0);
    const [phase, ...others] = await mailsTo(who, /Nyt om Bro ved sluserne/);
    assert.match(phase?.plain ?? "", /Du har svaret på »Bro ved sluserne«.*Udvalget ser på broen nu/s);
    assert.equal(others.length, 0);
  }
  assert.equal((await mailsTo("ruth@example.dk", /Bro ved sluserne/)).length, 0);
});

test("who owns it is reminded once on the day; when it has passed the secretariat hears once, and both see it", async () => {
  const reference = await asked({ title: "Trappe ved stationen" });
  t.clock.set("2026-12-29T08:00:00+01:00");
  for (let turn = 0; turn < 3; turn += 1) await escalatePassed(t.world);
  await t.runJobs();
  assert.equal((await mailsTo("signe@example.dk", /I dag: fortæl.*Trappe ved stationen/s)).length, 1);
  assert.equal((await mailsTo("lone@example.dk", /Trappe ved stationen/)).length, 0);
  t.clock.set("2026-12-30T08:00:00+01:00");
  for (let turn = 0; turn < 3; turn += 1) await escalatePassed(t.world);
  await t.runJobs();
  assert.equal((await mailsTo("lone@example.dk", /Over tid: Trappe ved stationen/)).length, 1);
  assert.equal((await mailsTo("signe@example.dk", /Over tid: Trappe ved stationen/)).length, 1);
  t.clock.set("2027-01-20T08:00:00+01:00");
  await escalatePassed(t.world);
  await t.runJobs();
  assert.equal((await mailsTo("lone@example.dk", /Over tid: Trappe ved stationen/)).length, 1, "never twice");
  const page = (await (await t.as("lone")).get("/arbejdsbord")).text;
  assert.match(page, /Trappe ved stationen/);
  assert.match((await t.visitor().get(`/paa-vej/${reference}`)).text, /Gik videre til sekretariatet/);
});

test("those whom it concerns are invited once each, and at most two such letters a week", async () => {
  await t.perform(operation("ideas.submit"), {
    as: "mehmet",
    input: { title: "Et bord ved søen", text: "Vi mangler et sted at spise madpakken.", where: "langaa" },
  });
  const references: string[] = [];
  for (const title of ["Plads ved søen", "Vejen ved kirken", "Stien bag skolen"]) references.push(await asked({ title }));
  const invited: unknown[] = [];
  for (const reference of references) {
    const { answer } = await t.perform(invite, { as: "signe", reference, input: { place: true, theme: true } });
    invited.push(answer["invited"]);
    const again = await t.perform(invite, { as: "signe", reference, input: { place: true, theme: true } });
    assert.equal(again.answer["invited"], 0, "nobody is asked twice");
  }
  await t.runJobs();
  const letters = await mailsTo("mehmet@example.dk", /Vi vil gerne spørge dig/);
  assert.equal(letters.length, 2, `${invited.join()} were invited`);
  assert.match(letters[0]?.plain ?? "", /fordi du skriver om eller følger noget i Langå/);
  assert.equal((await mailsTo("signe@example.dk", /Vi vil gerne spørge dig/)).length, 0);
});
