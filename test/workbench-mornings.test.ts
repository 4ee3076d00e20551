// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { addDays, endOfDay } from "#platform/clock/local-day.ts";
import { noClosedDays } from "#platform/clock/working-days.ts";
import type { Waiting } from "#platform/feature.ts";
import { submit } from "#features/ideas/operations.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";
import { isEmpty, morningOf } from "#features/workbench/morning.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const idea = { title: "En bænk ved åen", text: "Der mangler et sted at hvile sig på turen.", where: "langaa", area: "miljoe-og-teknik" };
const mornings = async () => (await t.mails()).filter(({ dedupe }) => dedupe.startsWith("morning/"));
const toSigne = async () => (await mornings()).filter(({ recipient }) => recipient.startsWith("signe"));
const run = async (): Promise<void> => t.world.registry.jobs.get("workbench.mornings")?.({}, t.world, undefined as never);

test("at seven on a working day each who has something late, due today or soon gets one mail, however often the job is done", async () => {
  await t.perform(submit, { as: "karen", input: idea });
  t.clock.set("2026-11-26T06:00:00+01:00");
  await run();
  assert.equal((await mornings()).length, 0, "not at six");
  t.clock.set("2026-11-26T07:00:00+01:00");
  await Promise.all([run(), run()]);
  await run();
  const [mail, ...others] = await mornings();
  assert.equal(others.length, 0);
  assert.match(mail?.recipient ?? "", /^signe/);
  assert.match(mail?.subject ?? "", /i dag: 1/);
  assert.match(mail?.plain ?? "", /Godmorgen, Signe/);
  assert.match(mail?.plain ?? "", /En bænk ved åen/);
  assert.match(mail?.plain ?? "", /Nej tak til morgenmailen/);
});

test("one is reminded of a deadline once: what was named is only counted on the mornings after", async () => {
  t.clock.set("2026-11-23T09:00:00+01:00");
  await t.perform(submit, { as: "karen", input: { ...idea, title: "Lys på stien" } });
  for (const day of ["2026-11-26", "2026-11-27", "2026-11-30", "2026-12-03"]) {
    t.clock.set(`${day}T07:00:00+01:00`);
    await run();
  }
  assert.match((await toSigne()).at(-1)?.plain ?? "", /fået besked om før/);
  assert.equal((await toSigne()).filter(({ plain }) => plain.includes("Lys på stien")).length, 1);
});

test("the secretariat hears what lies late with others", async () => {
  const lone = (await mornings()).filter(({ recipient }) => recipient.startsWith("lone")).at(-1);
  assert.match(lone?.subject ?? "", /opfølgning: \d/);
  assert.match(lone?.plain ?? "", /ligger over tid hos andre/);
});

test("not on a Saturday, a public holiday or in the afternoon", async () => {
  const before = (await mornings()).length;
  for (const at of ["2026-12-05T07:00:00+01:00", "2026-12-25T07:00:00+01:00", "2026-12-07T13:00:00+01:00"]) {
    t.clock.set(at);
    await run();
  }
  assert.equal((await mornings()).length, before);
});

test("it is stopped with one press in the mail program, and turned on again on the workbench", async () => {
  t.clock.set("2026-12-07T07:00:00+01:00");
  await run();
  const mail = (await toSigne()).at(-1);
  const link = /https?:\/\/[^/\s]+(\/arbejdsbord\/morgenmail\/nej\/[\w-]+)/.exec(mail?.plain ?? "")?.[1] ?? "";
  const visitor = t.visitor();
  assert.match((await visitor.get(link)).text, /Vil du ikke have morgenmailen/, "looking at the link changes nothing");
  const pressed = await visitor.post(link, { "List-Unsubscribe": "One-Click" }, { origin: "https://mail.example" });
  assert.equal(pressed.status, 200);
  const before = (await toSigne()).length;
  t.clock.set("2026-12-08T07:00:00+01:00");
  await run();
  assert.equal((await toSigne()).length, before);
  const signe = await t.as("signe");
  await signe.fill("/arbejdsbord/morgenmail", { mornings: "yes" });
  t.clock.set("2026-12-09T07:00:00+01:00");
  await run();
  assert.equal((await toSigne()).length, before + 1);
});

test("while Signe is away the morning mail is Bo's", async () => {
  const before = (await mornings()).length;
  t.clock.set("2026-12-10T06:30:00+01:00");
  const signe = await t.as("signe");
  await signe.fill("/arbejdsbord/fravaer", { from: "2026-12-10", until: "2026-12-11", standIn: "" });
  t.clock.set("2026-12-10T07:00:00+01:00");
  await run();
  const to = (await mornings()).slice(before).map(({ recipient }) => recipient.split("@")[0]);
  assert.ok(to.includes("bo") && !to.includes("signe"), to.join());
});

test("whatever waits, the mail is sent exactly when it would say something", () => {
  const today = "2026-11-23";
  const waiting = (days: number | undefined): Waiting => ({
    id: "x",
    title: "x",
    href: "/",
    action: "",
    actionHref: "/",
    what: "",
    why: "",
    doneSoFar: undefined,
    due: days === undefined ? undefined : endOfDay(addDays(today, days)),
    late: days !== undefined && days < 0,
  });
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -10, max: 30 }), { nil: undefined })), (dues) => {
      const morning = morningOf(dues.map(waiting), [], { today, closed: noClosedDays, soonDays: 3 });
      // Three working days after a Monday is Thursday.
      assert.equal(isEmpty(morning), !dues.some((days) => days !== undefined && days <= 3));
    }),
  );
});

test("how many working days before the day one is reminded is a setting: it holds the next morning, stands in the history and is undone", async () => {
  const path = "/indstillinger/frister";
  const days = { lookDays: "1", acknowledgeDays: "3", answerDays: "15" };
  const sendOn = async (day: string): Promise<void> => {
    t.clock.set(`${day}T09:00:00+01:00`);
    await t.perform(submit, { as: "karen", input: { ...idea, title: `Sendt ${day}` } });
  };
  const saidOn = async (day: string): Promise<string> => {
    t.clock.set(`${day}T07:00:00+01:00`);
    await run();
    return (await toSigne()).find(({ dedupe }) => dedupe.includes(day))?.plain ?? "";
  };
  await sendOn("2027-01-04");
  const lone = await t.as("lone");
  for (const remindDays of ["0", "10", "x"]) assert.equal((await lone.fill(path, { ...days, remindDays })).status, 422, remindDays);
  assert.equal((await lone.fill(path, { ...days, remindDays: "1" })).status, 303);
  const history = (await lone.get("/indstillinger/historik")).text;
  assert.match(history, /Lone ændrede hvornår man bliver mindet om en frist for alle områder fra 3 til 1 arbejdsdag/);
  assert.match((await lone.get(path)).text, /højst udsættes to gange/, "what cannot be set is said");
  assert.doesNotMatch(await saidOn("2027-01-05"), /7\.\u00a0januar/, "two working days before");
  assert.match(await saidOn("2027-01-06"), /7\.\u00a0januar/, "the working day before");
  const undo = /class="desk-act"><a href="([^"]+)"/.exec(history)?.[1] ?? "";
  assert.equal((await (await t.as("lone")).fill(undo, {})).status, 303);
  await sendOn("2027-01-11");
  assert.match(await saidOn("2027-01-12"), /14\.\u00a0januar/, "again two working days before");
});
