// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { addDays, daysBetween } from "#platform/clock/local-day.ts";
import { personOf } from "#platform/auth/actor.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { answeringOn, firstBareDay, type Absence, type Somebody } from "./absence.ts";
import { comeBack, goAway } from "./operations-absence.ts";
import { addAbsence, answeringToday } from "./store-absence.ts";
import { areaBySlug } from "./store.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const people = ["Signe", "Bo", "Tine", "Lone"].map((name): Somebody => ({ id: name, name }));
const [signe, bo, tine] = people as [Somebody, Somebody, Somebody];
const area = { contactPerson: signe, deputy: bo };
const away = (person: Somebody, from: string, until: string, standIn?: Somebody): Absence => ({
  id: `${person.id} ${from}`,
  person,
  from,
  until,
  standIn,
});

test("the contact person answers, the deputy while they are away, and a third where both are", () => {
  const absences = [away(signe, "2026-11-24", "2026-12-04", tine), away(bo, "2026-11-30", "2026-12-01")];
  const on = (day: string): string => answeringOn(area, absences, day).who.name;
  assert.deepEqual(["2026-11-23", "2026-11-24", "2026-11-30", "2026-12-02", "2026-12-05"].map(on), ["Signe", "Bo", "Tine", "Bo", "Signe"]);
  assert.deepEqual(answeringOn(area, absences, "2026-11-30"), {
    who: tine,
    as: "stand-in",
    away: { name: "Signe", until: "2026-12-04" },
  });
});

test("two absences that follow each other are one to who waits", () => {
  const absences = [away(signe, "2026-11-24", "2026-11-27"), away(signe, "2026-11-28", "2026-12-04")];
  assert.equal(answeringOn(area, absences, "2026-11-24").away?.until, "2026-12-04");
});

const start = "2026-11-23";
const anAbsence = fc
  .record({ person: fc.nat(3), standIn: fc.option(fc.nat(3)), from: fc.nat(12), days: fc.nat(6) })
  .map(({ person, standIn, from, days }) =>
    away(
      people[person] as Somebody,
      addDays(start, from),
      addDays(start, from + days),
      standIn === null || standIn === person ? undefined : people[standIn],
    ),
  );

test("whatever absences are taken in whatever order, each area has somebody who is there on each day", () => {
  const areas = [area, { contactPerson: tine, deputy: signe }, { contactPerson: bo, deputy: people[3] as Somebody }];
  fc.assert(
    fc.property(fc.array(anAbsence, { maxLength: 12 }), (asked) => {
      const taken: Absence[] = [];
      for (const one of asked) {
        const twice = taken.some((other) => other.person.id === one.person.id && other.from <= one.until && one.from <= other.until);
        if (!twice && areas.every((each) => firstBareDay(each, taken, one) === undefined)) taken.push(one);
      }
      for (const each of areas)
        for (let day = 0; day < 20; day += 1) {
          const on = addDays(start, day);
          const { who } = answeringOn(each, taken, on);
          assert.ok(!taken.some(({ person, from, until }) => person.id === who.id && from <= on && on <= until), `${who.name} is away`);
        }
    }),
    { numRuns: 500 },
  );
});

test("the database takes and refuses exactly what the rule does, and names the same person", async () => {
  const ids = new Map<string, string>();
  for (const key of ["signe", "bo", "tine", "lone"]) {
    const person = personOf(await t.actor(key));
    ids.set(people[ids.size]?.id ?? "", person?.id ?? "");
  }
  const { id: areaId } = (await areaBySlug(t.world.read, "miljoe-og-teknik")) ?? { id: "" };
  const areaIds = await t.world.read.selectFrom("places.area").select(["id", "contact_person", "deputy"]).execute();
  const areas = areaIds.map((row) => ({
    id: row.id,
    contactPerson: { id: row.contact_person, name: "" },
    deputy: { id: row.deputy, name: "" },
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(anAbsence, { minLength: 2, maxLength: 8 }), async (asked) => {
      const taken: Absence[] = [];
      const real = (one: Absence): Absence => ({
        ...one,
        person: { id: ids.get(one.person.id) ?? "", name: "" },
        standIn: one.standIn && { id: ids.get(one.standIn.id) ?? "", name: "" },
      });
      for (const one of asked.map(real)) {
        const twice = taken.some((other) => other.person.id === one.person.id && other.from <= one.until && one.from <= other.until);
        const bare = areas.some((each) => firstBareDay(each, taken, one) !== undefined);
        const now = new Date(t.clock.now().getTime() + taken.length);
        const refused = await t.world.write
          .transaction()
          .execute((tx) =>
            addAbsence(tx, { ...one, id: t.world.ids.uuid(), person: one.person.id, standIn: one.standIn?.id, by: one.person.id, now }),
          )
          .then(() => undefined, codeOf);
        assert.equal(refused, twice ? "23P01" : bare ? "23514" : undefined);
        if (refused === undefined) taken.push(one);
      }
      const { rows } = await t.world.writePool.query<{ day: string; person: string }>(
        "SELECT day::date, places.answering($1, day::date) AS person FROM generate_series($2::timestamp, $2::timestamp + interval '20 days', '1 day') AS day",
        [areaId, start],
      );
      const here = areas.find(({ id }) => id === areaId);
      assert.ok(here && daysBetween(rows[0]?.day ?? "", rows.at(-1)?.day ?? "") === 20);
      for (const { day, person } of rows) assert.equal(person, answeringOn(here, taken, day).who.id, day);
      await t.world.write.deleteFrom("places.absence").execute();
    }),
    { numRuns: 25 },
  );
});

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : error);
const why = (error: unknown): unknown => (error instanceof Error && "fields" in error ? error.fields : error);

