// SPDX-License-Identifier: EUPL-1.2
import type { icons } from "../icons.gen.ts";

export type IconName = keyof typeof icons;

/** A sign beside a word (24-grid, one round stroke). It never stands alone, so it is hidden for screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`#i-${name}`} />
  </svg>
);
