// SPDX-License-Identifier: EUPL-1.2
// X36 of the exchange: of all that could be done, something that goes through. Without it few would ever come as far as to thank each other.
import type { LocalDay } from "#platform/clock/local-day.ts";
import { introductionSteps, isBroker, people, postSteps, type Move, type Step } from "./exchange-cast.ts";
import { expected } from "./exchange-belief.ts";
import type { Belief } from "./exchange-state.ts";

/** What ends it is done seldom, so that there is something left to go on with. */
const ends: readonly Step[] = ["withdraw", "remove", "fulfil", "look-no", "no", "take-back", "give-up"];
const steps: Record<"post" | "introduction", readonly Step[]> = {
  post: [...postSteps, "yes"],
  introduction: [...introductionSteps, "look-yes", "introduce", "bring-together"],
};

/** The move, or another in its place that goes through. */
export function aim(belief: Belief, move: Move, about: "post" | "introduction", dayOf: (move: Move) => LocalDay): Move {
  const { wise } = move;
  if (wise === undefined) return move;
  // Days pass now and then, and where nothing else can be done.
  const days = { ...move, name: "days" as const };
  if (wise % 5 === 0) return days;
  const mix = mixer(wise);
  const some = steps[about].filter((step) => wise % 3 === 0 || !ends.includes(step));
  for (const name of mix(some)) {
    for (const by of mix(people)) {
      for (let which = 0; which < Math.max(1, belief.introductions.length); which += 1) {
        const one = { ...move, name, by, which };
        if (canAsk(one) && expected(structuredClone(belief), one, dayOf(one)) === 200) return one;
      }
    }
  }
  return days;
}

/** A broker who answers a post is one of the two as well: that is not looked at. */
const canAsk = ({ name, by }: Move): boolean => name !== "introduce" || !isBroker(by);

/** Puts lists into an order of its own for each number. */
function mixer(number: number): <T>(all: readonly T[]) => T[] {
  let state = number;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e_37_79_b9) | 0;
    return (state ^ (state >>> 13)) >>> 0;
  };
  return (all) =>
    all
      .map((one): [number, typeof one] => [next(), one])
      .toSorted(([a], [b]) => a - b)
      .map(([, one]) => one);
}
