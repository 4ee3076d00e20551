// SPDX-License-Identifier: EUPL-1.2
// Row level security: the database itself shows enquiries to nobody whom it was not told of.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { asSystem, scopeOf, within, type Scope } from "#platform/db/scope.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { acknowledge, addANote, answer, ask, move, noteCall, send } from "./operations.ts";

const tables = [
  "enquiry",
  "acknowledgement",
  "answer",
  "missed_call",
  "hand_over",
  "escalation",
  "withdrawal",
  "note",
  "proposal",
] as const;

let t: TestWorld;
let reference = "";
before(async () => {
  t = await openTestWorld();
  const sent = await t.perform(send, {
    as: "karen",
    input: {
      subject: "Noget om min gade",
      text: "Der er noget, som jeg gerne vil spørge om.",
      phone: "12 34 56 78",
      area: "boern-og-skole",
    },
  });
  reference = String(sent.answer.reference);
  const on = { reference };
  await t.perform(move, { as: "tine", ...on, input: { area: "miljoe-og-teknik" } });
  await t.perform(acknowledge, { as: "signe", ...on, input: {} });
  await t.perform(addANote, { as: "signe", ...on, input: { text: "Ring til vejfolkene først." } });
  await t.perform(noteCall, { as: "signe", ...on, input: { taken: "no" } });
  await t.perform(ask, { as: "signe", ...on, input: { title: "En ny gade", text: "Sådan kunne gaden blive bedre.", where: "langaa" } });
});
after(() => t.close());

const count = (scope: Scope | undefined, table: (typeof tables)[number]): Promise<number> => {
  const rows = (db: typeof t.world.read) => sql<{ n: number }>`SELECT count(*)::int AS n FROM enquiries.${sql.ref(table)}`.execute(db);
  return (scope ? within(t.world.read, scope, rows) : rows(t.world.read)).then(({ rows: [row] }) => row?.n ?? -1);
};
const counts = async (scope?: Scope): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(scope, table)] as const)));

test("the program is no superuser in these tests, or they would show nothing", async () => {
  const { rows } = await sql<{ free: boolean }>`SELECT rolsuper OR rolbypassrls AS free FROM pg_roles WHERE rolname = current_user`.execute(
    t.world.read,
  );
  assert.equal(rows[0]?.free, false);
});

test("every table of the slice is under row level security, also for its owner", async () => {
  const { rows } = await sql<{ relname: string; on: boolean }>`
    SELECT relname, relrowsecurity AND relforcerowsecurity AS on FROM pg_class
    WHERE relnamespace = 'enquiries'::regnamespace AND relkind = 'r' ORDER BY relname`.execute(t.world.read);
  assert.deepEqual(
    rows,
    tables.toSorted().map((relname) => ({ relname, on: true })),
  );
});

test("a query that does not say who reads gets no row of any table, on either pool", async () => {
  assert.deepEqual(new Set(Object.values(await counts())), new Set([0]));
  const { rows } = await t.world.writePool.query("SELECT FROM enquiries.enquiry");
  assert.equal(rows.length, 0);
  assert.equal((await t.world.writePool.query("UPDATE enquiries.enquiry SET subject = 'x'")).rowCount, 0);
  assert.equal((await t.world.writePool.query("DELETE FROM enquiries.note")).rowCount, 0);
});

test("the sender sees hers without the notes; who answers sees both; everybody else sees nothing", async () => {
  const scope = async (key: string): Promise<Scope> => scopeOf(await t.actor(key));
  const seen = async (reader: Scope) => {
    const { enquiry, note, proposal } = await counts(reader);
    return { enquiry, note, proposal };
  };
  assert.deepEqual(await seen(await scope("karen")), { enquiry: 1, note: 0, proposal: 1 });
  assert.deepEqual(await seen(await scope("signe")), { enquiry: 1, note: 1, proposal: 1 });
  for (const other of ["tine", "jens", "lone", "mehmet"])
    assert.deepEqual(await seen(await scope(other)), { enquiry: 0, note: 0, proposal: 0 });
  assert.deepEqual(await seen(asSystem), { enquiry: 1, note: 1, proposal: 1 });
});

test("what a transaction was told ends with it: the next one on the same connection is nobody", async () => {
  const client = await t.world.readPool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.system', 'yes', true)");
    assert.equal((await client.query("SELECT FROM enquiries.enquiry")).rowCount, 1);
    await client.query("COMMIT");
    assert.equal((await client.query("SELECT FROM enquiries.enquiry")).rowCount, 0);
  } finally {
    client.release();
  }
});

test("once a promised day has passed, the secretariat sees it, and not before", async () => {
  const lone: Scope = { followsUp: true };
  assert.equal(await count(lone, "enquiry"), 0);
  t.clock.advance(40 * 24 * 60 * 60_000);
  await escalatePassed(t.world);
  assert.equal(await count(lone, "enquiry"), 1);
  assert.equal(await count(lone, "note"), 1);
  await t.perform(answer, { as: "signe", reference, input: { status: "answered", text: "Undskyld, at det tog så lang tid." } });
});
