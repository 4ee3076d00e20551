// SPDX-License-Identifier: EUPL-1.2
import type { Theme } from "#features/themes/index.ts";
import type { Described } from "./described.ts";
import type { Ranked } from "./order.ts";
import type { Counterpart } from "./reason.ts";
import { doubtsFor, isAbout, isLikely, reasonsFor } from "./reasons.ts";
import { direction, harmonic, topics, type Both, type Shared } from "./score.ts";
import { sharingWith } from "./shared-words.ts";
import { textScores } from "./text.ts";
import { caps, least } from "./weights.ts";

/** A counterpart with what its place is decided by. */
export type Weighed = Ranked & { shown: Counterpart };

type Scored = { other: Described; shared: Shared; both: Both };

/**
 * Those that are about the same and have reasons enough, with what each is worth to the other. In: how many are to be shown: reasons
 * are looked for among the best only, with some to spare for who steps back.
 */
export function weigh(
  own: Described,
  open: readonly Described[],
  { themes, limit, now }: { themes: readonly Theme[]; limit: number; now: Date },
): Weighed[] {
  const sharing = sharingWith(own, open);
  const weighed: Weighed[] = [];
  for (const { other, shared, both } of scored(own, open, { themes, now })) {
    if (weighed.length >= limit + caps.spare) break;
    const words = sharing(other);
    const reasons = reasonsFor(own, other, shared, words);
    if (reasons.length < least.reasons || !reasons.some(isAbout)) continue;
    const { thing, kind, reference, title, party, locality, contacts, listedAt } = other;
    const doubts = doubtsFor(own, other);
    const shown = { thing, kind, reference, title, reasons, doubts, likely: isLikely(reasons, doubts) };
    weighed.push({ thing, both, party, locality, contacts, listedAt, shown });
  }
  return weighed;
}

/** Those that are about the same, best first. */
function scored(own: Described, open: readonly Described[], { themes, now }: { themes: readonly Theme[]; now: Date }): Scored[] {
  const texts = textScores(own, open);
  const sharedWith = sharingThemes(own, themes);
  return open
    .flatMap((other) => {
      const shared = sharedWith(other);
      const text = texts.get(other.thing) ?? { forward: 0, backward: 0 };
      const topic = topics(text, shared);
      if (Math.min(text.forward, text.backward) < leastAlike(own, other, shared)) return [];
      const both = { forward: direction(own, other, topic.forward, now), backward: direction(other, own, topic.backward, now) };
      return [{ other, shared, both, worth: harmonic(both) }];
    })
    .toSorted((a, b) => b.worth - a.worth || (a.other.thing < b.other.thing ? -1 : 1));
}

/** How alike the texts must be in the weaker direction, for what both are about to be the same. */
function leastAlike(own: Described, other: Described, { themes }: Shared): number {
  if (themes.length === 0) return least.alike;
  return own.type === other.type ? 0 : least.alikeWithTheme;
}

/** Which themes the two have both, and under which upper themes each has another. */
function sharingThemes(own: Described, themes: readonly Theme[]): (other: Described) => Shared {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const upperOf = (id: string): string => byId.get(id)?.parent ?? id;
  const uppers = new Set(own.themes.map(upperOf));
  const found = (ids: Iterable<string>): Theme[] => [...ids].flatMap((id) => byId.get(id) ?? []);
  return (other) => {
    const both = own.themes.filter((id) => other.themes.includes(id));
    const kindred = new Set(other.themes.filter((id) => !both.includes(id)).map(upperOf));
    return { themes: found(both), kindred: found([...uppers].filter((id) => kindred.has(id))) };
  };
}
