// SPDX-License-Identifier: EUPL-1.2
import { firstNameOf } from "#platform/text/first-name.ts";

/** Which name is shown, as its owner chose it. */
export const nameChoices = ["own", "first", "citizen"] as const;
export type NameChoice = (typeof nameChoices)[number];

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
  if (onBehalf === undefined || onBehalfKind === undefined) return { shownName: nameOf(chosen, own), onBehalf: null, onBehalfKind: null };
  return { shownName: onBehalfKind === "organisation" ? nameOf(chosen, own) : null, onBehalf, onBehalfKind };
}

/** Without a choice only what was typed is shown: nobody's name becomes public by leaving something out. */
function nameOf({ showAs, name }: { showAs?: NameChoice | undefined; name?: string | undefined }, own: string | undefined): string | null {
  if (showAs === "citizen") return null;
  if (showAs === undefined) return name ?? null;
  const whole = name ?? own;
  return (showAs === "first" ? whole && firstNameOf(whole) : whole) || null;
}
