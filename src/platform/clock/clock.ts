// SPDX-License-Identifier: EUPL-1.2

/** The only source of "now". Rules and pages are given a `now`; only doors and jobs ask a clock. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until somebody moves it. `advance` takes milliseconds. */
export type FixedClock = Clock & { set(to: Date | string): void; advance(milliseconds: number): void };

/** In: an instant, or ISO 8601 text with its offset. For tests, and for a demo told at a certain day. */
export function fixedClock(start: Date | string): FixedClock {
  let at = instantOf(start);
  return {
    now: () => new Date(at),
    set: (to) => {
      at = instantOf(to);
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}

function instantOf(value: Date | string): number {
  const at = new Date(value).getTime();
  if (Number.isNaN(at)) throw new RangeError(`Not an instant: ${String(value)}`);
  return at;
}
