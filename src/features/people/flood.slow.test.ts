// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const victim = "karen@example.dk";
const minute = 60_000;

test("X28 a thousand requests for one mailbox from a thousand addresses fill nobody's inbox", async () => {
  for (let times = 0; times < 1_000; times += 1) {
    const from = t.visitor(`10.0.${times >> 8}.${times & 255}`);
    assert.equal((await from.fill("/log-ind", { email: victim })).location, "/log-ind/kode");
    // A day and a half in all, and never so long that a job comes too late.
    t.clock.advance(2 * minute);
    if (times % 4 === 3) await t.runJobs();
  }
  const links = await t.world.read.selectFrom("people.mail_link").select("created_at").orderBy("created_at").execute();
  const sent = links.map((link) => link.created_at.getTime());
  assert.equal((await t.mails()).filter(({ recipient }) => recipient === victim).length, sent.length, "a mail for every link");
  const most = (minutes: number): number =>
    Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + minutes * minute).length));
  assert.equal(most(15), 3);
  assert.equal(most(24 * 60), 6);
  assert.ok(sent.length > 6, "and she gets a mail again the next day");
});

test("X28 a hundred requests for one mailbox at the same moment are three mails", async () => {
  const to = "mehmet@example.dk";
  await Promise.all(Array.from({ length: 100 }, (_, times) => t.visitor(`10.1.0.${times}`).fill("/log-ind", { email: to })));
  await t.runJobs();
  assert.ok((await t.mails()).filter(({ recipient }) => recipient === to).length <= 3);
});

test("X28 one address cannot ask for a hundred different mailboxes in an hour", async () => {
  let refused = 0;
  const visitor = t.visitor("10.2.0.1");
  for (let times = 0; times < 100; times += 1)
    if ((await visitor.fill("/log-ind", { email: `nr${times}@example.dk` })).status === 429) refused += 1;
  assert.ok(refused >= 40, `${refused} refused`);
});
