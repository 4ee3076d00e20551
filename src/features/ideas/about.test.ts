// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Welcome } from "#platform/links/index.ts";
import { addLink, linksOf } from "#platform/links/index.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { ideaKind } from "./cards.ts";
import { deadlinesOf, noLater } from "./deadline.ts";
import { submit, takeBack } from "./operations.ts";
import { readOn, referenceIn } from "./testing.ts";

/** In this world an idea stands for any thing that wants ideas; what it wants, each test says. */
let welcome: Welcome | undefined;
let t: TestWorld;
before(async () => {
  t = await openTestWorld();
  t.world.registry.kinds.set("idea", { ...ideaKind, welcomesIdeas: async () => welcome });
});
after(() => t.close());

const idea = { title: "Et skur til cyklerne", text: "Der er plads ved gavlen, og cyklerne ruster i regnen.", where: "langaa" };
const wanted: Welcome = { relation: "better-way", area: undefined, question: undefined, until: undefined, answerBy: undefined };

async function aThing(): Promise<string> {
  const { answer } = await t.perform(submit, { as: "karen", input: idea });
  return String(answer.reference);
}

const idOf = async (reference: string): Promise<string> =>
  (await t.world.read.selectFrom("platform.thing").select("id").where("reference", "=", reference).executeTakeFirstOrThrow()).id;

test("the form says kindly what the idea is about, the idea is tied to it, and both pages show it", async () => {
  welcome = { ...wanted, question: "Hvor skal cyklerne stå?", until: "2026-12-04" };
  const reference = await aThing();
  const mehmet = await t.as("mehmet");
  const form = (await mehmet.get(`/ideer/ny?om=${reference}`)).text;
  assert.match(form, new RegExp(`name="about" value="${reference}"`));
  const page = readOn(form);
  assert.match(page, /En anden måde at gøre det på/);
  assert.match(page, /»Hvor skal cyklerne stå\?«.*knyttes til Et skur til cyklerne.*til og med fredag 4\. december/);
  const sent = await mehmet.fill("/ideer/ny", { ...idea, title: "Stativer ved døren", about: reference });
  assert.equal(sent.status, 303, readOn(sent.text));
  const answer = referenceIn(sent.location);
  assert.match(readOn((await mehmet.get(`/ideer/${answer}`)).text), /En anden måde til Et skur til cyklerne/);
  assert.match(readOn((await mehmet.get(`/ideer/${reference}`)).text), /Andre måder at gøre det på Stativer ved døren/);
});

test("whoever hosts it answers, whatever the words point to, and no later than all others who answered", async () => {
  const area = await t.world.read.selectFrom("places.area").select("id").where("slug", "=", "boern-og-skole").executeTakeFirstOrThrow();
  welcome = { ...wanted, relation: "answers", area: area.id, answerBy: "2026-12-01" };
  const about = await aThing();
  const { answer } = await t.perform(submit, { as: "mehmet", input: { ...idea, about } });
  const row = await t.world.read
    .selectFrom("ideas.idea as idea")
    .innerJoin("platform.thing as thing", "thing.id", "idea.id")
    .select(["thing.area", "idea.answer_by", "idea.acknowledge_by"])
    .where("thing.reference", "=", String(answer.reference))
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { area: area.id, answer_by: "2026-12-01", acknowledge_by: "2026-11-26" });
});

test("what does not want ideas any more says so; the text stands there still and can be sent by itself", async () => {
  welcome = wanted;
  const reference = await aThing();
  const mehmet = await t.as("mehmet");
  const form = { ...idea, title: "Hylder i gangen", about: reference };
  await mehmet.open(`/ideer/ny?om=${reference}`);
  welcome = undefined;
  const refused = await mehmet.fill("/ideer/ny", form);
  assert.equal(refused.status, 422);
  assert.match(readOn(refused.text), /Der bliver ikke længere spurgt om det\. Din tekst er her stadig/);
  assert.match(refused.text, /value="Hylder i gangen"/);
  assert.doesNotMatch(refused.text, /name="about"/, "pressed again it is an idea of its own");
  assert.match(readOn((await mehmet.get("/ideer/ny?om=V-2026-9999")).text), /Der bliver ikke længere spurgt om det/);
});

test("what was withdrawn is not there at the other end of a link", async () => {
  const [one, other] = [await aThing(), await aThing()];
  const link = { from: await idOf(one), to: await idOf(other), relation: "variant-of", now: t.clock.now() } as const;
  await t.world.write.transaction().execute(async (tx) => {
    await addLink(tx, link);
    await addLink(tx, link);
  });
  assert.deepEqual(
    (await linksOf(t.world.read, link.to)).map(({ relation, way, reference }) => [relation, way, reference]),
    [["variant-of", "from", one]],
  );
  await t.perform(takeBack, { as: "karen", reference: one, input: {} });
  assert.deepEqual(await linksOf(t.world.read, link.to), []);
});

test("no day of an idea comes after the day that all who answer are told", () => {
  const days = deadlinesOf(new Date("2026-11-23T09:00:00+01:00"), { acknowledgeDays: 3, answerDays: 15 }, new Set());
  assert.deepEqual(noLater(days, undefined), days);
  assert.deepEqual(noLater(days, "2027-01-01"), days);
  assert.deepEqual(noLater(days, "2026-11-25"), { lookBy: "2026-11-24", acknowledgeBy: "2026-11-25", answerBy: "2026-11-25" });
});
