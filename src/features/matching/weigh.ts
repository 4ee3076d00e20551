// SPDX-License-Identifier: EUPL-1.2
import type { Theme } from "#features/themes/index.ts";
import type { Described } from "./described.ts";
import type { Ranked } from "./order.ts";
import type { Counterpart } from "./reason.ts";
import { doubtsFor, isAbout, reasonsFor } from "./reasons.ts";
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
    const reasons = reasonsFor(own, other, shared, sharing(other));
    if (reasons.length < least.reasons || !reasons.some(isAbout)) continue;
    const { thing, kind, reference, title, party, locality, contacts, listedAt } = other;
    const shown = { thing, kind, reference, title, reasons, doubts: doubtsFor(own, other) };
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
      const topic = topics(texts.get(other.thing) ?? { forward: 0, backward: 0 }, shared);
      if (Math.min(topic.forward, topic.backward) < least.topic) return [];
      const both = { forward: direction(own, other, topic.forward, now), backward: direction(other, own, topic.backward, now) };
      return [{ other, shared, both, worth: harmonic(both) }];
    })
    .toSorted((a, b) => b.worth - a.worth || (a.other.thing < b.other.thing ? -1 : 1));
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
