// SPDX-License-Identifier: EUPL-1.2
import { knot } from "./knot.ts";
import type { Palette } from "./palette.ts";

/** The knot as a mark for the browser's tab, as SVG. The file stands alone, so its colours are written in, light and dark. */
export function favicon(colours: Pick<Palette, "thread" | "fjord" | "bg">): string {
  const { a, b, over } = knot(-4, 44);
  const path = { a, b };
  const windows = over.map(
    ({ end, x, width }) =>
      `<svg x="${x}" width="${width}" height="28" viewBox="${x} 0 ${width} 28"><path class="g" d="${path[end]}"/><path class="${end}" d="${path[end]}"/></svg>`,
  );
  const side = (index: 0 | 1) =>
    `.a{stroke:${colours.thread[index]}}.b{stroke:${colours.fjord[index]}}.g{stroke:${colours.bg[index]};stroke-width:6}.p{fill:${colours.bg[index]};stroke:none}`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -10 48 48">',
    `<style>path{fill:none;stroke-width:4}${side(0)}@media(prefers-color-scheme:dark){${side(1)}}</style>`,
    '<rect class="p" x="-4" y="-10" width="48" height="48" rx="10"/>',
    `<path class="b" d="${b}"/><path class="a" d="${a}"/>${windows.join("")}</svg>`,
  ].join("");
}
