// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachByItself } from "./by-itself.ts";

test("one that fails holds up no other, and the job is told that some did", async () => {
  const done: number[] = [];
  const work = async (one: number): Promise<void> => {
    if (one % 2 === 0) throw new Error(`no ${one}`);
    done.push(one);
  };
  await assert.rejects(eachByItself([1, 2, 3, 4, 5], work), ({ message, cause }: Error) => {
    assert.equal(message, "2 of 5 failed: no 2");
    return cause instanceof Error && cause.message === "no 2";
  });
  assert.deepEqual(done, [1, 3, 5]);
  await eachByItself([7], work);
});
