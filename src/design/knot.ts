// SPDX-License-Identifier: EUPL-1.2

/**
 * The reef knot as paths: two loops that pass over and under each other. Drawn once here; the word mark, the favicon, the door
 * "I want to help" and the pair of cards use it with ends of different length.
 * In: how far the ends reach to the left and the right (the knot itself lies within 0…40 × 0…28).
 */
export function knot(left: number, right: number): { a: string; b: string; over: readonly Crossing[] } {
  const a = `M${left} 11H13.6C19.4 11 20.2 3.6 26 3.6a10.4 10.4 0 0 1 0 20.8C20.2 24.4 19.4 17 13.6 17H${left}`;
  const b = `M${right} 11H26.4C20.6 11 19.8 3.6 14 3.6a10.4 10.4 0 0 0 0 20.8C19.8 24.4 20.6 17 26.4 17H${right}`;
  return { a, b, over: crossings };
}

/** Where one end lies over the other: the window (x from, width) in which `end` is drawn again on top. */
export type Crossing = { end: "a" | "b"; x: number; width: number };

const crossings: readonly Crossing[] = [
  { end: "a", x: 11, width: 18 },
  { end: "b", x: -2, width: 13 },
  { end: "b", x: 29, width: 13 },
];
