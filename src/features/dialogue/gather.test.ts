// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gather, type News } from "./gather.ts";

const start = Date.UTC(2026, 10, 23);
const at = (minutes: number): Date => new Date(start + minutes * 60_000);
const news: fc.Arbitrary<News> = fc.record({
  thing: fc.constantFrom("bænken", "broen", "stien"),
  number: fc.integer({ min: 1, max: 40 }),
  person: fc.constantFrom("karen", "mehmet", null),
  at: fc.integer({ min: 0, max: 4_000 }).map(at),
});

test("a reader hears of what others said, the newest thing first, and never of their own words", () => {
  const said = [
    { thing: "bænken", number: 1, person: "mehmet", at: at(10) },
    { thing: "broen", number: 1, person: "karen", at: at(20) },
    { thing: "broen", number: 2, person: "mehmet", at: at(30) },
    { thing: "bænken", number: 2, person: null, at: at(40) },
  ];
  const told = gather(said, { reader: "karen", since: at(0), until: at(60) });
  assert.deepEqual(
    told.map(({ thing, comments }) => [thing, comments.map(({ number }) => number)]),
    [
      ["bænken", [2, 1]],
      ["broen", [2]],
    ],
  );
});

test("whatever was said: no group is empty, each is newest first, nothing is old or one's own, and days in a row lose and double nothing", () => {
  fc.assert(
    fc.property(fc.uniqueArray(news, { maxLength: 60, selector: ({ thing, number }) => `${thing}${number}` }), (said) => {
      const days = [0, 1440, 2880, 4320];
      const told = days.slice(1).flatMap((until, day) => {
        const groups = gather(said, { reader: "karen", since: at((days[day] ?? 0) - (day === 0 ? 1 : 0)), until: at(until) });
        const newest = groups.map(({ comments }) => comments[0]?.at.getTime() ?? 0);
        assert.deepEqual(
          newest,
          newest.toSorted((a, b) => b - a),
        );
        for (const { comments, thing } of groups) {
          assert.ok(comments.length > 0);
          assert.ok(comments.every((one) => one.thing === thing && one.person !== "karen"));
          assert.deepEqual(
            comments,
            comments.toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.number - a.number),
          );
        }
        return groups.flatMap(({ comments }) => comments);
      });
      const others = said.filter(({ person }) => person !== "karen");
      assert.equal(told.length, others.length);
      assert.equal(new Set(told).size, others.length);
    }),
  );
});

test("the edges of two windows that meet take each moment once", () => {
  const one = [{ thing: "stien", number: 1, person: "mehmet", at: at(60) }];
  assert.equal(gather(one, { reader: "karen", since: at(0), until: at(60) }).length, 1);
  assert.equal(gather(one, { reader: "karen", since: at(60), until: at(120) }).length, 0);
});
