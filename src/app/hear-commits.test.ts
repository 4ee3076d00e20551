// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { mock, test } from "node:test";
import { openSmallWorld } from "../../test/small-world.ts";
import { openTestWorld } from "../../test/test-world.ts";
import { hearCommits } from "./hear-commits.ts";
import { openWorld } from "./open-world.ts";

test("a commit of another process is heard, and makes old what is kept here", async () => {
  const world = await openSmallWorld();
  assert.equal(world.versions.lifetime(), 60_000);
  const heard = new Promise<void>((resolve) => {
    const { hears } = world.versions;
    world.versions.hears = (yes) => {
      hears(yes);
      if (yes) resolve();
    };
  });
  const moved = new Promise<readonly string[]>((resolve) => (world.versions.moved = resolve));
  const hearing = hearCommits(world, world.connectionString);
  assert.equal(world.versions.lifetime(), 1_000, "until it hears");
  await heard;
  assert.equal(world.versions.lifetime(), 60_000);
  await world.writePool.query("SELECT pg_notify('moved', 'idea,area')");
  assert.deepEqual(await moved, ["idea", "area"]);
  await hearing.stop();
  await world.close();
});

test("a door that lets in and closes at once is knocked at again one by one, not twice as often each time", async (t) => {
  const world = await openSmallWorld();
  let knocks = 0;
  const proxy = createServer((socket) => {
    knocks += 1;
    socket.on("error", () => {});
    // After the client has said who it is: as a proxy does whose database is down.
    socket.once("data", () => socket.end());
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  const port = typeof address === "object" && address ? address.port : 0;
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const lost: (() => void)[] = [];
  const { hears } = world.versions;
  world.versions.hears = (yes) => {
    hears(yes);
    lost.shift()?.();
  };
  const atLoss = () => new Promise<void>((resolve) => lost.push(resolve));
  const begun = atLoss();
  const first = atLoss();
  const hearing = hearCommits(world, `postgres://nobody@127.0.0.1:${port}/nothing`);
  await begun;
  await first;
  for (let again = 2; again <= 5; again += 1) {
    const next = atLoss();
    // What a second loss of the same connection would have planned is planned by now.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((later) => setImmediate(later));
    mock.timers.tick(500);
    await next;
    assert.equal(knocks, again);
  }
  await hearing.stop();
  proxy.close();
  await world.close();
});

test("a new word mark is heard by another process, and shown by it", async () => {
  const t = await openTestWorld();
  const other = openWorld({ ...t.world, connectionString: t.connectionString, registry: t.world.registry });
  const heard = new Promise<void>((resolve) => {
    const { hears } = other.versions;
    other.versions.hears = (yes) => {
      hears(yes);
      if (yes) resolve();
    };
  });
  const hearing = hearCommits(other, t.connectionString);
  try {
    await heard;
    await other.hear();
    const before = other.site;
    const moved = new Promise<void>((resolve) => {
      const { moved: was } = other.versions;
      other.versions.moved = (kinds) => {
        was(kinds);
        if (kinds.includes("site")) resolve();
      };
    });
    await (await t.as("lone")).fill("/indstillinger/udseende", { wordMark: "Fælles" });
    await moved;
    await other.hear();
    assert.notEqual(other.site, before);
    assert.equal(other.site.wordMark.name, "Fælles");
  } finally {
    await hearing.stop();
    await other.close();
    await t.close();
  }
});
