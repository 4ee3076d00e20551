// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cell, clip, disc, isInside, polygonPath, rectangle, riverPath, softPath, type Point } from "./geometry.ts";

const point = fc.tuple(fc.integer({ min: 0, max: 480 }), fc.integer({ min: 0, max: 480 }));
const apart = (points: readonly Point[]) => new Set(points.map(String)).size === points.length;
const several = fc.array(point, { minLength: 1, maxLength: 40 }).filter(apart);

test("every place lies inside its own field, however close its neighbours are", () => {
  fc.assert(
    fc.property(several, (points) => {
      for (const [index, own] of points.entries()) {
        const field = cell(
          own,
          points.filter((_, other) => other !== index),
          disc(own, 44),
          4.5,
        );
        assert.ok(isInside(own, field), `${own.join(",")} is outside its field`);
      }
    }),
  );
});

test("no field reaches into another place's field: each corner is nearest to its own place", () => {
  fc.assert(
    fc.property(several, (points) => {
      for (const [index, own] of points.entries()) {
        const others = points.filter((_, other) => other !== index);
        for (const corner of cell(own, others, disc(own, 44), 4.5)) {
          const near = Math.hypot(corner[0] - own[0], corner[1] - own[1]);
          for (const other of others) assert.ok(near <= Math.hypot(corner[0] - other[0], corner[1] - other[1]) + 1e-6);
        }
      }
    }),
  );
});

test("red control: a point outside a square is told apart from one inside", () => {
  const square = rectangle(0, 0, 10, 10);
  assert.equal(isInside([5, 5], square), true);
  assert.equal(isInside([11, 5], square), false);
  assert.equal(isInside([5, 5], []), false);
});

test("clipping a square in the middle leaves half of it, and nothing where all lies outside", () => {
  const square = rectangle(0, 0, 10, 10);
  assert.equal(polygonPath(clip(square, { a: 1, b: 0, c: 4 })), "M0 0 4 0 4 10 0 10Z");
  assert.deepEqual(clip(square, { a: 1, b: 0, c: -1 }), []);
});

test("lines are written as plain numbers, never as NaN, also where points fall together", () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 12 }), (points) => {
      for (const path of [softPath(points), riverPath(points, 3, 10), polygonPath(points)]) assert.match(path, /^[MCLZ0-9 .-]*$/);
    }),
  );
});
