// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { Refusal } from "#platform/operations/refusal.ts";
import { historyOf } from "#platform/settings/history.ts";
import { same, type Value } from "#platform/settings/setting.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

type Step = { op: string; input: Record<string, unknown>; reference?: string } | { undo: number };

const areas = ["miljoe-og-teknik", "boern-og-skole", "byraadssekretariatet"];
const mails = ["signe@example.dk", "tine@example.dk", "lone@example.dk", "ny@example.dk"];
const area = fc.constantFrom(...areas);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ op: fc.constant("places.change-area"), reference: area, input: fc.record({ answerDays: fc.integer({ min: 1, max: 30 }) }) }),
  fc.record({
    op: fc.constant("places.change-area"),
    reference: area,
    input: fc.record({ name: fc.constantFrom("Vej", "Park", "Skole"), phone: fc.constantFrom("11 11 11 11", "22 22 22 22") }),
  }),
  fc.record({
    op: fc.constant("places.name-area-people"),
    reference: area,
    input: fc.record({ newContactPerson: fc.constantFrom(...mails), newDeputy: fc.constantFrom(...mails) }),
  }),
  fc.record({ op: fc.constant("places.close-area"), reference: area, input: fc.record({ successor: area, handOver: fc.constant("on") }) }),
  fc.record({
    op: fc.constant("places.change-locality"),
    reference: fc.constantFrom("langaa", "vorup"),
    input: fc.record({ name: fc.constantFrom("A", "B", "Langå") }),
  }),
  fc.record({
    op: fc.constant("places.add-closed-day"),
    input: fc.record({ day: fc.constantFrom("2027-01-02", "2027-01-03"), name: fc.constant("Fri"), nameEn: fc.constant("Free") }),
  }),
  fc.record({
    op: fc.constant("places.remove-closed-day"),
    reference: fc.constantFrom("2027-01-02", "2027-01-03"),
    input: fc.constant({}),
  }),
  fc.record({ op: fc.constant("settings.change-deadlines"), input: fc.record({ lookDays: fc.integer({ min: 1, max: 4 }) }) }),
  fc.record({ op: fc.constant("settings.change-look"), input: fc.record({ wordMark: fc.constantFrom("Medborger", "Vores by") }) }),
  fc.record({
    op: fc.constant("settings.change-text"),
    reference: fc.constant("ideas:write.title"),
    input: fc.record({ da: fc.constantFrom("", "Hej", "Dav") }),
  }),
  fc.record({
    op: fc.constant("people.give-role"),
    input: fc.record({ email: fc.constantFrom(...mails), role: fc.constant("secretariat"), fromDay: fc.constant("2026-11-23") }),
  }),
  fc.record({ op: fc.constant("people.end-role"), reference: fc.constant("any"), input: fc.constant({ when: "now" }) }),
  fc.record({ undo: fc.nat({ max: 12 }) }),
  fc.record({ undo: fc.nat({ max: 2 }) }),
);

test("whatever is changed and undone in whatever order, what stands is what the history says, nothing is lost, and nobody is without", async () => {
  let refused = 0;
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      for (const one of steps) {
        const before = await count();
        const ok = await take(one);
        if (ok) done += 1;
        else refused += 1;
        assert.equal(await count(), before + (ok ? 1 : 0), "a change and its history are one, a refusal leaves none");
        await nobodyIsWithout();
      }
      await followsHistory();
    }),
    { numRuns: 12 },
  );
  assert.ok(done > 30 && refused > 0, `${done} done, ${refused} refused`);
});

const lone = "lone";

function operation(name: string) {
  const found = t.world.registry.operations.get(name);
  assert.ok(found, name);
  return found;
}

async function take(one: Step): Promise<boolean> {
  try {
    if ("undo" in one) {
      const changes = await historyOf(t.world.read, { limit: 20 });
      const change = changes[one.undo];
      if (!change) return false;
      await t.perform(operation("settings.undo"), { as: lone, reference: change.id, input: {} });
    } else {
      const reference = one.reference === "any" ? await someRole() : one.reference;
      await t.perform(operation(one.op), { as: lone, input: one.input, ...(reference === undefined ? {} : { reference }) });
    }
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A role of the secretariat that still holds, Lone's own last: somebody must go on changing. */
async function someRole(): Promise<string> {
  const { rows } = await t.world.readPool.query<{ id: string }>(
    "SELECT role.id FROM people.role JOIN people.person ON person.id = role.person WHERE role = 'secretariat' AND until_day IS NULL AND person.demo_key IS DISTINCT FROM 'lone' LIMIT 1",
  );
  return rows[0]?.id ?? "x";
}

const count = async (): Promise<number> => {
  const { rows } = await t.world.readPool.query<{ n: number }>("SELECT count(*) AS n FROM platform.setting_change");
  return rows[0]?.n ?? 0;
};

async function nobodyIsWithout(): Promise<void> {
  const { rows } = await t.world.readPool.query(
    `SELECT 1 FROM places.area LEFT JOIN people.person c ON c.id = contact_person LEFT JOIN people.person d ON d.id = deputy
     WHERE c.id IS NULL OR d.id IS NULL OR c.id = d.id OR (successor IS NULL AND places.answering(area.id, '2026-11-23') IS NULL)`,
  );
  assert.equal(rows.length, 0, "an area is never without a contact person and a deputy");
  const { rows: left } = await t.world.readPool.query("SELECT 1 FROM people.role WHERE role = 'secretariat' AND until_day IS NULL");
  assert.ok(left.length > 0, "there is always a secretariat");
}

type All = Map<string, Value | undefined>;

/** Every setting that was ever changed, as it stands. */
async function everything(): Promise<All> {
  const keys = new Map((await historyOf(t.world.read, { limit: 5_000 })).map(({ kind, key }) => [`${kind} ${key}`, { kind, key }]));
  const all: All = new Map();
  for (const [name, { kind, key }] of [...keys].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    all.set(name, await t.world.registry.settings.get(kind)?.read(t.world.read, key, false));
  return all;
}

/** Tells the history from its beginning: each change finds what the one before it left, and the last left what stands. */
async function followsHistory(): Promise<void> {
  const told: All = new Map();
  for (const { kind, key, before, after } of (await historyOf(t.world.read, { limit: 5_000 })).toReversed()) {
    const name = `${kind} ${key}`;
    const stands = told.get(name);
    if (told.has(name)) assert.equal(stands === undefined, before === null, `${name}: there or not, as it was left`);
    // What no change has touched yet is not known from the history.
    for (const [field, part] of Object.entries(before ?? {}))
      assert.ok(
        stands?.[field] === undefined || same(stands[field], part),
        `${name} ${field}: a change found something else than was left`,
      );
    told.set(name, after === null ? undefined : { ...stands, ...after });
  }
  for (const [name, now] of await everything()) {
    const last = told.get(name);
    assert.equal(now === undefined, last === undefined, name);
    for (const [field, part] of Object.entries(last ?? {}))
      assert.ok(same(now?.[field], part), `${name} ${field} stands as the history says`);
  }
}
