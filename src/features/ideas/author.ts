// SPDX-License-Identifier: EUPL-1.2
import { shownNameOf, type NameChoice } from "#platform/text/shown-name.ts";

/** On whose behalf: an association or a business; a school class; another group of children or young people. */
export const behalfKinds = ["organisation", "class", "group"] as const;
export type BehalfKind = (typeof behalfKinds)[number];
export const isBehalfKind = (value: unknown): value is BehalfKind => behalfKinds.some((kind) => kind === value);

/** Who an idea is shown to be from: kept as it was chosen, never made anew from an account. */
export type Author = { shownName: string | null; onBehalf: string | null; onBehalfKind: BehalfKind | null };

/**
 * What is shown for ever, from what was chosen and written. In: `name` as it was typed, or else the account's own. A class or a
 * group of children is shown without any person's name, so that no child's is ever there.
 */
export function authorOf(
  chosen: {
    showAs?: NameChoice | undefined;
    name?: string | undefined;
    onBehalf?: string | undefined;
    onBehalfKind?: BehalfKind | undefined;
  },
  own: string | undefined,
): Author {
  const { onBehalf, onBehalfKind } = chosen;
  if (onBehalf === undefined || onBehalfKind === undefined)
    return { shownName: shownNameOf(chosen, own), onBehalf: null, onBehalfKind: null };
  return { shownName: onBehalfKind === "organisation" ? shownNameOf(chosen, own) : null, onBehalf, onBehalfKind };
}
