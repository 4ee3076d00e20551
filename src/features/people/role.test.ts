// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Refusal } from "#platform/operations/refusal.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { endRole, giveRoleTo } from "./operations-role.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const held = async (): Promise<{ id: string; name: string }[]> => {
  const { rows } = await t.world.readPool.query<{ id: string; name: string }>(
    "SELECT role.id, person.name FROM people.role JOIN people.person ON person.id = role.person WHERE role = 'secretariat' AND until_day IS NULL ORDER BY person.name",
  );
  return rows;
};
const end = (reference: string, input: Record<string, string> = { when: "now" }) => t.perform(endRole, { as: "lone", reference, input });
const code = (error: unknown): string => (error instanceof Refusal ? error.code : String(error));

test("a role is given from a day and ends at once or after a last day", async () => {
  const { answer } = await t.perform(giveRoleTo, {
    as: "lone",
    input: { email: "ida@example.dk", name: "Ida Friis", role: "secretariat", fromDay: "2026-11-23" },
  });
  assert.ok((await held()).some(({ name }) => name === "Ida Friis"));
  await assert.rejects(end(String(answer.reference), { when: "day", untilDay: "2026-11-01" }), /invalid/);
  await end(String(answer.reference), { when: "day", untilDay: "2026-12-01" });
  await end(String(answer.reference));
  const { rows } = await t.world.readPool.query<{ until_day: string }>("SELECT until_day FROM people.role WHERE id = $1", [
    answer.reference,
  ]);
  assert.equal(rows[0]?.until_day, "2026-11-22", "given and taken on one day: held on none");
});

test("who ends their own role is told so first", async () => {
  const mine = (await held()).find(({ name }) => name.startsWith("Lone"));
  assert.match((await (await t.as("lone")).get(`/indstillinger/roller/${mine?.id}`)).text, /Det er din egen rolle/);
});

test("the last of the secretariat cannot go, also when two end each other's role at the same moment", async () => {
  await t.perform(giveRoleTo, {
    as: "lone",
    input: { email: "per@example.dk", name: "Per Bo", role: "secretariat", fromDay: "2026-11-23" },
  });
  for (const { id, name } of await held()) if (!/^(Lone|Per)/.test(name)) await end(id);
  const two = await held();
  assert.equal(two.length, 2);
  const lone = await t.actor("lone");
  assert.equal(lone.kind, "person");
  const results = await Promise.allSettled(two.map(({ id }) => end(id)));
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
  const [left] = await held();
  assert.ok(left);
  const refused = results.find((result) => result.status === "rejected");
  assert.match(code(refused?.reason), /last-secretariat|forbidden/, "refused kindly, also where one was out already");
  await assert.rejects(
    t.world.writePool.query("DELETE FROM people.role WHERE id = $1", [left.id]),
    /without anybody/,
    "nor past all forms",
  );
});
