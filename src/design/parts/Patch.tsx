// SPDX-License-Identifier: EUPL-1.2
import type { Weave } from "../types.ts";

/** A woven scrap, 56 px: the theme's cloth in a list. Decoration; the theme's name stands in the text. */
export const Patch = ({ weave }: { weave: Weave }) => <Cloth class="patch" weave={weave} />;

/** The woven edge of a card, 14 px. */
export const Selvedge = ({ weave }: { weave: Weave }) => <Cloth class="selvedge" weave={weave} />;

const Cloth = ({ class: className, weave }: { class: string; weave: Weave }) => (
  <svg class={`${className} ${weave}`} aria-hidden="true">
    <rect width="100%" height="100%" fill={`url(#w-${weave})`} />
  </svg>
);
