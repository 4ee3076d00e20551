// SPDX-License-Identifier: EUPL-1.2
// For tests only: graded posts. Eighty were written by hand, one need and one offer for each subject; the others are made of other
// sentences about the same subjects, with places, times and types drawn by lot, and with words that mean something else there.
import type { Locality } from "#features/places/index.ts";
import { metresBetween } from "./distance.ts";
import { contributionTypes, type ContributionType, type Side } from "./entry.ts";
import topics from "./testing-topics.json" with { type: "json" };

export type GradedPost = {
  id: number;
  topic: string;
  group: string;
  byHand: boolean;
  side: Side;
  title: string;
  text: string;
  type: ContributionType;
  locality: Locality | undefined;
  slots: number | undefined;
  party: string;
  daysOld: number;
};

/** Sentences that any post may have, some with words that mean something else elsewhere. */
const around = [
  "Vi vil gerne have svar inden længe.",
  "Skriv endelig, hvis du vil vide mere.",
  "Det kan være fast eller bare en enkelt gang.",
  "Alle er velkomne, uanset alder.",
  "Vi har prøvet det før og havde det sjovt.",
  "Ring i løbet af ugen, så finder vi ud af det.",
  "Vi er et lille hold på fem.",
  "Hold jer ikke tilbage.",
  "Det løber sikkert op i et par timer.",
  "Vi skal have det på plads inden sommer.",
  "Det står i bogen over gode gerninger.",
  "Vi mødes gerne over en kop kaffe.",
  "Kørsel aftaler vi.",
  "Kom og se, hvad vi laver.",
  "Vi har haft en god sæson.",
  "Vi giver kage.",
  "Ingen erfaring nødvendig.",
  "Vi er en forening med mange unge.",
  "Det bliver en god tur.",
  "Billeder kan sendes.",
];

/** The same numbers each time (mulberry32). */
export function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** In: the localities, the biggest first; how many besides those written by hand. */
export function gradedPosts(localities: readonly Locality[], others: number, seed = 1): GradedPost[] {
  const lot = lots(seed);
  const any = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(lot() * list.length)];
    if (one === undefined) throw new Error("Nothing to draw from");
    return one;
  };
  const circumstances = () => ({
    locality: lot() < 0.1 ? undefined : lot() < 0.35 ? localities[0] : any(localities),
    slots:
      lot() < 0.5
        ? undefined
        : Array.from({ length: 1 + Math.floor(lot() * 5) }).reduce<number>((mask) => mask | (1 << Math.floor(lot() * 21)), 0),
    party: `name:${Math.floor(lot() * 600)}`,
    daysOld: Math.floor(lot() * 60),
  });
  const usual = (type: string): ContributionType => contributionTypes.find((one) => one === type) ?? "time";
  const typeOf = (type: string): ContributionType => (lot() < 0.85 ? usual(type) : any(contributionTypes));
  const posts: GradedPost[] = [];
  for (const { key, group, type, need, offer } of topics) {
    for (const [side, words] of [
      ["need", need],
      ["offer", offer],
    ] as const) {
      const [title = "", text = ""] = words;
      posts.push({ id: posts.length, topic: key, group, byHand: true, side, title, text, type: usual(type), ...circumstances() });
    }
  }
  for (let made = 0; made < others; made += 1) {
    const { key, group, type, needs, offers } = any(topics);
    const side = lot() < 0.5 ? "need" : "offer";
    const [title = "", text = ""] = any(side === "need" ? needs : offers);
    const said = [text, ...Array.from({ length: Math.floor(lot() * 4) }, () => any(around))].join(" ");
    posts.push({ id: posts.length, topic: key, group, byHand: false, side, title, text: said, type: typeOf(type), ...circumstances() });
  }
  return posts;
}

/** How good a counterpart is: 3 same subject, type, near and a time for both; 2 same subject and type; 1 one of these; 0 none. */
export function grade(own: GradedPost, other: GradedPost): 0 | 1 | 2 | 3 {
  if (own.side === other.side || own.party === other.party) return 0;
  if (own.topic !== other.topic) return own.group === other.group && own.type === other.type ? 1 : 0;
  if (own.type !== other.type) return 1;
  const isNear = !own.locality || !other.locality || metresBetween(own.locality, other.locality) <= 10_000;
  const isThen = own.slots === undefined || other.slots === undefined || (own.slots & other.slots) !== 0;
  return isNear && isThen ? 3 : 2;
}

/** Normalised discounted cumulated gain of the first `at`, with gain 2^grade − 1. In: grades in the order found; all grades there are. */
export function ndcg(found: readonly number[], all: readonly number[], at: number): number {
  const gain = (grades: readonly number[]): number =>
    grades.slice(0, at).reduce((sum, each, index) => sum + (2 ** each - 1) / Math.log2(index + 2), 0);
  const best = gain(all.toSorted((a, b) => b - a));
  return best === 0 ? 1 : gain(found) / best;
}
