// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";
import { names } from "../types.ts";

/** One row: a name, the part kept (0 to 1), and always the two numbers in words ("18 af 23"). */
export type Rate = { name: Content; part: number; words: Content; belowWords?: string };

/**
 * Parts on a common line with the goal dashed. A row under the goal is yellow with a ring and says so in words
 * (`belowWords`, for screen readers). `from` is where the scale begins (0 to 1); write its ends in the text.
 */
export const Rates = ({ rates, goal, from = 0 }: { rates: readonly Rate[]; goal: number; from?: number }) => (
  <ul class="rates">
    {rates.map((rate) => (
      <li>
        <span class="rate-name">{rate.name}</span>
        <svg aria-hidden="true">
          <line class="axis" x1="0" x2="100%" y1="50%" y2="50%" />
          <line class="aim" x1={along(goal, from)} x2={along(goal, from)} y1="0" y2="100%" />
          <circle class={names(rate.part < goal && "below")} cx={along(rate.part, from)} cy="50%" r="8" />
        </svg>
        <span class="numbers">
          {rate.words}
          {rate.part < goal && rate.belowWords !== undefined && <span class="hidden-text"> {rate.belowWords}</span>}
        </span>
      </li>
    ))}
  </ul>
);

const along = (part: number, from: number): string => `${Math.round(Math.min(1, Math.max(0, (part - from) / (1 - from))) * 1000) / 10}%`;
