// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answersFor, has } from "#platform/auth/actor.ts";
import { startSession } from "#platform/auth/session.ts";
import { systemIds } from "#platform/clock/ids.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { identify } from "./identify.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const at = (when: string): Date => new Date(when);

async function session(person: string, now: Date): Promise<string> {
  const token = systemIds.secret(32);
  await t.world.write.transaction().execute((tx) => startSession(tx, { person, token, now }));
  return token;
}

async function holder(key: string, now: Date) {
  const person = (await t.actor(key)).kind === "person" ? await idOf(key) : "";
  const token = await session(person, now);
  return { person, token, who: (when = now) => identify(t.world.read, token, when) };
}

const idOf = async (key: string): Promise<string> =>
  (await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", key).executeTakeFirstOrThrow()).id;

test("Signe is contact person and Bo deputy for Miljø og Teknik, Tine for another area, Karen for none", async () => {
  const { id } = await t.world.read.selectFrom("places.area").select("id").where("slug", "=", "miljoe-og-teknik").executeTakeFirstOrThrow();
  const answers = async (key: string) => answersFor(await t.actor(key), id);
  assert.deepEqual(
    [await answers("signe"), await answers("bo"), await answers("tine"), await answers("karen")],
    [true, true, false, false],
  );
  assert.deepEqual(
    [has(await t.actor("signe"), "contact-person"), has(await t.actor("bo"), "deputy"), has(await t.actor("lone"), "secretariat")],
    [true, true, true],
  );
});

test("a role holds from the first minute of its first day in Denmark to the last of its last", async () => {
  const now = at("2026-06-10T12:00:00+02:00");
  const karen = await holder("karen", now);
  await t.world.write
    .insertInto("people.role")
    .values({
      id: systemIds.uuid(),
      person: karen.person,
      role: "employee",
      from_day: "2026-06-12",
      until_day: "2026-06-13",
      given_at: now,
    })
    .execute();
  const token = await session(karen.person, at("2026-06-11T20:00:00+02:00"));
  const employed = async (when: string, of = token) =>
    (await identify(t.world.read, of, at(when)))?.roles.some(({ role }) => role === "employee");
  assert.equal(await employed("2026-06-11T23:59:59+02:00"), false);
  assert.equal(await employed("2026-06-12T00:00:00+02:00"), true);
  const second = await session(karen.person, at("2026-06-13T20:00:00+02:00"));
  assert.equal(await employed("2026-06-13T23:59:59+02:00", second), true);
  assert.equal(await employed("2026-06-14T00:00:00+02:00", second), false);
});

test("a session ends after twelve hours, and an unknown token is nobody's", async () => {
  const now = at("2026-11-23T09:00:00+01:00");
  const { token, person } = await holder("karen", now);
  const who = async (when: string) => (await identify(t.world.read, token, at(when)))?.person.id;
  assert.equal(await who("2026-11-23T20:59:59+01:00"), person);
  assert.equal(await who("2026-11-23T21:00:00+01:00"), undefined);
  assert.equal(await identify(t.world.read, "x".repeat(43), now), undefined);
});

test("a suspended or erased person is nobody, whatever session they hold", async () => {
  const now = at("2026-11-23T09:00:00+01:00");
  const { token, person } = await holder("ebba", now);
  const change = (values: { suspended_at?: Date | null; erased_at?: Date | null }) =>
    t.world.write.updateTable("people.person").set(values).where("id", "=", person).execute();
  await change({ suspended_at: now });
  assert.equal(await identify(t.world.read, token, now), undefined);
  await change({ suspended_at: null });
  assert.equal((await identify(t.world.read, token, now))?.person.id, person);
  await change({ erased_at: now });
  assert.equal(await identify(t.world.read, token, now), undefined);
});
