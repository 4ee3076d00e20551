// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";
import { KnotStrokes } from "./Knot.tsx";

/** The three drawings of the thread, each one stroke: a loop with a spark, the knot, an open end and a ring. */
export function DoorDrawing({ kind }: { kind: "idea" | "help" | "missing" }) {
  if (kind === "idea") return <Idea />;
  if (kind === "help") return <Help />;
  return <OpenEnd from={-90} to={310} />;
}

const Frame = ({ children }: { children: Content }) => (
  <svg class="drawing" viewBox="0 0 220 96" preserveAspectRatio="xMidYMid meet" overflow="visible" aria-hidden="true">
    {children}
  </svg>
);

const Idea = () => (
  <Frame>
    <path d="M-90 71C-36 82 44 80 82 70 122 59 121 21 96 22 71 24 75 71 115 69 149 67 158 45 177 35" />
    <circle class="spark" cx="184" cy="30" r="7.5" />
    <path class="dotted" d="M184 14V5M195 19l8-8M201 32h11" />
  </Frame>
);

const Help = () => (
  <Frame>
    <g class="tied" transform="translate(40 -1) scale(3.5)">
      <KnotStrokes left={-45} right={85} />
    </g>
  </Frame>
);

/** An end that reaches for a ring: something is missing. Empty pages use it too. */
export const OpenEnd = ({ from = 4, to = 216 }: { from?: number; to?: number }) => (
  <Frame>
    <path d={from < 0 ? `M${from} 22C-30 14 40 26 76 48` : `M${from} 22C40 20 58 36 76 48`} />
    <path class="dotted" d="M86 55C103 66 118 64 133 54" />
    <path class="end-b" d={to > 220 ? `M${to} 66C250 74 210 71 174 56` : `M${to} 66C200 68 190 64 174 56`} />
    <circle class="end-b" cx="158" cy="48" r="17" />
  </Frame>
);
