// SPDX-License-Identifier: EUPL-1.2
import { reasons, scores, vocabulary, type Vocabulary } from "./words.ts";
import type { Area, Somebody } from "./store.ts";

/** What a theme that the sender chose weighs against the words of the text: about two whole words. */
const themeWeight = 4;

/**
 * The area that a text most likely belongs to. In: all areas with their everyday words, the themes chosen (with the area
 * each usually lies in), title and text. Out: the area's id; undefined where nothing points anywhere.
 */
export function bestArea(areas: Spoken, themes: readonly { area: string | null }[], text: string): string | undefined {
  const points = new Map(scores(wordsOf(areas), text));
  for (const { area } of themes) if (area !== null) points.set(area, (points.get(area) ?? 0) + themeWeight);
  const known = new Set(areas.map(({ id }) => id));
  const [best] = [...points].filter(([id]) => known.has(id)).toSorted((a, b) => b[1] - a[1]);
  return best?.[0];
}

export type Found = { area: Area; words: string[]; people: Somebody[] };

/** So many words say why an area was found. */
const mostWords = 3;
/** What a name that was said weighs: about two whole words. */
const nameWeight = 4;

/**
 * The areas that somebody may mean who asks in their own words, best first, each with why: the words that belong to it, and
 * the people there whose name was said.
 */
export function areasFor(areas: readonly Area[], asked: string): Found[] {
  const points = new Map(scores(wordsOf(areas), asked));
  const words = reasons(wordsOf(areas), asked);
  const said = new Set(longWords(asked));
  const names = (name: string): boolean => longWords(name).some((word) => said.has(word));
  return areas
    .map((area) => {
      const people = [area.contactPerson, area.deputy].filter((person) => names(person.name));
      const score = (points.get(area.id) ?? 0) + (people.length > 0 || names(area.name) ? nameWeight : 0);
      return { area, people, words: (words.get(area.id) ?? []).slice(0, mostWords), score };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ score: _, ...found }) => found);
}

const longWords = (text: string): string[] => text.toLocaleLowerCase("da").match(/\p{L}{4,}/gu) ?? [];

type Spoken = readonly { id: string; keywords: readonly string[] }[];

const known = new WeakMap<Spoken, Vocabulary>();

/** The words of all areas; made once for as long as the areas are the same. */
function wordsOf(areas: Spoken): Vocabulary {
  const words = known.get(areas) ?? vocabulary(areas.map(({ id, keywords }) => [id, keywords] as const));
  known.set(areas, words);
  return words;
}
