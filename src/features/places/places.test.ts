// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { system } from "#platform/auth/actor.ts";
import { addWorkingDays } from "#platform/clock/working-days.ts";
import { systemIds } from "#platform/clock/ids.ts";
import { addThing, withdrawThing } from "#platform/db/things.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { World } from "#platform/operations/world.ts";
import { inviteSecretariat } from "#features/people/index.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { nameContactPersons } from "./operations.ts";
import { load } from "./seed.ts";
import { areaBySlug, areasOf, calendarOf, localitiesOf, localitiesWithCounts } from "./store.ts";
import { suggestArea } from "./suggest.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

/** The themes find their areas when they are loaded after them, as at a start. */
const loadThemes = async (world: World): Promise<void> => world.registry.features.find(({ name }) => name === "themes")?.load?.(world);

const code = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : error);
const refusal = async (work: Promise<unknown>): Promise<unknown> => work.then(() => "allowed", code);

async function newArea(over: Record<string, unknown>): Promise<unknown> {
  const [contact, deputy] = (await t.world.read.selectFrom("people.person").select("id").limit(2).execute()).map((row) => row.id);
  const row = {
    id: systemIds.uuid(),
    slug: `ny-${Date.now()}-${Math.floor(Number(`0.${systemIds.digits(6)}`) * 1e6)}`,
    name: systemIds.secret(6),
    name_en: "New",
    about: "",
    about_en: "",
    keywords: [],
    contact_person: contact,
    deputy,
    phone: "12 34 56 78",
    hours: "",
    hours_en: "",
    acknowledge_days: 3,
    answer_days: 15,
    ...over,
  };
  const columns = Object.keys(row);
  return refusal(
    t.world.writePool.query(
      `INSERT INTO places.area (${columns.join(", ")}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(", ")})`,
      Object.values(row),
    ),
  );
}

test("the database refuses an area without a contact person, without a deputy, or with one and the same as both", async () => {
  const { id } = await t.world.read.selectFrom("people.person").select("id").executeTakeFirstOrThrow();
  assert.equal(await newArea({}), "allowed", "red control: a whole area is taken");
  assert.equal(await newArea({ contact_person: null }), "23502");
  assert.equal(await newArea({ deputy: null }), "23502");
  assert.equal(await newArea({ contact_person: id, deputy: id }), "23514");
  assert.equal(await newArea({ deputy: systemIds.uuid() }), "23503", "nor somebody who does not exist");
});

test("the database refuses to take an area's contact person away, also by deleting the person", async () => {
  assert.equal(
    await refusal(
      t.world.write
        .updateTable("places.area")
        .set((eb) => ({ deputy: eb.ref("contact_person") }))
        .execute(),
    ),
    "23514",
  );
  const { contact_person } = await t.world.read.selectFrom("places.area").select("contact_person").executeTakeFirstOrThrow();
  assert.equal(await refusal(t.world.write.deleteFrom("people.person").where("id", "=", contact_person).execute()), "23503");
});

test("the database refuses an area that answers before it acknowledges", async () => {
  assert.equal(await newArea({ acknowledge_days: 16, answer_days: 15 }), "23514");
});

test("loading again changes nothing, also not what the municipality has edited since", async () => {
  await t.world.write.updateTable("places.area").set({ about: "Rettet" }).where("slug", "=", "miljoe-og-teknik").execute();
  const all = async (): Promise<unknown> =>
    (
      await t.world.readPool.query<Record<string, string>>(
        "SELECT (SELECT json_agg(l ORDER BY id) FROM places.locality l)::text, (SELECT json_agg(a ORDER BY id) FROM places.area a)::text, (SELECT json_agg(d ORDER BY day) FROM places.closed_day d)::text",
      )
    ).rows[0];
  const before = await all();
  await load(t.world);
  await loadThemes(t.world);
  assert.deepEqual(await all(), before);
});

test("what nobody has touched follows the folder; what somebody took away does not come back", async () => {
  const { writePool: pool } = t.world;
  // As if the folder had said something else when it was loaded: the row is still that, so it follows.
  const older = (key: string, hash: string) =>
    pool.query("UPDATE platform.loaded SET hash = $2 WHERE kind = 'closed-day' AND key = $1", [key, hash]);
  const { rows } = await pool.query<{ hash: string }>("SELECT hash FROM platform.loaded WHERE kind = 'closed-day' AND key = '2026-12-24'");
  await pool.query("UPDATE places.closed_day SET name = 'Nytårsaften', name_en = 'New Year’s Eve' WHERE day = '2026-12-24'");
  const { rows: other } = await pool.query<{ hash: string }>(
    "SELECT hash FROM platform.loaded WHERE kind = 'closed-day' AND key = '2026-12-31'",
  );
  await older("2026-12-24", other[0]?.hash ?? "");
  await pool.query("DELETE FROM places.closed_day WHERE day = '2027-12-31'");
  await load(t.world);
  const names = await pool.query<{ day: string; name: string }>(
    "SELECT day, name FROM places.closed_day WHERE day IN ('2026-12-24', '2027-12-31')",
  );
  assert.deepEqual(names.rows, [{ day: "2026-12-24", name: "Juleaften" }]);
  const { rows: now } = await pool.query<{ hash: string }>(
    "SELECT hash FROM platform.loaded WHERE kind = 'closed-day' AND key = '2026-12-24'",
  );
  assert.deepEqual(now, rows);
});

