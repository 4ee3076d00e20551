// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { drawFields, levelOf, type Locality } from "./fields.ts";
import { drawPortrait, fnv1a } from "./portrait.ts";

const locality = fc.record({
  name: fc.string({ minLength: 1, maxLength: 12 }),
  slug: fc.uuid(),
  lat: fc.double({ min: 56.3, max: 56.7, noNaN: true }),
  lon: fc.double({ min: 9.8, max: 10.4, noNaN: true }),
  count: fc.integer({ min: 0, max: 100 }),
});
const places = fc.array(locality, { minLength: 1, maxLength: 35 });

test("the same places give the same picture, to the last letter", () => {
  fc.assert(fc.property(places, (some) => assert.deepEqual(drawFields(some, []), drawFields(structuredClone(some), []))));
});

test("every place has a field, inside the picture", () => {
  fc.assert(
    fc.property(places, (some) => {
      const { fields, width, height } = drawFields(some, []);
      assert.equal(fields.length, some.length);
      for (const { x, y } of fields) assert.ok(x >= 0 && x <= width && y >= 0 && y <= height, `${x},${y} is outside ${width}×${height}`);
    }),
  );
});

test("north is up and east is right", () => {
  const [south, north] = drawFields([at("syd", 56.4, 10), at("nord", 56.5, 10.1)], []).fields;
  assert.ok(south && north && north.y < south.y && north.x > south.x);
});

test("the thread passes the places it is told to, in order; else the busiest from south to north", () => {
  const three = [at("a", 56.4, 10, 1), at("b", 56.5, 10, 9), at("c", 56.45, 10.1, 5)];
  assert.equal(drawFields(three, [], { thread: ["b", "a"] }).knots.length, 2);
  const northing = drawFields(three, []).knots.map(([, y]) => y);
  assert.deepEqual(
    northing,
    northing.toSorted((a, b) => b - a),
  );
});

test("a place with nothing has level 0, and the levels begin at 3, 7, 13 and 20", () => {
  assert.deepEqual(
    [0, 2, 3, 6, 7, 12, 13, 19, 20, 999].map((count) => levelOf(count)),
    [0, 0, 1, 1, 2, 2, 3, 3, 4, 4],
  );
});

test("no municipality at all is an empty picture, not an error", () => {
  assert.deepEqual(drawFields([], []).fields, []);
});

test("a place's portrait is always the same, and another place's is another", () => {
  assert.deepEqual(drawPortrait("Nordby"), drawPortrait("Nordby"));
  assert.notDeepEqual(drawPortrait("Nordby"), drawPortrait("Sønderby"));
});

test("the seed is FNV-1a: the published values for nothing, a and foobar", () => {
  assert.deepEqual(
    ["", "a", "foobar"].map((text) => fnv1a(text).toString(16)),
    ["811c9dc5", "e40c292c", "bf9cf968"],
  );
});

function at(slug: string, lat: number, lon: number, count = 0): Locality {
  return { name: slug, slug, lat, lon, count };
}
