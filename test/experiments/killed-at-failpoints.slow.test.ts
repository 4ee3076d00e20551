// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../test-world.ts";
import { cleanEffect, effectWithKill, failpoints, scenarios } from "./failpoints.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ ideas: true });
  // A database with nobody in it can be copied.
  await t.world.close();
});
after(() => t.close());

for (const scenario of scenarios.slice(0, 3)) {
  test(`X1 ${scenario.name}: killed at each failpoint and sent again, it happens exactly once`, async () => {
    const clean = await cleanEffect(t.connectionString, scenario);
    assert.equal(clean["platform.audit"], 1);
    assert.equal(clean["platform.idempotency"], 1);
    for (const failpoint of failpoints) assert.deepEqual(await effectWithKill(t.connectionString, scenario, failpoint), clean, failpoint);
  });
}
