// SPDX-License-Identifier: EUPL-1.2
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { walk } from "../../../test/walks/exchange-moves.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

test("X36: whatever its writer, brokers and others do to a post, no step is taken that should not be, nothing is given that is not there, and each last day is told of once", async () => {
  await walk(t, "post", 5);
});

test("X36: whatever two who are introduced do, contact is seen by exactly them, after both said yes, and only what each chose; and silence and disagreement become somebody's task", async () => {
  await walk(t, "introduction", 5);
});
