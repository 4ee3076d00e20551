// SPDX-License-Identifier: EUPL-1.2
import { remember } from "#platform/remember.ts";
import { analyse, tellingWords, type Terms } from "./analyse.ts";
import type { Described } from "./described.ts";
import { sharedPart, shortest } from "./like-words.ts";
import { textWeights } from "./weights.ts";

/** How much of what the one says the other says too: of one's own in theirs, and of theirs in one's own. From 0, both alike 2. */
export type TextScore = { forward: number; backward: number };

type Text = Pick<Described, "thing" | "heading" | "text">;
/** A text as it is compared: stems with their weights, those of them that may be parts, and its groups of four letters. */
type Read = { terms: Terms; long: string[]; letters: ReadonlySet<string> };
type Weigh = (word: string, weight: number) => number;

/**
 * How alike texts are, in both directions: stems that both have, weighed by how few of the candidates have them, and groups of
 * four letters, which see "tur i skoven" in "skovtur". In: one's own text and at most some hundreds of others. The only place that
 * knows how Danish is compared: a better reader replaces this function, and `analyse`, which says what a text is found by.
 */
export function textScores(own: Text, candidates: readonly Text[]): Map<string, TextScore> {
  const mine = read(own);
  const theirs = candidates.map(read);
  const weigh = rarity([mine, ...theirs].map(({ terms }) => terms));
  const kin = kinOf(mine, theirs);
  const ownLoad = load(mine, weigh);
  const alike = letterScores(
    mine.letters,
    theirs.map(({ letters }) => letters),
  );
  return new Map(
    theirs.map((other, at) => {
      const letters = textWeights.letters * (alike[at] ?? 0);
      const [thing = "", both] = [candidates[at]?.thing, had(mine, other, { weigh, kin })];
      const part = (some: number, whole: number): number => (whole === 0 ? 0 : textWeights.words * Math.min(1, some / whole)) + letters;
      return [thing, { forward: part(both.forward, ownLoad), backward: part(both.backward, load(other, weigh)) }];
    }),
  );
}

const read = ({ heading, text }: Text): Read => readText(`${heading}\n${text}`);

/** The same posts are candidates again and again. */
const readText = remember((whole: string): Read => {
  const [heading = "", ...text] = whole.split("\n");
  const terms = analyse(heading, text.join("\n"));
  return { terms, long: [...terms.keys()].filter((word) => word.length >= shortest), letters: lettersOf(whole) };
}, 3_000);

/** Groups of four letters of each word with its beginning and end. */
function lettersOf(text: string): Set<string> {
  const groups = new Set<string>();
  for (const word of tellingWords(text)) {
    const padded = ` ${word} `;
    for (let at = 0; at + 4 <= padded.length; at += 1) groups.add(padded.slice(at, at + 4));
  }
  return groups;
}

/** The fewer have it, the more it says. In: texts. Out: what a word weighs, from nearly 0 where all have it. */
function rarity(texts: readonly Terms[]): Weigh {
  const having = new Map<string, number>();
  for (const text of texts) for (const word of text.keys()) having.set(word, (having.get(word) ?? 0) + 1);
  const weights = new Map([...having].map(([word, times]) => [word, rare(times, texts.length)]));
  return (word, plain) => plain * (weights.get(word) ?? 0);
}

const rare = (having: number, all: number): number => Math.log(1 + (all - having + 0.5) / (having + 0.5));

/** Word of the others → one's own words that it shares a part with. */
function kinOf(mine: Read, theirs: readonly Read[]): Map<string, string[]> {
  const words = new Set(theirs.flatMap(({ long }) => long));
  return new Map(
    [...words].flatMap((word): [string, string[]][] => {
      const own = mine.long.filter((long) => sharedPart(word, long) !== undefined);
      return own.length > 0 ? [[word, own]] : [];
    }),
  );
}

/** What of one's own weight the other has too, as the same stem or, for less, as a part of another one; and what of the other's oneself. */
function had(mine: Read, other: Read, { weigh, kin }: { weigh: Weigh; kin: ReadonlyMap<string, string[]> }): TextScore {
  const [same, like] = [new Set<string>(), new Set<string>()];
  let backward = 0;
  for (const [word, plain] of other.terms) {
    const own = kin.get(word);
    if (mine.terms.has(word)) {
      same.add(word);
      backward += weigh(word, plain);
    } else if (own) backward += textWeights.likeWord * weigh(word, plain);
    for (const each of own ?? []) like.add(each);
  }
  const weight = (word: string): number => weigh(word, mine.terms.get(word) ?? 0);
  const forward = sum([...same].map(weight)) + textWeights.likeWord * sum([...like].filter((word) => !same.has(word)).map(weight));
  return { forward, backward };
}

/** What a text weighs by its heaviest words. */
const load = ({ terms }: Read, weigh: Weigh): number =>
  sum(
    [...terms]
      .map(([word, plain]) => weigh(word, plain))
      .toSorted((a, b) => b - a)
      .slice(0, textWeights.most),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/**
 * How alike in letters, about as their cosine: groups weigh by how few have them. What the others have besides is taken to be as rare
 * as one's own, so that only one's own are counted.
 */
function letterScores(own: ReadonlySet<string>, others: readonly ReadonlySet<string>[]): number[] {
  const groups = [...own];
  const found = others.map((other) => groups.filter((group) => other.has(group)));
  const having = new Map<string, number>();
  for (const group of found.flat()) having.set(group, (having.get(group) ?? 1) + 1);
  const weights = new Map(groups.map((group) => [group, rare(having.get(group) ?? 1, others.length + 1) ** 2]));
  const weightOf = (group: string): number => weights.get(group) ?? 0;
  const length = sum(groups.map(weightOf));
  return found.map((some, at) =>
    some.length === 0 ? 0 : (sum(some.map(weightOf)) / length) * Math.sqrt(own.size / (others[at]?.size ?? 1)),
  );
}
