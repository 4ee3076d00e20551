// SPDX-License-Identifier: EUPL-1.2
// X36 at full size: ten thousand things done to posts, introductions and what came of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { introductionSteps, postSteps } from "../../../test/walks/exchange-cast.ts";
import { walk } from "../../../test/walks/exchange-moves.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

for (const about of ["post", "introduction"] as const) {
  test(`X36: five thousand things done, most of them to ${about === "post" ? "posts" : "introductions and what came of them"}: no illegal step`, async () => {
    const { moves, through, steps } = await walk(t, about, 380);
    const each = [...steps].map(([step, times]) => `${step} ${times}`).join(", ");
    console.log(`${about}: ${moves} moves, ${through} of them went through: ${each}`);
    assert.ok(moves >= 5_000, `${moves} moves`);
    assert.ok(through >= moves / 2, `${through} of ${moves} went through`);
    for (const step of about === "post" ? postSteps : introductionSteps)
      assert.ok((steps.get(step) ?? 0) >= 8, `${step} hardly went through: ${each}`);
  });
}
