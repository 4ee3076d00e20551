// SPDX-License-Identifier: EUPL-1.2
import type { Weave } from "./types.ts";

/** One 14 px piece of each weave; repeated it becomes the cloth. */
export const weaves: Readonly<Record<Weave, string>> = {
  waves: '<path d="M0 4c2.3-3.6 4.7-3.6 7 0s4.7 3.6 7 0M0 11c2.3-3.6 4.7-3.6 7 0s4.7 3.6 7 0"/>',
  rings: '<circle cx="7" cy="7" r="4.9"/><path d="M0 2.1a4.9 4.9 0 0 1 0 9.8M14 2.1a4.9 4.9 0 0 0 0 9.8"/>',
  dots: '<circle cx="3.5" cy="3.5" r="1.9"/><circle cx="10.5" cy="10.5" r="1.9"/>',
  twill: '<path d="m-2 9 11-11M-2 16 16-2M5 16 16 5"/>',
  zigzag: '<path d="m0 6 3.5-4L7 6l3.5-4L14 6M0 13l3.5-4L7 13l3.5-4 3.5 4"/>',
  basket: '<path d="M1 1.5h5M1 4.5h5M9 .5v5.5M12 .5v5.5M2 7.5V13M5 7.5V13M8 8.5h5M8 11.5h5"/>',
};

export const isWeave = (name: string): name is Weave => name in weaves;
