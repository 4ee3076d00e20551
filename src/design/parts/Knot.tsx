// SPDX-License-Identifier: EUPL-1.2
import { knot } from "../knot.ts";

/** The reef knot's strokes, without a frame. The ends reach from `left` to `right` (the knot is 40 wide, 28 high). */
export function KnotStrokes({ left, right }: { left: number; right: number }) {
  const { a, b, over } = knot(left, right);
  const path = { a, b };
  return (
    <>
      <path class="end-b" d={b} />
      <path class="end-a" d={a} />
      {over.map(({ end, x, width }) => (
        <svg x={x} width={width} height="28" viewBox={`${x} 0 ${width} 28`}>
          <path class="gap" d={path[end]} />
          <path class={`end-${end}`} d={path[end]} />
        </svg>
      ))}
    </>
  );
}

/** The knot by itself, as in the word mark and between two who belong together. */
export const Knot = ({ wide = false }: { wide?: boolean }) => (
  <svg class="knot" viewBox={wide ? "-10 0 60 28" : "-6 1 52 26"} aria-hidden="true">
    <KnotStrokes left={wide ? -12 : -5} right={wide ? 52 : 45} />
  </svg>
);
