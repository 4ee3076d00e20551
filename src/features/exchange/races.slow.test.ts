// SPDX-License-Identifier: EUPL-1.2
// X37: two do at the same moment what only one of them can do. Each many times, over real transactions.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { byTheClock } from "#platform/jobs/by-itself.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { statusOf } from "../../../test/machine.ts";
import { openPost } from "../../../test/matrix/stage-exchange.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { agree, bringTogether, giveUp, introduce, lapse, reply, withdraw } from "./operations-introduction.ts";
import { tellOutcome } from "./operations-outcome.ts";
import { change, takeBack } from "./operations-writer.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());
// Nobody has used up what one may do in a day.
beforeEach(() => t.clock.advance(25 * 60 * 60_000));

const rounds = 12;
const byPhone = { sharePhone: "20 30 40 50" };
const yes = { yes: "yes", ...byPhone };
const words = { title: "Fire brædder", text: "Bænken ved stien mangler et sæde.", type: "thing", where: "langaa" };

/** Every round begins a day later. */
async function again(work: () => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    t.clock.advance(25 * 60 * 60_000);
    await work();
  }
}

const doing = (as: string, work: Operation, reference: string, input: unknown = {}): Promise<number> =>
  statusOf(t.perform(work, { as, reference, input }));

async function introduced(as: string, post: string, quantity = "1"): Promise<string> {
  const { answer } = await t.perform(introduce, {
    as,
    reference: post,
    input: { greeting: "Det vil vi gerne bruge.", quantity, ...byPhone },
  });
  return String(answer.reference);
}

/** How often the audit has an entry about it. */
async function entries(reference: string, entry: string): Promise<number> {
  const { rows } = await t.world.readPool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM platform.audit JOIN platform.thing ON thing.id = audit.thing WHERE thing.reference = $1 AND entry = $2",
    [reference, entry],
  );
  return rows[0]?.count ?? 0;
}

async function taken(post: string): Promise<{ taken: number; contacts: number }> {
  const { rows } = await t.world.readPool.query<{ taken: number; contacts: number }>(
    "SELECT taken, contacts FROM exchange.post JOIN platform.thing USING (id) WHERE thing.reference = $1",
    [post],
  );
  const [row] = rows;
  assert.ok(row);
  return row;
}

const sorted = (statuses: number[]): number[] => statuses.toSorted((a, b) => a - b);

test("X37 the last of a quantity, said yes to twice at the same moment, is given once", async () => {
  await again(async () => {
    const post = await openPost(t, "sofie", "offer", { quantity: "1" });
    const two = [await introduced("karen", post), await introduced("jens", post)];
    const statuses = await Promise.all(two.map((one) => doing("sofie", reply, one, yes)));
    assert.deepEqual(sorted(statuses), [200, 409]);
    assert.equal((await taken(post)).taken, 1);
  });
});

test("X37 both say yes at the same moment: it is accepted, and taken once", async () => {
  await again(async () => {
    const need = await openPost(t, "karen", "need");
    const offer = await openPost(t, "sofie", "offer", { quantity: "2" });
    const { answer } = await t.perform(bringTogether, {
      as: "lone",
      reference: need,
      input: { other: offer, greeting: "I bor tæt på hinanden." },
    });
    const reference = String(answer.reference);
    assert.deepEqual(await Promise.all(["karen", "sofie"].map((who) => doing(who, reply, reference, yes))), [200, 200]);
    assert.equal((await taken(offer)).taken, 1);
    assert.equal(await doing("karen", agree, reference, { what: "På lørdag", onDay: localDayOf(t.clock.now()) }), 200, "it is accepted");
  });
});

test("X37 a yes and the clock that lets it lapse: one of them, and nothing is taken by what lapsed", async () => {
  const came = { yes: 0, lapsed: 0 };
  await again(async () => {
    const post = await openPost(t, "sofie", "offer", { quantity: "3", expiresOn: addDays(localDayOf(t.clock.now()), 60) });
    const reference = await introduced("karen", post);
    t.clock.advance(15 * 24 * 60 * 60_000);
    const key = `lapse by hand ${reference}`;
    const [said] = await Promise.all([doing("sofie", reply, reference, yes), byTheClock(t.world, lapse, { input: {}, reference, key })]);
    assert.equal(await entries(reference, "introduction.lapsed"), said === 200 ? 0 : 1);
    assert.ok(said === 200 || said === 409);
    assert.equal((await taken(post)).taken, said === 200 ? 1 : 0);
    came[said === 200 ? "yes" : "lapsed"] += 1;
  });
  assert.equal(came.yes + came.lapsed, rounds);
});

test("X37 asked twice at the same moment: asked once, and the second is told so", async () => {
  await again(async () => {
    const post = await openPost(t, "sofie", "offer");
    const ask = (): Promise<number> => doing("karen", introduce, post, { greeting: "Det vil vi gerne bruge.", ...byPhone });
    assert.deepEqual(sorted(await Promise.all([ask(), ask()])), [200, 409]);
    assert.equal((await taken(post)).contacts, 1);
  });
});

test("X37 two brokers bring the same two together, each from the other's post: once, and neither waits for ever", async () => {
  await again(async () => {
    const need = await openPost(t, "karen", "need");
    const offer = await openPost(t, "sofie", "offer");
    const greeting = "I bor tæt på hinanden.";
    const statuses = await Promise.all([
      doing("lone", bringTogether, need, { other: offer, greeting }),
      doing("signe", bringTogether, offer, { other: need, greeting }),
    ]);
    assert.deepEqual(sorted(statuses), [200, 409]);
    assert.equal((await taken(offer)).contacts, 1);
  });
});