test("localities stand in Danish order: Albæk before Asferg, Ålum last", async () => {
  const names = (await localitiesOf(t.world.read)).map(({ name }) => name);
  assert.ok(names.indexOf("Albæk") < names.indexOf("Asferg"));
  assert.ok(names.indexOf("Øster Tørslev") > names.indexOf("Vorup"));
  assert.equal(names.at(-1), "Ålum");
});

test("the map counts what is public and not withdrawn, in one query", async () => {
  const [first] = await localitiesOf(t.world.read);
  const add = (visibility: "public" | "held", kind = "note") => {
    const id = systemIds.uuid();
    return t.world.write.transaction().execute(async (tx) => {
      await addThing(tx, {
        id,
        kind,
        letter: "N",
        visibility,
        locality: first?.id,
        area: undefined,
        themes: [],
        title: "x",
        body: "",
        now: t.clock.now(),
        year: 2026,
      });
      return id;
    });
  };
  await add("public");
  await add("public", "other");
  await add("held");
  const gone = await add("public");
  await t.world.write.transaction().execute((tx) => withdrawThing(tx, gone, t.clock.now()));
  const counts = await localitiesWithCounts(t.world.read);
  assert.deepEqual([counts.find(({ id }) => id === first?.id)?.count, counts.length], [2, (await localitiesOf(t.world.read)).length]);
  assert.equal((await localitiesWithCounts(t.world.read, "other")).find(({ id }) => id === first?.id)?.count, 1);
});

test("the municipality's own closed days do not count when a deadline is reckoned", async () => {
  const closed = await calendarOf(t.world.read);
  assert.ok(closed.has("2026-12-24"));
  assert.equal(addWorkingDays("2026-12-23", 1, closed).day, "2026-12-28");
});

test("what fits no area goes to the one that the secretariat answers for", async () => {
  assert.equal((await suggestArea(t.world.read, { text: "Xyzzy", themes: [] }))?.slug, "byraadssekretariatet");
  assert.equal((await suggestArea(t.world.read, { text: "En bænk ved stien", themes: [] }))?.slug, "miljoe-og-teknik");
});

test("an area gets a new contact person and deputy together, and never one and the same", async () => {
  const name = (contactPerson: string, deputy: string) =>
    mutate(t.world, nameContactPersons, {
      actor: system,
      lang: "da",
      input: { contactPerson, deputy },
      reference: "boern-og-skole",
      key: systemIds.uuid(),
    });
  await name("ny.kontakt@example.dk", "signe@example.dk");
  const area = await areaBySlug(t.world.read, "boern-og-skole");
  assert.deepEqual([area?.contactPerson.name, area?.deputy.name], ["Ny Kontakt", "Signe Brandt"]);
  await assert.rejects(name("signe@example.dk", "signe@example.dk"), /invalid/);
  await assert.rejects(
    t.perform(nameContactPersons, {
      as: "lone",
      input: { contactPerson: "a@example.dk", deputy: "b@example.dk" },
      reference: "boern-og-skole",
    }),
    /forbidden/,
  );
});

test("outside a demo there are no areas until the secretariat has two people, who then answer for all of them", async () => {
  const empty = await openTestWorld();
  const real = { ...empty.world, config: { ...empty.world.config, demo: false } };
  await empty.world.writePool.query(
    "DELETE FROM platform.loaded; UPDATE themes.theme SET default_area = NULL; DELETE FROM places.area; ALTER TABLE people.role DISABLE TRIGGER keep_a_secretariat; DELETE FROM people.role; ALTER TABLE people.role ENABLE TRIGGER keep_a_secretariat",
  );
  await load(real);
  await loadThemes(real);
  assert.deepEqual(await areasOf(real.read), []);
  const invite = (email: string) => mutate(real, inviteSecretariat, { actor: system, lang: "da", input: { email }, key: systemIds.uuid() });
  await invite("anna.berg@example.dk");
  await load(real);
  assert.deepEqual(await areasOf(real.read), [], "one is not enough");
  empty.clock.advance(60_000);
  await invite("per@example.dk");
  await load(real);
  await loadThemes(real);
  const areas = await areasOf(real.read);
  assert.ok(areas.length >= 5);
  assert.deepEqual([...new Set(areas.map(({ contactPerson, deputy }) => `${contactPerson.name} ${deputy.name}`))], ["Anna Berg Per"]);
  assert.equal(
    (await real.read.selectFrom("themes.theme").select("key").where("default_area", "is", null).execute()).length,
    0,
    "and the themes find their areas",
  );
  await empty.close();
});
