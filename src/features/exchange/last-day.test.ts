// SPDX-License-Identifier: EUPL-1.2
// How long a post can stand, who can say so, and what it is when a broker changes their mind.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Operation } from "#platform/operations/operation.ts";
import { openPost } from "../../../test/matrix/stage-exchange.ts";
import { statusOf } from "../../../test/machine.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { watchLastDays } from "./jobs.ts";
import { putBack, remove } from "./operations-broker.ts";
import { change, fulfil, prolong } from "./operations-writer.ts";
import { linkIn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());
beforeEach(() => t.clock.advance(25 * 60 * 60_000));

const doing = (as: string, work: Operation, reference: string, input: unknown = {}): Promise<number> =>
  statusOf(t.perform(work, { as, reference, input }));
const page = async (reference: string): Promise<string> => (await t.visitor().get(`/byttebors/${reference}`)).text;
const listed = async (reference: string): Promise<boolean> => {
  const { rows } = await t.world.readPool.query(
    "SELECT 1 FROM exchange.post JOIN platform.thing USING (id) WHERE reference = $1 AND listed_at IS NOT NULL",
    [reference],
  );
  return rows.length === 1;
};

test("what was in hand before a broker took it off is in hand when it is put back, and its writer is told so", async () => {
  const post = await openPost(t, "karen", "offer");
  assert.equal(await doing("karen", fulfil, post), 200);
  assert.equal(await doing("lone", remove, post, { reason: "Der var en klage over teksten." }), 200);
  assert.equal(await doing("lone", putBack, post), 200);
  assert.equal(await listed(post), false, "nobody can ask for what is given away");
  assert.ok((await page(post)).includes("Det er i hus"));
  await t.runJobs();
  const mail = (await t.mails()).findLast(({ recipient, plain }) => recipient === "karen@example.dk" && plain.includes(post));
  assert.match(mail?.plain ?? "", /Det står som før: i hus/);

  const other = await openPost(t, "karen", "offer");
  assert.equal(await doing("lone", remove, other, { reason: "Der var en klage over teksten." }), 200);
  assert.equal(await doing("lone", putBack, other), 200);
  assert.equal(await listed(other), true, "what stood in the list stands there again");
});

test("a post never stands more than a year ahead, however often somebody renews it: they are told why", async () => {
  const post = await openPost(t, "karen", "offer");
  const stands = (day: string) =>
    t.world.writePool.query("UPDATE exchange.post SET expires_on = $2 FROM platform.thing WHERE thing.id = post.id AND reference = $1", [
      post,
      day,
    ]);
  await stands("2027-11-20");
  assert.equal(await doing("karen", prolong, post), 200);
  await stands("2027-12-24");
  assert.equal(await doing("karen", prolong, post), 409);
  const said = await (await t.as("karen")).fill(`/byttebors/${post}/forlaeng`, {});
  assert.ok(said.text.includes("står allerede et år frem"));
});

test("whoever has changed or renewed a post as often as anybody would read is told to write a new one", async () => {
  const post = await openPost(t, "karen", "offer");
  const many = (sql: string) => t.world.writePool.query(sql, [post]);
  await many(`INSERT INTO exchange.edit (post, ordinal, title, text, at)
    SELECT id, n, 'Før', 'Sådan stod der før.', now() FROM platform.thing, generate_series(1, 50) n WHERE reference = $1`);
  await many(`INSERT INTO exchange.renewal (post, ordinal, from_day, to_day, at)
    SELECT id, n, '2026-12-01', '2026-12-02', now() FROM platform.thing, generate_series(1, 100) n WHERE reference = $1`);
  const words = { title: "Fire brædder", text: "Bænken ved stien mangler et sæde.", type: "thing", where: "langaa" };
  assert.deepEqual([await doing("karen", change, post, words), await doing("karen", prolong, post)], [409, 409]);
  const karen = await t.as("karen");
  assert.ok((await karen.fill(`/byttebors/${post}/ret`, words)).text.includes("rettet 50 gange. Lav et nyt"));
  assert.ok((await karen.fill(`/byttebors/${post}/forlaeng`, {})).text.includes("forlænget 100 gange. Lav et nyt"));
});

test("the link of a mail renews no longer for whoever has left the organisation since; it still does for whoever speaks for it", async () => {
  const post = await openPost(t, "naja", "offer", { organisation: "nordlys" });
  await t.world.writePool.query(`INSERT INTO people.membership (person, organisation, part, from_day)
    SELECT person.id, organisation.id, 'speaks-for', '2026-11-01' FROM people.person, people.organisation WHERE person.demo_key = 'ruth' AND slug = 'nordlys'`);
  await t.world.writePool.query(
    "UPDATE exchange.post SET expires_on = '2026-12-05' FROM platform.thing WHERE thing.id = post.id AND reference = $1",
    [post],
  );
  t.clock.set("2026-12-03T09:00:00+01:00");
  await watchLastDays(t.world);
  await t.runJobs();
  const mails = await t.mails();
  const link = (who: string): string =>
    linkIn(mails.findLast(({ recipient, plain }) => recipient === who && plain.includes(post))?.plain ?? "", "/byttebors/forlaeng/");
  await t.world.writePool.query(
    "UPDATE people.membership SET until_day = '2026-11-02' WHERE person = (SELECT id FROM people.person WHERE demo_key = 'ruth')",
  );
  const [left, stays] = [link("ruth@example.dk"), link("naja@example.dk")];
  assert.notEqual(left, "");
  assert.doesNotMatch((await t.visitor().get(left)).text, /<button[^>]*>Forlæng/, "the page offers them nothing to press");
  const { prolongByLink } = await import("./operations-writer.ts");
  const token = (of: string): string => of.split("/").at(-1) ?? "";
  assert.equal(await statusOf(t.perform(prolongByLink, { input: { token: token(left) } })), 409);
  assert.equal((await t.visitor().fill(stays, {})).status, 303);
});
