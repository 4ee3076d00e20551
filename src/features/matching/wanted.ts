// SPDX-License-Identifier: EUPL-1.2
import type { Locality } from "#features/places/index.ts";
import { analyse } from "./analyse.ts";
import type { Described } from "./described.ts";
import { metresBetween } from "./distance.ts";
import { contributionTypes, otherSide } from "./entry.ts";
import { wordKeys } from "./keys.ts";
import { isKindred } from "./score.ts";
import type { Ask } from "./store-find.ts";
import { caps, keyWeights } from "./weights.ts";

/** What is asked of the other side: the keys of one's own themes, words and type, and of the type in the nearest places. */
export function askOf(own: Described, localities: readonly Locality[]): Ask {
  const { type, themes, point, heading, text } = own;
  const near = point ? nearestTo(point, localities) : [];
  return {
    side: otherSide(own.side),
    type,
    kindred: contributionTypes.filter((other) => isKindred(type, other)),
    near,
    wanted: [
      ...wordKeys(analyse(heading, text)),
      ...themes.flatMap((theme) => [
        { key: `theme:${theme}/${type}`, weight: keyWeights.themeAndType },
        { key: `theme:${theme}`, weight: keyWeights.theme },
      ]),
      ...near.map((id) => ({ key: `at:${id}/${type}`, weight: keyWeights.near })),
      { key: `remote/${type}`, weight: keyWeights.remote },
      { key: `type:${type}`, weight: keyWeights.type },
    ],
  };
}

const nearestTo = (point: NonNullable<Described["point"]>, localities: readonly Locality[]): string[] =>
  localities
    .toSorted((a, b) => metresBetween(point, a) - metresBetween(point, b))
    .slice(0, caps.localities)
    .map(({ id }) => id);
