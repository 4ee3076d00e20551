// SPDX-License-Identifier: EUPL-1.2
import { cell, polygonPath, rectangle, riverPath, softPath, type Point } from "./geometry.ts";

export type Portrait = {
  width: number;
  height: number;
  fields: readonly { level: number; path: string }[];
  water: string;
  thread: string;
  knots: readonly Point[];
};

const [width, height, columns, rows] = [620, 150, 10, 4];

/**
 * A wide strip of fields for a place, an event, a theme. In: its name. Out: path data. The name alone decides: the same place
 * always looks the same, and no two alike.
 */
export function drawPortrait(name: string): Portrait {
  const next = randomFrom(fnv1a(name));
  const points = Array.from({ length: columns * rows }, (_, index): Point => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const shift = row % 2 === 0 ? 0.3 : 0.7;
    return [((column + shift + (next() - 0.5) * 0.62) * width) / columns, ((row + 0.5 + (next() - 0.5) * 0.6) * height) / rows];
  });
  const frame = rectangle(-12, -12, width + 12, height + 12);
  const fields = points.map((point, index) => ({
    level: Math.floor(next() * 5),
    path: polygonPath(
      cell(
        point,
        points.filter((_, other) => other !== index),
        frame,
        5,
      ),
    ),
  }));
  const water = stream(next);
  const from: Point = [90 + next() * 170, 34 + next() * 82];
  const to: Point = [370 + next() * 170, 34 + next() * 82];
  const sag: Point = [(from[0] + to[0]) / 2, Math.min(118, Math.max(from[1], to[1]) + 24)];
  return { width, height, fields, water, thread: softPath([from, sag, to]), knots: [from, to] };
}

function stream(next: () => number): string {
  const rises = next() < 0.5;
  const points = Array.from({ length: 7 }, (_, index): Point => {
    const part = index / 6;
    const slope = (rises ? 1 - part : part) * 90 + 30;
    return [-20 + part * (width + 40), slope + (next() - 0.5) * 46];
  });
  return riverPath(points, 8, 15);
}

/** FNV-1a, 32 bits, over the UTF-8 bytes. */
export function fnv1a(text: string): number {
  return new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
}

/** A row of numbers from 0 to 1 that one seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
