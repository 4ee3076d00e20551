// SPDX-License-Identifier: EUPL-1.2
import type { Colour } from "./tokens.ts";

/** Contrast ratio of two #rgb or #rrggbb colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of a colour, 0 (black) to 1 (white) (WCAG 2.2, "relative luminance", sRGB). */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex === undefined) throw new Error(`"${colour}" is not a colour as #rgb or #rrggbb`);
  const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : [hex.slice(0, 2), hex.slice(2, 4), hex.slice(4)];
  return pairs.map((pair) => parseInt(pair, 16) / 255);
}

/** Every pair of ink and ground that is used for words: at least 7:1 (WCAG 1.4.6, level AAA). */
export const textPairs: readonly (readonly [ink: Colour, ground: Colour])[] = [
  ...over(["text", "text-2", "link"], ["bg", "surface", "mist", "straw"]),
  ["text", "thread-tint"],
  ["text", "fjord-tint"],
  ["link", "thread-tint"],
  ["link", "fjord-tint"],
  ["on-fjord", "fjord"],
  ["on-fjord", "fjord-hover"],
  ["eng", "eng-tint"],
  ["eng", "bg"],
  ["sky", "sky-tint"],
  ["sky", "bg"],
  ["korn-ink", "korn-tint"],
  ["lyng", "lyng-tint"],
  ["lyng", "bg"],
  ["on-korn", "korn"],
  ["error", "bg"],
  ["error", "surface"],
];

/** What is not words but must be seen: borders of controls, the focus ring, the thread. At least 3:1 (WCAG 1.4.11). */
export const partPairs: readonly (readonly [part: Colour, ground: Colour])[] = [
  ...over(["line-strong", "fjord", "thread"], ["bg", "surface", "mist", "straw"]),
  ["thread", "thread-tint"],
  ["fjord", "thread-tint"],
  ["error", "bg"],
  ["eng", "surface"],
  ["eng", "bg"],
  ["korn-ink", "bg"],
];

function over(inks: readonly Colour[], grounds: readonly Colour[]): (readonly [Colour, Colour])[] {
  return inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const));
}
