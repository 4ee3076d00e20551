// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exposure, isOneSided, ordered, type Ranked } from "./order.ts";
import { harmonic } from "./score.ts";
import { fairness } from "./weights.ts";

const now = new Date("2026-11-23T09:00:00+01:00");
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const one = (thing: string, forward: number, backward = forward, more: Partial<Ranked> = {}): Ranked => ({
  thing,
  both: { forward, backward },
  party: thing,
  locality: "by",
  contacts: 1,
  listedAt: daysAgo(1),
  ...more,
});
const things = (found: readonly Ranked[], limit = 100): string[] => ordered(found, { limit, now }).map(({ thing }) => thing);

const share = fc.double({ min: 0.01, max: 1, noNaN: true });
const aRanked = fc
  .record({
    both: fc.record({ forward: share, backward: share }),
    party: fc.option(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), { nil: undefined }),
    locality: fc.option(fc.constantFrom("by", "land", "kyst"), { nil: undefined }),
    contacts: fc.nat({ max: 40 }),
    days: fc.nat({ max: 60 }),
  })
  .map(({ days, ...rest }) => ({ ...rest, listedAt: daysAgo(days) }));
const many = fc.array(aRanked, { maxLength: 60 }).map((list) => list.map((each, at) => ({ ...each, thing: `t${at}` })));
const limits = fc.integer({ min: 1, max: 100 });

test("what is good for one side only ranks below what is fair for both", () => {
  assert.ok(harmonic({ forward: 1, backward: 0.1 }) < harmonic({ forward: 0.4, backward: 0.4 }));
  assert.equal(harmonic({ forward: 0, backward: 0 }), 0);
  assert.deepEqual(things([one("one-sided", 1, 0.15), one("fair", 0.4)]), ["fair", "one-sided"]);
});

test("a one-sided hit never ranks first where there is one that is good for both", () => {
  assert.deepEqual(things([one("one-sided", 1, 0.35), one("weak but fair", 0.2)]), ["weak but fair", "one-sided"]);
  fc.assert(
    fc.property(many, limits, (found, limit) => {
      const order = ordered(found, { limit, now });
      const [first] = order;
      if (first && isOneSided(first.both)) assert.ok(order.every(({ both }) => isOneSided(both)));
    }),
    { numRuns: 2_000 },
  );
});

test("everybody stands there once at most, nobody is invented, and no more than asked for", () => {
  fc.assert(
    fc.property(many, limits, (found, limit) => {
      const order = ordered(found, { limit, now });
      assert.ok(order.length <= limit);
      assert.equal(new Set(order).size, order.length);
      assert.ok(order.every((each) => found.includes(each)));
      assert.deepEqual(
        ordered(found.toReversed(), { limit, now }).map(({ thing }) => thing),
        order.map(({ thing }) => thing),
        "whatever the order they came in",
      );
    }),
  );
});

test("a party stands at most twice on the first page, as long as there are others", () => {
  const big = ["1", "2", "3", "4"].map((number) => one(`stor ${number}`, 0.9, 0.9, { party: "stor" }));
  const small = ["1", "2", "3"].map((number) => one(`lille ${number}`, 0.5));
  assert.deepEqual(things([...big, ...small]), ["stor 1", "stor 2", "lille 1", "lille 2", "lille 3", "stor 3", "stor 4"]);
  fc.assert(
    fc.property(many, limits, (found, limit) => {
      const order = ordered(found, { limit, now });
      const page = order.slice(0, fairness.page);
      for (const party of new Set(page.flatMap((each) => each.party ?? []))) {
        const times = page.filter((each) => each.party === party).length;
        const later = order
          .slice(fairness.page)
          .filter((each) => each.party === undefined || !page.some(({ party: other }) => other === each.party));
        assert.ok(times <= fairness.perParty || later.length === 0, `${party} stands ${times} times`);
      }
    }),
  );
});

test("whoever has been introduced often steps back for whoever was not, but is not hidden", () => {
  assert.deepEqual(things([one("asked for", 0.6, 0.6, { contacts: 30 }), one("waiting", 0.5, 0.5, { contacts: 0 })]), [
    "waiting",
    "asked for",
  ]);
  assert.equal(exposure(3, 5), 1, "less than others is no reason to push anybody up");
  assert.ok(exposure(20, 5) < exposure(10, 5));
});

const crowd = Array.from({ length: 12 }, (_, at) => one(`god ${String(at).padStart(2, "0")}`, 0.9 - at / 100));

test("who has waited fourteen days for a first introduction gets a place on the first page", () => {
  const forgotten = one("glemt", 0.3, 0.3, { contacts: 0, listedAt: daysAgo(15) });
  assert.equal(things([...crowd, forgotten])[fairness.page - 1], "glemt");
  assert.equal(things([...crowd, forgotten], 5)[4], "glemt", "on a shorter page too");
  assert.ok(
    !things([...crowd, one("ny", 0.3, 0.3, { contacts: 0, listedAt: daysAgo(13) })])
      .slice(0, fairness.page)
      .includes("ny"),
  );
});

test("the first page is not of one locality alone", () => {
  const elsewhere = one("landsby", 0.3, 0.3, { locality: "land" });
  assert.ok(
    things([...crowd, elsewhere])
      .slice(0, fairness.page)
      .includes("landsby"),
  );
  assert.deepEqual(things([...crowd, one("glemt", 0.3, 0.3, { contacts: 0, listedAt: daysAgo(15) }), elsewhere]).slice(8, 10), [
    "landsby",
    "glemt",
  ]);
});

test("what is worth little beside the best is not shown", () => {
  assert.deepEqual(things([one("bedst", 0.9), one("næsten intet", 0.05)]), ["bedst"]);
});