test("Signe goes away and Bo answers at once; he cannot go too unless a third is named; when she is back she answers", async () => {
  const miljoe = await areaBySlug(t.world.read, "miljoe-og-teknik");
  assert.ok(miljoe);
  const today = async () => (await answeringToday(t.world.read, miljoe.id, t.clock.now()))?.who.name;
  assert.match((await today()) ?? "", /^Signe/);
  const days = { from: "2026-11-23", until: "2026-12-04" };
  const { answer } = await t.perform(goAway, { as: "signe", input: days });
  assert.match((await today()) ?? "", /^Bo/);
  assert.deepEqual(await t.perform(goAway, { as: "signe", input: days }).then(() => "taken", why), { from: "twice" });
  assert.deepEqual(await t.perform(goAway, { as: "bo", input: days }).then(() => "taken", why), { standIn: "required" });
  const tine = personOf(await t.actor("tine"))?.id ?? "";
  const second = await t.perform(goAway, { as: "bo", input: { ...days, standIn: tine } });
  assert.match((await today()) ?? "", /^Tine/);
  assert.ok(
    (await t.actor("tine")).roles.some(({ area: of }) => of === miljoe.id),
    "she may answer there while both are away",
  );
  await t.perform(comeBack, { as: "bo", reference: String(second.answer["absence"]), input: {} });
  assert.ok(!(await t.actor("tine")).roles.some(({ area: of }) => of === miljoe.id), "and not when one of them is back");
  await t.perform(comeBack, { as: "lone", reference: String(answer["absence"]), input: {} });
  assert.match((await today()) ?? "", /^Signe/);
});

test("only the secretariat says it for somebody else", async () => {
  const signeId = personOf(await t.actor("signe"))?.id ?? "";
  const days = { from: "2026-12-07", until: "2026-12-08", person: signeId };
  await assert.rejects(t.perform(goAway, { as: "tine", input: days }), /forbidden/);
  const { answer } = await t.perform(goAway, { as: "lone", input: days });
  await assert.rejects(t.perform(comeBack, { as: "tine", reference: String(answer["absence"]), input: {} }), /forbidden/);
  await t.perform(comeBack, { as: "signe", reference: String(answer["absence"]), input: {} });
});

test("who is away at the same time cannot be named for one area", async () => {
  const ids = await Promise.all(["tine", "fatima"].map(async (key) => personOf(await t.actor(key))?.id ?? ""));
  for (const person of ids)
    await t.world.writePool.query(
      "INSERT INTO places.absence (id, person, from_day, until_day, made_by, made_at) VALUES ($1, $2, '2099-01-05', '2099-01-09', $2, now())",
      [t.world.ids.uuid(), person],
    );
  const named = t.world.writePool.query("UPDATE places.area SET contact_person = $1, deputy = $2 WHERE slug = 'miljoe-og-teknik'", ids);
  assert.equal(await named.then(() => "taken", codeOf), "23514");
  await t.world.write.deleteFrom("places.absence").execute();
});

test("an absence is forgotten when it is long over, and until then it does not change", async () => {
  const { answer } = await t.perform(goAway, { as: "signe", input: { from: "2026-11-24", until: "2026-11-25" } });
  const id = String(answer["absence"]);
  assert.equal(
    await t.world.write
      .updateTable("places.absence")
      .set({ until_day: "2026-11-30" })
      .execute()
      .then(() => "taken", codeOf),
    "42501",
  );
  t.clock.set("2027-03-01T09:00:00+01:00");
  await t.world.registry.jobs.get("places.tidy")?.({}, t.world, undefined as never);
  assert.equal(await t.world.read.selectFrom("places.absence").select("id").where("id", "=", id).executeTakeFirst(), undefined);
  t.clock.set("2026-11-23T09:00:00+01:00");
});
