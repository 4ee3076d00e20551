// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";
import { Icon, type IconName } from "./Icon.tsx";

/** The signs of a status: each has one sign and one colour, and always words. */
const signs = {
  received: ["circle-dashed", ""],
  waiting: ["hourglass", "wait"],
  examining: ["half", ""],
  "we-do": ["circle-check", "yes"],
  "you-do": ["handshake", "you"],
  merged: ["git-merge", "you"],
  no: ["circle-minus", "no"],
  late: ["triangle-alert", "late"],
  upcoming: ["circle-dashed", ""],
  free: ["circle-check", "yes"],
  full: ["hourglass", "wait"],
  done: ["circle-check", "yes"],
} as const satisfies Record<string, readonly [IconName, string]>;

export type StatusSign = keyof typeof signs;
export const statusSigns = Object.keys(signs) as readonly StatusSign[];

/** A pill with a sign and words, readable in black and white. */
export function Status({ sign, children }: { sign: StatusSign; children: Content }) {
  const [icon, look] = signs[sign];
  return (
    <span class={look === "" ? "status" : `status ${look}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

/** A status with its date or reason directly after it. */
export const StatusLine = ({ sign, words, after }: { sign: StatusSign; words: Content; after?: Content }) => (
  <p class="status-line">
    <Status sign={sign}>{words}</Status>
    {after !== undefined && <span class="small quiet">{after}</span>}
  </p>
);
