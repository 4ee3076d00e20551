// SPDX-License-Identifier: EUPL-1.2
// An answer is shown to everybody while its question is being closed: two transactions at the same time, in either order.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Operation } from "#platform/operations/operation.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { draft, publish, tell, weigh } from "./operations.ts";
import { aListing, readOn } from "./testing.ts";

/** Where a transaction stops before it is committed, once it is set. */
let stop: (() => Promise<void>) | undefined;
let t: TestWorld;
before(async () => {
  t = await openTestWorld({ failpoint: async (name) => (name === "before-commit" ? stop?.() : undefined) });
});
beforeEach(() => t.clock.set("2026-11-23T09:00:00+01:00"));
after(() => t.close());

const lastDay = "2026-12-04T23:59:59+01:00";
const afterwards = "2026-12-05T00:00:01+01:00";
const heard = { heard: "Mange er bange for vejen.", doing: "Vi tegner en sti ved siden af." };

const operation = (name: string): Operation => {
  const found = t.world.registry.operations.get(name);
  assert.ok(found, name);
  return found;
};

async function asked(title: string): Promise<string> {
  const { answer } = await t.perform(draft, { as: "signe", input: { ...aListing, title } });
  const reference = String(answer.reference);
  await t.perform(publish, { as: "signe", reference, input: {} });
  return reference;
}

const answerTo = (about: string, as?: string) =>
  t
    .perform(operation("ideas.submit"), {
      ...(as ? { as } : {}),
      input: { title: "Krydset ved mejeriet", text: "Der er bilerne hurtige, og børn skal over.", where: "langaa", about },
    })
    .then(({ answer }) => String(answer.reference));
const letThrough = (idea: string) => t.perform(operation("ideas.look"), { as: "signe", reference: idea, input: { letThrough: "yes" } });
const close = (reference: string) => t.perform(tell, { as: "signe", reference, input: heard });

/** Carries out the first, stopped before its commit until the second is done or waits for it. Out: what came of each. */
async function bothAtOnce<One, Other>(first: () => Promise<One>, second: () => Promise<Other>) {
  const reached = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  stop = async () => {
    stop = undefined;
    reached.resolve();
    await goOn.promise;
  };
  const one = first();
  await Promise.race([reached.promise, one]);
  const progress = { over: false };
  const other = second().finally(() => (progress.over = true));
  const came = Promise.allSettled([one, other]);
  await overOrWaiting(progress);
  goOn.resolve();
  return came;
}

const overOrWaiting = async (progress: { over: boolean }): Promise<true> =>
  progress.over || (await somebodyWaits()) || overOrWaiting(progress);

async function somebodyWaits(): Promise<boolean> {
  const { rows } = await t.world.readPool.query(
    "SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()",
  );
  return rows.length > 0;
}

const statusOf = (came: PromiseSettledResult<unknown>): unknown => (came.status === "fulfilled" ? "done" : came.reason.code);

/** What can never be: a question that is told over an answer that everybody could see and nobody said the fate of. */
async function toldOver(reference: string): Promise<number> {
  const { rows } = await t.world.readPool.query(
    `SELECT FROM upcoming.closure JOIN platform.thing ON thing.id = closure.listing JOIN platform.link ON link.to_thing = closure.listing AND relation = 'answers'
     JOIN platform.thing idea ON idea.id = link.from_thing
     WHERE thing.reference = $1 AND idea.visibility = 'public' AND idea.published_at < closure.at
       AND NOT EXISTS (SELECT FROM upcoming.fate WHERE fate.listing = closure.listing AND fate.idea = idea.id)`,
    [reference],
  );
  return rows.length;
}

test("an answer is let through while the question is being closed: closing waits, and says kindly that an answer came", async () => {
  const reference = await asked("Vejen ved mejeriet");
  const held = await answerTo(reference);
  t.clock.set(afterwards);
  const [looked, told] = await bothAtOnce(
    () => letThrough(held),
    () => close(reference),
  );
  assert.deepEqual([statusOf(looked), statusOf(told)], ["done", "without-fate"]);
  await t.perform(weigh, { as: "signe", reference, input: { idea: held, fate: "taken-up", because: "Krydset får en tunnel." } });
  await close(reference);
  assert.equal(await toldOver(reference), 0);
});

test("closing comes first: the answer waits, and goes on as an idea with days of its own", async () => {
  const reference = await asked("Vejen ved skolen");
  const held = await answerTo(reference);
  t.clock.set(afterwards);
  const [told, looked] = await bothAtOnce(
    () => close(reference),
    () => letThrough(held),
  );
  assert.deepEqual([statusOf(told), statusOf(looked)], ["done", "done"]);
  assert.equal(await toldOver(reference), 0);
  const idea = readOn((await t.visitor().get(`/ideer/${held}`)).text);
  assert.match(idea, /Svar senest|svar senest/, "somebody answers it, by a day");
});

test("an answer sent in the last second of the last day is in it, or is told that it came too late", async () => {
  const first = await asked("Vejen ved kirken");
  t.clock.set(lastDay);
  const [sent, told] = await bothAtOnce(
    () => answerTo(first, "karen"),
    () => {
      t.clock.set(afterwards);
      return close(first);
    },
  );
  assert.deepEqual([statusOf(sent), statusOf(told)], ["done", "without-fate"]);

  t.clock.set("2026-11-23T09:00:00+01:00");
  const other = await asked("Vejen ved hallen");
  t.clock.set(afterwards);
  const [toldFirst, tooLate] = await bothAtOnce(
    () => close(other),
    () => {
      t.clock.set(lastDay);
      return answerTo(other, "karen");
    },
  );
  assert.deepEqual([statusOf(toldFirst), statusOf(tooLate)], ["done", "invalid"]);
  assert.equal(await toldOver(other), 0);
});

test("who was writing it reads in their own language what happened, what to do, and their words again", async () => {
  const reference = await asked("Vejen ved søen");
  const held = await answerTo(reference);
  t.clock.set(afterwards);
  const signe = await t.as("signe");
  const forms = [
    [`/paa-vej/${reference}/hoert`, /Et svar mangler\. Sig først, hvad der sker med hvert svar\. Det, du har skrevet, står her stadig/],
    [`/en/paa-vej/${reference}/hoert`, /An answer is missing\. First say what becomes of each answer\. What you wrote is still here/],
  ] as const;
  const opened = [];
  for (const [path, words] of forms) opened.push({ path, words, form: await signe.open(path) });
  await letThrough(held);
  for (const { path, words, form } of opened) {
    const refused = await signe.post(path, { _key: form._key, _token: form._token, ...heard });
    assert.equal(refused.status, 409, readOn(refused.text));
    assert.match(readOn(refused.text), words);
    assert.match(refused.text, /Mange er bange for vejen\.<\/textarea>/);
    assert.match(refused.text, new RegExp(`/svar/${held}`), "the way to the answer stands there");
  }
});
