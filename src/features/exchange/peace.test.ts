// SPDX-License-Identifier: EUPL-1.2
// What nobody can do to others by way of the exchange.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { openPost } from "../../../test/matrix/stage-exchange.ts";
import { statusOf } from "../../../test/machine.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { remove } from "./operations-broker.ts";
import { agree, bringTogether, introduce, reply, replyFor, withdraw, write } from "./operations-introduction.ts";
import { resolve, tellOutcome } from "./operations-outcome.ts";
import { change, takeBack } from "./operations-writer.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());
beforeEach(() => t.clock.advance(25 * 60 * 60_000));

const byPhone = { sharePhone: "20 30 40 50" };
const words = { title: "Fire brædder", text: "Bænken ved stien mangler et sæde.", type: "thing", where: "langaa" };

const doing = (as: string, work: Operation, reference: string, input: unknown = {}): Promise<number> =>
  statusOf(t.perform(work, { as, reference, input }));

async function asked(as: string, post: string, more: Record<string, string> = {}): Promise<string> {
  const input = { greeting: "Det vil vi gerne bruge.", ...byPhone, ...more };
  return String((await t.perform(introduce, { as, reference: post, input })).answer.reference);
}

const seenBy = async (as: string, introduction: string): Promise<string> =>
  (await (await t.as(as)).get(`/formidling/${introduction}`)).text;

test("whoever no longer speaks for an organisation has no more to say of what they wrote for it, and gets nobody's number in its name", async () => {
  const offer = await openPost(t, "naja", "offer", { organisation: "nordlys" });
  assert.equal(await doing("naja", change, offer, words), 200);
  await t.world.writePool.query(
    "UPDATE people.membership SET until_day = $1::date - 1 WHERE person = (SELECT id FROM people.person WHERE demo_key = 'naja')",
    [localDayOf(t.clock.now())],
  );
  assert.equal(await doing("naja", change, offer, words), 403);
  assert.equal(await doing("naja", takeBack, offer), 403);
  const need = await openPost(t, "karen", "need");
  assert.equal(await doing("naja", introduce, need, { greeting: "Det har vi liggende.", from: offer, ...byPhone }), 422);
  await t.world.writePool.query(
    "UPDATE people.membership SET until_day = NULL WHERE person = (SELECT id FROM people.person WHERE demo_key = 'naja')",
  );
});

test("nobody gets a number over a post that a broker took off, or that was taken back", async () => {
  const post = await openPost(t, "sofie", "offer");
  const introduction = await asked("karen", post);
  await t.perform(remove, { as: "lone", reference: post, input: { reason: "Det ligner svindel." } });
  assert.equal(await doing("sofie", reply, introduction, { yes: "yes", ...byPhone }), 409);
  assert.equal(await doing("sofie", write, introduction, { text: "Ring til mig." }), 409);
  assert.match(await seenBy("karen", introduction), /Opslaget er taget af eller trukket tilbage/);
  assert.equal(await doing("sofie", reply, introduction, { yes: "no" }), 200, "a no can still be said");
});

test("whoever leaves the name open shares the one that stood on the page, and no more", async () => {
  const post = await openPost(t, "sofie", "offer");
  const introduction = await asked("karen", post);
  await t.perform(reply, { as: "sofie", reference: introduction, input: { yes: "yes", ...byPhone } });
  await t.runJobs();
  const mails = (await t.mails()).map(({ plain }) => plain).filter((plain) => plain.includes(introduction));
  assert.ok(mails.length > 0);
  for (const plain of mails) assert.doesNotMatch(plain, /Karen Holm/);
});

test("whoever was told no does not ask again for a month, and nobody is written to three times before they have answered", async () => {
  const post = await openPost(t, "sofie", "offer");
  const introduction = await asked("karen", post);
  const line = { text: "Har du set det?" };
  assert.deepEqual([await doing("karen", write, introduction, line), await doing("karen", write, introduction, line)], [200, 200]);
  assert.equal(await doing("karen", write, introduction, line), 409);
  await t.perform(reply, { as: "sofie", reference: introduction, input: { yes: "no" } });
  const again = { greeting: "Er du helt sikker på det?", ...byPhone };
  assert.equal(await doing("karen", introduce, post, again), 409);
  assert.equal(await doing("jens", introduce, post, again), 200, "others may");
  t.clock.advance(31 * 24 * 60 * 60_000);
  assert.equal(await doing("karen", introduce, post, again), 200);
});

test("one person asks at most twenty in a day, from however many places", async () => {
  const posts: string[] = [];
  for (let n = 0; n < 21; n += 1) {
    t.clock.advance(25 * 60 * 60_000);
    posts.push(await openPost(t, "sofie", "offer"));
  }
  const statuses: number[] = [];
  for (const post of posts) statuses.push(await doing("ruth", introduce, post, { greeting: "Det vil vi gerne bruge.", ...byPhone }));
  assert.deepEqual(statuses.filter((status) => status === 200).length, 20);
  assert.equal(statuses.at(-1), 429);
});

test("a broker who is one of the two leaves it to a colleague", async () => {
  const post = await openPost(t, "sofie", "offer");
  const introduction = await asked("lone", post, { route: "brokered" });
  assert.equal(await doing("lone", replyFor, introduction, { side: "giver", yes: "yes", phone: "30 40 50 60" }), 409);
  await t.perform(reply, { as: "sofie", reference: introduction, input: { yes: "yes", ...byPhone } });
  await t.perform(agree, { as: "lone", reference: introduction, input: { what: "På lørdag", onDay: localDayOf(t.clock.now()) } });
  await t.perform(tellOutcome, { as: "sofie", reference: introduction, input: { happened: "no" } });
  await t.perform(tellOutcome, { as: "lone", reference: introduction, input: { happened: "yes" } });
  const note = { happened: "yes", note: "Det gik fint." };
  assert.equal(await doing("lone", resolve, introduction, note), 409);
  assert.equal(await doing("signe", resolve, introduction, note), 200);
});

test("who asks and takes it back leaves the post as if nobody had asked: it still gets its help", async () => {
  const post = await openPost(t, "sofie", "offer");
  const introduction = await asked("karen", post);
  assert.equal(await doing("karen", withdraw, introduction), 200);
  const { rows } = await t.world.readPool.query(
    "SELECT post.contacts, post.first_contact_at, entry.contacts AS known FROM exchange.post JOIN platform.thing USING (id) JOIN matching.entry ON entry.thing = post.id WHERE thing.reference = $1",
    [post],
  );
  assert.deepEqual(rows, [{ contacts: 0, first_contact_at: null, known: 0 }]);
});

test("whoever said no themselves, when a broker asked, can think better of it and ask; whom the other said no to cannot", async () => {
  const bring = async (): Promise<{ offer: string; introduction: string }> => {
    const [need, offer] = [await openPost(t, "karen", "need"), await openPost(t, "sofie", "offer")];
    const input = { other: offer, greeting: "I bor tæt på hinanden." };
    return { offer, introduction: String((await t.perform(bringTogether, { as: "lone", reference: need, input })).answer.reference) };
  };
  const ask = (post: string): Promise<number> => doing("karen", introduce, post, { greeting: "Nu vil jeg gerne alligevel.", ...byPhone });
  const own = await bring();
  assert.equal(await doing("karen", reply, own.introduction, { yes: "no" }), 200);
  assert.equal(await ask(own.offer), 200);
  const theirs = await bring();
  assert.equal(await doing("sofie", reply, theirs.introduction, { yes: "no" }), 200);
  assert.equal(await ask(theirs.offer), 409);
});
