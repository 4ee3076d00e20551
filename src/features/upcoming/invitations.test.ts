// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { personOf } from "#platform/auth/actor.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { draft, invite, publish } from "./operations.ts";
import { aListing, readOn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
  const operation: Operation | undefined = t.world.registry.operations.get("ideas.submit");
  assert.ok(operation);
  const input = { title: "Et bord ved søen", text: "Vi mangler et sted at spise madpakken.", where: "langaa" };
  for (const as of ["mehmet", "karen"]) await t.perform(operation, { as, input });
});
after(() => t.close());

const lettersTo = async (who: string) =>
  (await t.mails()).filter(({ recipient, subject }) => recipient === `${who}@example.dk` && subject.startsWith("Vi vil gerne spørge dig"));

/** A question that ends in ten days. */
async function asked(title: string, ending: string): Promise<string> {
  const { answer } = await t.perform(draft, { as: "signe", input: { ...aListing, title, askUntil: ending } });
  const reference = String(answer.reference);
  await t.perform(publish, { as: "signe", reference, input: {} });
  return reference;
}

const inviteTo = (reference: string) => t.perform(invite, { as: "signe", reference, input: { place: true, theme: true } });

/** The address, without the site, at which a letter says no. */
async function noLinkTo(who: string): Promise<string> {
  const letter = (await lettersTo(who)).at(-1);
  const link = /https?:\/\/[^/\s]+(\/paa-vej\/invitationer\/nej\/[\w-]+)/.exec(letter?.plain ?? "");
  assert.equal(letter?.unsubscribe, link?.[0], "the mail program is told the same address");
  return link?.[1] ?? "";
}

test("who says no thanks with one click in the mail program is never invited again, and all others still are", async () => {
  await inviteTo(await asked("Plads ved søen", "2026-12-04"));
  await t.runJobs();
  const link = await noLinkTo("mehmet");
  const visitor = t.visitor();
  assert.match(readOn((await visitor.get(link)).text), /Vil du ikke have flere invitationer\?.*mehmet@example\.dk får ingen flere/);
  assert.match(readOn((await visitor.get(`/en${link}`)).text), /Do you want no more invitations\?/);
  const pressed = await visitor.post(link, { "List-Unsubscribe": "One-Click" }, { origin: "https://mail.example" });
  assert.equal(pressed.status, 200);
  assert.match(readOn((await visitor.get(link)).text), /Du får ingen flere invitationer/);
  for (const [day, title] of [
    ["2026-12-01", "Vejen ved kirken"],
    ["2026-12-14", "Stien bag skolen"],
  ] as const) {
    t.clock.set(`${day}T09:00:00+01:00`);
    await inviteTo(await asked(title, "2026-12-28"));
    await t.runJobs();
  }
  assert.equal((await lettersTo("mehmet")).length, 1);
  assert.equal((await lettersTo("karen")).length, 3);
});

test("who is logged in says yes again, and is asked the next time", async () => {
  const mehmet = await t.as("mehmet");
  assert.match((await mehmet.get("/paa-vej/invitationer")).text, /value="no" checked/);
  const saved = await mehmet.fill("/paa-vej/invitationer", { invitations: "yes" });
  assert.match(readOn((await mehmet.follow(saved)).text), /Du bliver spurgt, næste gang noget angår dig/);
  t.clock.set("2026-12-21T09:00:00+01:00");
  await inviteTo(await asked("Broen ved møllen", "2026-12-28"));
  await t.runJobs();
  assert.equal((await lettersTo("mehmet")).length, 2);
});

test("who says no on the page by a button while the letters wait gets none of them", async () => {
  t.clock.set("2026-12-29T09:00:00+01:00");
  const link = await noLinkTo("karen");
  const before = (await lettersTo("karen")).length;
  await inviteTo(await asked("Bænke på torvet", "2027-01-15"));
  const done = await t.visitor().fill(link, {});
  assert.equal(done.status, 303);
  await t.runJobs();
  assert.equal((await lettersTo("karen")).length, before);
});

test("the database itself leaves out who said no, and a link that is gone changes nothing", async () => {
  const listing = await t.world.read.selectFrom("upcoming.listing").select("id").executeTakeFirstOrThrow();
  const person = personOf(await t.actor("karen"))?.id ?? "";
  await t.world.write.deleteFrom("upcoming.invitation").where("person", "=", person).execute();
  await t.world.write.insertInto("upcoming.invitation").values({ listing: listing.id, person, why: "place", at: t.clock.now() }).execute();
  assert.equal((await t.world.read.selectFrom("upcoming.invitation").select("person").where("person", "=", person).execute()).length, 0);
  const gone = await t.visitor().get(`/paa-vej/invitationer/nej/${"0".repeat(43)}`);
  assert.match(readOn(gone.text), /Linket er for gammelt.*Intet er ændret/);
});
