// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast, luminance, partPairs, textPairs } from "./contrast.ts";
import { colours, type Colour, type Pair } from "./tokens.ts";

const sides = [
  ["light", 0],
  ["dark", 1],
] as const;

for (const [name, side] of sides) {
  test(`every word can be read at 7:1 or more in ${name}`, () => {
    assert.deepEqual(tooWeak(textPairs, side, 7, colours), []);
  });
  test(`every border, ring and thread can be seen at 3:1 or more in ${name}`, () => {
    assert.deepEqual(tooWeak(partPairs, side, 3, colours), []);
  });
}

test("red control: a paler second ink is caught, and named with its ratio", () => {
  const paler = { ...colours, "text-2": ["#6b7f7d", "#b9cbc7"] } satisfies Record<Colour, Pair>;
  assert.deepEqual(
    tooWeak(textPairs, 0, 7, paler).map((line) => line.split(" ")[0]),
    ["text-2", "text-2", "text-2", "text-2"],
  );
});

test("the formula is WCAG's: black on white is 21, and a known grey is 4.54", () => {
  assert.equal(contrast("#000", "#fff"), 21);
  assert.equal(contrast("#767676", "#ffffff").toFixed(2), "4.54");
  assert.equal(luminance("#f00").toFixed(4), "0.2126");
  assert.throws(() => luminance("red"), /not a colour/);
});

type Pairs = readonly (readonly [Colour, Colour])[];

function tooWeak(pairs: Pairs, side: 0 | 1, least: number, palette: Record<Colour, Pair>): string[] {
  assert.ok(pairs.length >= 10, "the list of pairs must not be emptied");
  return pairs
    .map(([ink, ground]) => ({ ink, ground, ratio: contrast(palette[ink][side], palette[ground][side]) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ ink, ground, ratio }) => `${ink} on ${ground} is ${ratio.toFixed(2)}, at least ${least} is needed`);
}