test("X37 a yes and taking it back, giving up twice, telling twice: each time one of them, and nothing is given back twice", async () => {
  await again(async () => {
    const post = await openPost(t, "sofie", "offer", { quantity: "4" });
    const asked = await introduced("karen", post);
    const [said, back] = await Promise.all([doing("sofie", reply, asked, yes), doing("karen", withdraw, asked)]);
    assert.deepEqual(sorted([said, back]), [200, 409]);
    assert.equal((await taken(post)).taken, said === 200 ? 1 : 0);

    const other = await introduced("jens", post, "2");
    assert.equal(await doing("sofie", reply, other, yes), 200);
    const before = (await taken(post)).taken;
    const reason = "Det passede ikke.";
    assert.deepEqual(sorted(await Promise.all(["sofie", "jens"].map((who) => doing(who, giveUp, other, { reason })))), [200, 409]);
    assert.equal((await taken(post)).taken, before - 2);

    const third = await introduced("ruth", post);
    assert.equal(await doing("sofie", reply, third, yes), 200);
    assert.equal(await doing("ruth", agree, third, { what: "På lørdag", onDay: localDayOf(t.clock.now()) }), 200);
    assert.deepEqual(await Promise.all(["sofie", "ruth"].map((who) => doing(who, tellOutcome, third, { happened: "no" }))), [200, 200]);
    assert.equal((await taken(post)).taken, before - 2, "given back once, when both had said that it did not come about");
    assert.equal(await entries(third, "exchange.outcome"), 2);
  });
});

test("X37 a post is taken back, or has fewer of it, at the moment somebody is said yes to: what was promised stands", async () => {
  await again(async () => {
    const post = await openPost(t, "sofie", "offer", { quantity: "2" });
    const reference = await introduced("karen", post, "2");
    const [said, fewer] = await Promise.all([
      doing("sofie", reply, reference, yes),
      doing("sofie", change, post, { ...words, quantity: "1" }),
    ]);
    // Whoever comes first: either two are promised and there cannot be one, or there is one and two cannot be promised.
    assert.deepEqual([said, fewer].filter((status) => status === 200).length, 1, `${said} ${fewer}`);
    const gone = await openPost(t, "sofie", "offer", { quantity: "2" });
    const asked = await introduced("karen", gone, "2");
    const [yesSaid, back] = await Promise.all([doing("sofie", reply, asked, yes), doing("sofie", takeBack, gone)]);
    // Either it was promised before it was taken back, and stands; or there is nothing left to say yes to.
    assert.ok(back === 200 && (yesSaid === 200 || yesSaid === 409), `${yesSaid} ${back}`);
    assert.equal((await taken(gone)).taken, yesSaid === 200 ? 2 : 0);
    assert.equal(await doing("karen", agree, asked, { what: "På lørdag", onDay: localDayOf(t.clock.now()) }), yesSaid);
  });
});

test("X37 agreeing while the post is taken back, and both agreeing: what two have said yes to is agreed once, whatever becomes of the post", async () => {
  await again(async () => {
    const post = await openPost(t, "sofie", "offer", { quantity: "2" });
    const reference = await introduced("karen", post);
    assert.equal(await doing("sofie", reply, reference, yes), 200);
    const deal = { what: "På lørdag", onDay: localDayOf(t.clock.now()) };
    const [mine, theirs, back] = await Promise.all([
      doing("karen", agree, reference, deal),
      doing("sofie", agree, reference, deal),
      doing("sofie", takeBack, post),
    ]);
    assert.deepEqual([sorted([mine, theirs]), back], [[200, 409], 200]);
    assert.equal(await entries(reference, "introduction.agreed"), 1);
    assert.equal((await taken(post)).taken, 1);
    assert.deepEqual(
      await Promise.all(["karen", "sofie"].map((who) => doing(who, tellOutcome, reference, { happened: "yes" }))),
      [200, 200],
    );
  });
});

test("X37 asking while the post is taken back: asked before it was, or told that it is not there, and nobody is asked of a post that is gone", async () => {
  await again(async () => {
    const post = await openPost(t, "sofie", "offer");
    const [asked, back] = await Promise.all([
      doing("karen", introduce, post, { greeting: "Det vil vi gerne bruge.", ...byPhone }),
      doing("sofie", takeBack, post),
    ]);
    assert.equal(back, 200);
    assert.ok(asked === 200 || asked === 404 || asked === 409, String(asked));
    assert.equal((await taken(post)).contacts, asked === 200 ? 1 : 0);
  });
});

test("X37 two posts of which there is one each, promised crosswise at the same moment: nobody waits for ever, and each is promised once", async () => {
  await again(async () => {
    const [offer, need] = [await openPost(t, "sofie", "offer", { quantity: "1" }), await openPost(t, "karen", "need", { quantity: "1" })];
    const others = [await openPost(t, "jens", "need", { quantity: "1" }), await openPost(t, "ruth", "offer", { quantity: "1" })];
    const bring = async (one: string, other: string | undefined): Promise<string> => {
      const greeting = "I bor tæt på hinanden.";
      return String((await t.perform(bringTogether, { as: "lone", reference: one, input: { other, greeting } })).answer.reference);
    };
    const [both, left, right] = [await bring(offer, need), await bring(offer, others[0]), await bring(need, others[1])];
    assert.equal(await doing("sofie", reply, both, yes), 200);
    assert.equal(await doing("jens", reply, left, yes), 200);
    assert.equal(await doing("ruth", reply, right, yes), 200);
    const said = await Promise.all([doing("karen", reply, both, yes), doing("sofie", reply, left, yes), doing("karen", reply, right, yes)]);
    // Either the two in the middle, or each with somebody else.
    assert.ok(["200 409 409", "409 200 200"].includes(said.join(" ")), said.join(" "));
    assert.deepEqual([(await taken(offer)).taken, (await taken(need)).taken], [1, 1]);
  });
});
