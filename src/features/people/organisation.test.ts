// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { organisationBySlug, organisationsByKey, organisationsOf, personsByKey, speakersOf, speaksForIt } from "./index.ts";

let t: TestWorld;
let people: Map<string, string>;
let bodies: Map<string, string>;
before(async () => {
  t = await openTestWorld();
  people = await personsByKey(t.world.read);
  bodies = await organisationsByKey(t.world.read);
});
after(() => t.close());
beforeEach(() => t.world.write.deleteFrom("people.membership").where("person", "=", person("ebba")).execute());

const person = (key: string): string => people.get(key) ?? "";
const body = (key: string): string => bodies.get(key) ?? "";
const join = (organisation: string, part: string, [from_day, until_day]: [string, string?]) =>
  t.world.write
    .insertInto("people.membership")
    .values({ person: person("ebba"), organisation: body(organisation), part, from_day, until_day: until_day ?? null })
    .execute();
const namesOn = async (day: string) => (await organisationsOf(t.world.read, person("ebba"), day)).map(({ slug }) => slug);
const speaksOn = async (day: string): Promise<boolean | undefined> =>
  (await sql<{ speaks: boolean }>`SELECT people.speaks_for(${person("ebba")}, ${body("nordlys")}, ${day}) AS speaks`.execute(t.world.read))
    .rows[0]?.speaks;

test("one speaks for an organisation from the first to the last day, asked from either end and in the database", async () => {
  await join("nordlys", "speaks-for", ["2026-03-01", "2026-03-31"]);
  for (const [day, yes] of [
    ["2026-02-28", false],
    ["2026-03-01", true],
    ["2026-03-31", true],
    ["2026-04-01", false],
  ] as const) {
    assert.deepEqual(await namesOn(day), yes ? ["nordlys"] : [], day);
    assert.equal((await speakersOf(t.world.read, body("nordlys"), day)).includes(person("ebba")), yes, day);
    assert.equal(await speaksOn(day), yes, day);
  }
});

test("a member who does not speak for it is not among those who do", async () => {
  await join("nordlys", "member", ["2026-03-01"]);
  assert.deepEqual(await namesOn("2026-11-23"), []);
  assert.doesNotMatch((await speakersOf(t.world.read, body("nordlys"), "2026-11-23")).join(), new RegExp(person("ebba")));
  assert.equal(await speaksOn("2026-11-23"), false);
});

test("whoever came back speaks for it once, and whoever is shut out for nobody", async () => {
  await join("nordlys", "speaks-for", ["2026-03-01"]);
  await join("nordlys", "speaks-for", ["2026-05-01"]);
  assert.deepEqual(await namesOn("2026-11-23"), ["nordlys"]);
  assert.equal((await speakersOf(t.world.read, body("nordlys"), "2026-11-23")).filter((one) => one === person("ebba")).length, 1);
  await t.world.write.updateTable("people.person").set({ suspended_at: t.clock.now() }).where("id", "=", person("ebba")).execute();
  assert.deepEqual(await namesOn("2026-11-23"), []);
  assert.equal(await speaksOn("2026-11-23"), false);
});

test("an organisation is found by its address, with what it says of itself", async () => {
  const nordlys = await organisationBySlug(t.world.read, "nordlys");
  assert.equal(nordlys?.name, "Nordlys ApS");
  assert.equal(nordlys.kind, "business");
  assert.notEqual(nordlys.about, "");
  assert.equal(await organisationBySlug(t.world.read, "findes-ikke"), undefined);
});

test("the rule lets in who speaks for it, and no one else", async () => {
  const speakers = await speakersOf(t.world.read, body("if-aasvinget"), "2026-11-23");
  assert.equal(speaksForIt.allows(await t.actor("mehmet"), { speakers }), true);
  assert.equal(speaksForIt.allows(await t.actor("karen"), { speakers }), false);
  assert.equal(speaksForIt.allows({ kind: "anonymous", browser: "", roles: [] }, { speakers: [] }), false);
});
