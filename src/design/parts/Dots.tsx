// SPDX-License-Identifier: EUPL-1.2

const perRow = 11;
const apart = 18;
const radius = 5.5;

/**
 * Answers as dots, one for each: those that kept the promise green, the late ones yellow. Hidden for screen readers:
 * the numbers stand in words beside.
 */
export function Dots({ kept, total }: { kept: number; total: number }) {
  const rows = Math.max(1, Math.ceil(total / perRow));
  return (
    <svg class="figure-dots" viewBox={`0 0 ${perRow * apart} ${rows * apart}`} aria-hidden="true">
      <path d={rowsOfDots(0, kept)} />
      <path class="late-dots" d={rowsOfDots(kept, total)} />
    </svg>
  );
}

/** Path data with a zero-length stroke for each dot from `from` up to `to`; round ends make them dots. */
function rowsOfDots(from: number, to: number): string {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const dot = from + index;
    return `M${(dot % perRow) * apart + apart / 2} ${Math.floor(dot / perRow) * apart + radius + 1}h0`;
  }).join("");
}
