// SPDX-License-Identifier: EUPL-1.2

/** Common endings of Danish and English nouns, longest first; "" is the word as it stands. */
const endings = [
  "ernes",
  "enes",
  "erne",
  "ene",
  "ens",
  "ets",
  "ers",
  "en",
  "er",
  "et",
  "es",
  "ne",
  "'s",
  "e",
  "n",
  "r",
  "s",
  "t",
  "",
] as const;
/** A keyword shorter than this is only known as a whole word: "sti" ends too many others. */
const leastPart = 4;
/** Nobody has said what it is about later than this; keeps the work small whatever is pasted in. */
const longestText = 4_000;

const weights = { phrase: 3, word: 2, part: 1 } as const;

type Entry = { owner: string; keyword: string };
/** Keywords by owner (an area, a theme), ready to be looked for. */
export type Vocabulary = { words: Map<string, Entry[]>; phrases: Entry[] };

/** In: for each owner its everyday words, in whatever form; several words with a space between are a phrase. */
export function vocabulary(owners: Iterable<readonly [owner: string, words: readonly string[]]>): Vocabulary {
  const words = new Map<string, Entry[]>();
  const phrases: Entry[] = [];
  for (const [owner, list] of owners) {
    for (const keyword of new Set(list.map(lower))) {
      if (keyword.includes(" ")) phrases.push({ owner, keyword });
      else for (const form of formsOf(keyword)) words.set(form, [...(words.get(form) ?? []), { owner, keyword }]);
    }
  }
  return { words, phrases };
}

/** A keyword may itself be inflected: "blomster" is also known by "blomst". */
const formsOf = (keyword: string): string[] => [...stemsOf(keyword)].filter((stem) => stem === keyword || stem.length >= leastPart);

/**
 * How well a text fits each owner, best first; who has no word in it is left out. A keyword counts once however often it
 * stands there: whole with its endings, as the last part of a compound ("skaterbane" has "bane"),
 * or as a phrase.
 */
export const scores = (vocabulary: Vocabulary, text: string): [owner: string, score: number][] =>
  [...hitsIn(vocabulary, text)]
    .map(([owner, hits]): [string, number] => [owner, [...hits.values()].reduce((sum, weight) => sum + weight, 0)])
    .toSorted((a, b) => b[1] - a[1]);

/** Which keywords of each owner a text has, what weighs most first: why it was found. */
export const reasons = (vocabulary: Vocabulary, text: string): Map<string, string[]> =>
  new Map(
    [...hitsIn(vocabulary, text)].map(([owner, hits]) => [owner, [...hits].toSorted((a, b) => b[1] - a[1]).map(([keyword]) => keyword)]),
  );

/** Owner → keyword → what it weighs. */
function hitsIn({ words, phrases }: Vocabulary, text: string): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  const hit = ({ owner, keyword }: Entry, weight: number): void => {
    const hits = found.get(owner) ?? new Map<string, number>();
    found.set(owner, hits.set(keyword, Math.max(weight, hits.get(keyword) ?? 0)));
  };
  const spoken = wordsOf(text);
  for (const word of new Set(spoken)) {
    for (const { form, whole } of formsIn(word, words)) {
      for (const entry of words.get(form) ?? []) hit(entry, whole ? weights.word : weights.part);
    }
  }
  const sentence = ` ${spoken.join(" ")}`;
  for (const entry of phrases) if (sentence.includes(` ${entry.keyword}`)) hit(entry, weights.phrase);
  return found;
}

function* formsIn(word: string, words: Vocabulary["words"]): Generator<{ form: string; whole: boolean }> {
  for (const stem of stemsOf(word)) {
    if (words.has(stem)) yield { form: stem, whole: true };
    for (let at = 2; stem.length - at >= leastPart; at += 1) {
      const part = stem.slice(at);
      if (words.has(part)) yield { form: part, whole: false };
    }
  }
}

/** What a word may be an inflection of: "busserne" → "buss", "bus" …, "skolens" → "skole" … */
function stemsOf(word: string): Set<string> {
  const stems = new Set<string>();
  for (const ending of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
    const stem = word.slice(0, word.length - ending.length);
    stems.add(stem);
    // A short vowel doubles what follows: bus, bussen.
    if (ending !== "" && stem.length > 3 && stem.at(-1) === stem.at(-2)) stems.add(stem.slice(0, -1));
  }
  return stems;
}

const lower = (text: string): string => text.toLocaleLowerCase("da");
const wordsOf = (text: string): string[] => lower(text.slice(0, longestText)).match(/\p{L}[\p{L}\p{N}'-]*/gu) ?? [];
