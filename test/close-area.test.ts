// SPDX-License-Identifier: EUPL-1.2
// An area is closed: another answers, those who wait are told once, and its people no longer stand as answering for it.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { startFollowing } from "#features/dialogue/operations.ts";
import { purposes } from "#features/dialogue/tie.ts";
import { answer } from "#features/ideas/operations.ts";
import { changeArea, closeArea, suggestArea } from "#features/places/index.ts";
import { historyOf } from "#platform/settings/history.ts";
import { anIdea, aReason, browserOf, ideaIn } from "./matrix/stage.ts";
import { enquiryIn } from "./matrix/enquiries.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";
import { areasOf, has } from "#platform/auth/actor.ts";

let t: TestWorld;
beforeEach(async () => {
  await t?.close();
  t = await openTestWorld();
});
after(() => t.close());

const closing = { as: "lone", reference: anIdea.area, input: { successor: "boern-og-skole", handOver: "on" } };

const told = async () => {
  await t.runJobs();
  return (await t.mails()).filter(({ subject }) => subject.startsWith("Nu svarer"));
};

async function undoNewest(): Promise<void> {
  const [newest] = await historyOf(t.world.read, { limit: 1 });
  const undo = t.world.registry.operations.get("settings.undo");
  assert.ok(undo && newest);
  await t.perform(undo, { as: "lone", reference: newest.id, input: {} });
}

test("who wrote and who follows gets one mail about all of it, with the same days, and nobody hears of what is answered", async () => {
  const [first, second, over] = [await ideaIn(t, "acknowledged"), await ideaIn(t, "new"), await ideaIn(t, "answered")];
  const asked = await enquiryIn(t, "sent");
  for (const reference of [first, over]) await t.perform(startFollowing, { as: "mehmet", reference, input: {} });
  const dueOf = () => t.world.read.selectFrom("ideas.idea").select(["id", "due_by", "acknowledge_by"]).orderBy("id").execute();
  const links = () => t.world.read.selectFrom("people.mail_link").select("purpose").where("purpose", "<>", purposes.follow.no).execute();
  await t.runJobs();
  const before = { days: await dueOf(), links: await links() };
  await t.perform(closeArea, closing);
  const mails = await told();
  assert.deepEqual(mails.map(({ recipient }) => recipient.split("@")[0]).toSorted(), ["karen", "mehmet"]);
  const [karen, mehmet] = ["karen", "mehmet"].map((who) => mails.find(({ recipient }) => recipient.startsWith(who)));
  assert.equal(karen?.subject, "Nu svarer Tine i Børn og Skole");
  assert.match(karen?.plain ?? "", /Området Miljø og Teknik er lukket, og Børn og Skole har taget over/);
  assert.match(karen?.plain ?? "", /Ingen dage er flyttet/);
  for (const reference of [first, second, asked]) assert.ok(karen?.plain.includes(`/${reference}`), reference);
  assert.match(karen?.plain ?? "", /Svar senest (man|tirs|ons|tors|fre)dag/);
  assert.ok(!karen?.plain.includes(`/${over}`), "what is answered needs nobody");
  assert.ok(mehmet && mehmet.plain.includes(`/${first}`) && !mehmet.plain.includes(`/${second}`));
  assert.ok(mehmet.unsubscribe, "one click stops following");
  assert.match(mehmet.plain, /Følg ikke længere/);
  assert.deepEqual(await dueOf(), before.days, "no day moved");
  assert.deepEqual(await links(), before.links, "no budget of letters was spent");
  await t.runJobs();
  assert.equal((await told()).length, 2, "once");
});

test("its people no longer stand as answering for it; undone, they do again, and those who wait hear that", async () => {
  const reference = await ideaIn(t, "new");
  const areaOf = async (slug: string) =>
    (await t.world.read.selectFrom("places.area").select("id").where("slug", "=", slug).executeTakeFirstOrThrow()).id;
  const closed = await areaOf(anIdea.area);
  const answering = async () => t.world.read.selectFrom("places.answers_for").select("role").where("area", "=", closed).execute();
  assert.equal((await answering()).length, 2);
  await t.perform(closeArea, closing);
  assert.deepEqual(await answering(), []);
  for (const who of ["signe", "bo"]) assert.ok(!areasOf(await t.actor(who)).includes(closed), who);
  assert.equal(has(await t.actor("signe"), "contact-person"), false, "Signe has no other area");
  const refused = await t
    .perform(answer, { as: "signe", reference, input: { status: "we-do-it", ...aReason } })
    .catch((error: unknown) => error);
  assert.ok(refused instanceof Error, "who answered is no longer asked");
  assert.doesNotMatch((await (await t.as("signe")).get("/arbejdsbord")).text, new RegExp(reference));
  assert.match((await (await browserOf(t, "other-contact")).get("/arbejdsbord")).text, new RegExp(reference));
  await told();
  await undoNewest();
  assert.equal((await answering()).length, 2);
  const mails = await told();
  assert.equal(mails.length, 2);
  assert.match(mails.at(-1)?.plain ?? "", /Området Miljø og Teknik er åbent igen/);
  assert.match(mails.at(-1)?.subject ?? "", /Signe/);
});

test("closed and taken back before anybody was told: nobody hears of it twice", async () => {
  await ideaIn(t, "new");
  await t.perform(closeArea, closing);
  await undoNewest();
  assert.ok((await told()).length <= 1);
});

test("what would have come to a closed area comes to the one that took over, however many closed in between", async () => {
  const suggested = async () => (await suggestArea(t.world.read, { text: "en bænk ved åen og en sti", themes: [] }))?.slug;
  assert.equal(await suggested(), anIdea.area);
  await t.perform(closeArea, closing);
  assert.equal(await suggested(), "boern-og-skole");
  await t.perform(closeArea, { as: "lone", reference: "boern-og-skole", input: { successor: "sundhed-kultur-og-omsorg", handOver: "on" } });
  assert.equal(await suggested(), "sundhed-kultur-og-omsorg");
});

test("other changes of an area are told to nobody", async () => {
  await ideaIn(t, "new");
  await t.perform(changeArea, { as: "lone", reference: anIdea.area, input: { phone: "89 15 15 16" } });
  assert.deepEqual(await told(), []);
});
