// SPDX-License-Identifier: EUPL-1.2
import { firstNameOf } from "./first-name.ts";

/** Which name is shown, as its owner chose it. */
export const nameChoices = ["own", "first", "citizen"] as const;
export type NameChoice = (typeof nameChoices)[number];

/**
 * The name that is shown for ever. In: what was chosen and typed, and the account's own. Without a choice only what was typed is
 * shown: nobody's name becomes public by leaving something out.
 */
export function shownNameOf(
  { showAs, name }: { showAs?: NameChoice | undefined; name?: string | undefined },
  own: string | undefined,
): string | null {
  if (showAs === "citizen") return null;
  if (showAs === undefined) return name ?? null;
  const whole = name ?? own;
  return (showAs === "first" ? whole && firstNameOf(whole) : whole) || null;
}
