// SPDX-License-Identifier: EUPL-1.2
import type { Entry } from "./entry.ts";

/** What a thing is found by besides its words. The other side asks for the same keys. */
export const keysOf = ({ type, themes, locality, remote }: Pick<Entry, "type" | "themes" | "locality" | "remote">): string[] => [
  ...themes.flatMap((theme) => [`theme:${theme}`, `theme:${theme}/${type}`]),
  `type:${type}`,
  ...(locality ? [`at:${locality}/${type}`] : []),
  ...(remote ? [`remote/${type}`] : []),
];
