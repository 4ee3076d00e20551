// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSmallWorld, type SmallWorld } from "../../../test/small-world.ts";
import { keep, keepAs, keepFor, keepLike } from "./kept.ts";

let world: SmallWorld;
before(async () => {
  world = await openSmallWorld();
});
after(() => world.close());

/** A fact that says how often it was read. */
function countedFact() {
  let reads = 0;
  const fact = keep(["area"], async () => (reads += 1));
  return { fact, reads: () => reads };
}

test("a connection that keeps nothing reads anew each time", async () => {
  const { fact, reads } = countedFact();
  await fact(world.read);
  await fact(world.read);
  assert.equal(reads(), 2);
});

test("what is kept is read once until one of its kinds moves, for at most a minute", async () => {
  keepFor(world.read, world);
  const { fact, reads } = countedFact();
  await Promise.all([fact(world.read), fact(world.read)]);
  assert.equal(reads(), 1, "one reading at a time");
  world.versions.moved(["idea"]);
  await fact(world.read);
  assert.equal(reads(), 1, "something else moved");
  world.versions.moved(["area"]);
  assert.equal(await fact(world.read), 2);
  world.clock.advance(60_000);
  assert.equal(await fact(world.read), 3);
});

test("while commits of other processes are not heard, nothing is kept longer than a second, and what was kept is read again", async () => {
  keepFor(world.read, world);
  const { fact, reads } = countedFact();
  await fact(world.read);
  world.versions.hears(false);
  await fact(world.read);
  assert.equal(reads(), 2);
  world.clock.advance(1_000);
  await fact(world.read);
  assert.equal(reads(), 3);
  world.versions.hears(true);
  await fact(world.read);
  assert.equal(reads(), 4, "something may have moved in the meantime");
});

test("a reading that failed is not kept", async () => {
  keepFor(world.read, world);
  let fails = true;
  const fact = keep(["area"], () => (fails ? Promise.reject(new Error("away")) : Promise.resolve("back")));
  await assert.rejects(fact(world.read), /away/);
  fails = false;
  assert.equal(await fact(world.read), "back");
});

test("a transaction uses what is kept where it was told to, and sees its own of the kinds that it moves", async () => {
  keepFor(world.read, world);
  const { fact, reads } = countedFact();
  await fact(world.read);
  await world.write.transaction().execute(async (tx) => {
    await fact(tx);
    assert.equal(reads(), 2);
    keepLike(tx, world.read, ["idea"]);
    await fact(tx);
    assert.equal(reads(), 2);
    keepLike(tx, world.read, ["area"]);
    await fact(tx);
    assert.equal(reads(), 3);
  });
});

test("what may depend on anything lies under its key until anything at all is written", async () => {
  keepFor(world.read, world);
  let reads = 0;
  const desk = (of: string) => keepAs(world.read, { kinds: "all", key: `desk ${of}` }, async () => `${of} ${(reads += 1)}`);
  assert.deepEqual([await desk("signe"), await desk("signe"), await desk("bo")], ["signe 1", "signe 1", "bo 2"], "each their own");
  world.versions.moved([]);
  assert.equal(await desk("signe"), "signe 3");
});
