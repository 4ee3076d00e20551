// SPDX-License-Identifier: EUPL-1.2
import { Fragment } from "preact";

export type ChartProps = {
  /** The counts in order; `at` from 0 (start) to 1 (end of the goal's time). */
  counts: readonly { at: number; count: number }[];
  goal: number;
  /** One sentence that says what the chart shows. */
  sentence: string;
  words: { goal: string; pace: string; now: string };
  /** Words under the axis, with where they stand (0 to 1). */
  dates: readonly { at: number; text: string }[];
};

const [left, right, bottom, top] = [34, 406, 226, 44];

/**
 * How far a goal is: what was counted as a stepped thread, the goal dashed in ink, even pace as a thin line. Counts begin at 0;
 * the labels stand on the lines.
 */
export function Chart({ counts, goal, sentence, words, dates }: ChartProps) {
  const ceiling = Math.max(goal, ...counts.map(({ count }) => count), 1);
  const x = (at: number) => round(left + at * (right - left));
  const y = (count: number) => round(bottom - (count / ceiling) * (bottom - top));
  const [first, last] = [counts[0] ?? { at: 0, count: 0 }, counts.at(-1) ?? { at: 0, count: 0 }];
  // Under the point, unless the thread has just risen to it from there.
  const labelDrop = last.count > (counts.at(-2) ?? last).count ? -14 : 26;
  return (
    <svg class="figure-chart" viewBox="0 0 440 262" role="img" aria-label={sentence}>
      {marks(ceiling, goal).map((mark) => (
        <Fragment key={mark}>
          <path class="rule" d={`M${left} ${y(mark)}H${right}`} />
          <text x={left - 8} y={y(mark) + 5} text-anchor="end">
            {mark}
          </text>
        </Fragment>
      ))}
      <path class="goal" d={`M${left} ${y(goal)}H${right}`} />
      <text class="strong" x={left} y={y(goal) - 8}>
        {words.goal}
      </text>
      <path class="pace" d={`M${x(first.at)} ${y(first.count)}L${right} ${y(goal)}`} />
      <Pace from={[x(first.at), y(first.count)]} to={[right, y(goal)]} text={words.pace} />
      <path class="count" d={`M${x(first.at)} ${y(first.count)}${counts.map(({ at, count }) => `H${x(at)}V${y(count)}`).join("")}`} />
      <circle class="pin" cx={x(last.at)} cy={y(last.count)} r="6.5" />
      <text class="strong" x={x(last.at)} y={y(last.count) + labelDrop} text-anchor="middle">
        {words.now}
      </text>
      {dates.map(({ at, text }) => (
        <text x={x(at)} y="252" text-anchor={at === 0 ? "start" : at === 1 ? "end" : "middle"}>
          {text}
        </text>
      ))}
    </svg>
  );
}

function Pace({ from: [fromX, fromY], to: [toX, toY], text }: { from: [number, number]; to: [number, number]; text: string }) {
  const turn = round((Math.atan2(toY - fromY, toX - fromX) * 180) / Math.PI);
  const at = [round(fromX + (toX - fromX) * 0.32), round(fromY + (toY - fromY) * 0.32 - 7)];
  return (
    <text class="pace-words" transform={`translate(${at.join(" ")}) rotate(${turn})`}>
      {text}
    </text>
  );
}

/** Round numbers for the rules, at most five; none where the goal's own line runs. */
function marks(ceiling: number, goal: number): number[] {
  const size = 10 ** Math.floor(Math.log10(ceiling));
  const step = [size / 5, size / 2, size, size * 2, size * 5].find((candidate) => ceiling / candidate <= 5) ?? size;
  const whole = Math.max(1, Math.round(step));
  return Array.from({ length: Math.floor(ceiling / whole) + 1 }, (_, index) => index * whole).filter(
    (mark) => Math.abs(mark - goal) > whole * 0.4,
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
