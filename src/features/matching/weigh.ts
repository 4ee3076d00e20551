// SPDX-License-Identifier: EUPL-1.2
import type { Theme } from "#features/themes/index.ts";
import type { Described } from "./described.ts";
import type { Ranked } from "./order.ts";
import type { Counterpart } from "./reason.ts";
import { doubtsFor, isAbout, reasonsFor } from "./reasons.ts";
import { direction, topics, type Shared } from "./score.ts";
import { sharingWith } from "./shared-words.ts";
import { textScores } from "./text.ts";
import { least } from "./weights.ts";

/** A counterpart with what its place is decided by. */
export type Weighed = Ranked & { shown: Counterpart };

/** Those that are about the same and have reasons enough, with what each is worth to the other. */
export function weigh(own: Described, open: readonly Described[], { themes, now }: { themes: readonly Theme[]; now: Date }): Weighed[] {
  const texts = textScores(own, open);
  const sharing = sharingWith(own, open);
  const sharedWith = sharingThemes(own, themes);
  return open.flatMap((other) => {
    const shared = sharedWith(other);
    const topic = topics(texts.get(other.thing) ?? { forward: 0, backward: 0 }, shared);
    if (Math.min(topic.forward, topic.backward) < least.topic) return [];
    const reasons = reasonsFor(own, other, shared, sharing(other));
    if (reasons.length < least.reasons || !reasons.some(isAbout)) return [];
    const both = { forward: direction(own, other, topic.forward, now), backward: direction(other, own, topic.backward, now) };
    const { thing, kind, reference, title, party, locality, contacts, listedAt } = other;
    return [
      {
        thing,
        both,
        party,
        locality,
        contacts,
        listedAt,
        shown: {
          thing,
          kind,
          reference,
          title,
          reasons,
          doubts: doubtsFor(own, other),
        },
      },
    ];
  });
}

/** Which themes the two have both, and under which upper themes each has another. */
function sharingThemes(own: Described, themes: readonly Theme[]): (other: Described) => Shared {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const upperOf = (id: string): string => byId.get(id)?.parent ?? id;
  const uppers = new Set(own.themes.map(upperOf));
  return (other) => {
    const both = own.themes.filter((id) => other.themes.includes(id));
    const kindred = new Set(other.themes.filter((id) => !both.includes(id)).map(upperOf));
    const found = (ids: Iterable<string>): Theme[] => [...ids].flatMap((id) => byId.get(id) ?? []);
    return { themes: found(both), kindred: found([...uppers].filter((id) => kindred.has(id))) };
  };
}
