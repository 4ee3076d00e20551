// SPDX-License-Identifier: EUPL-1.2
import type { Weave } from "#design/index.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { scores, vocabulary, type Vocabulary } from "#features/places/index.ts";

/** `parent` is null on the upper level. `area` is where things on this theme usually belong. */
export type Theme = { id: string; key: string; parent: string | null; name: Record<Lang, string>; pattern: Weave; area: string | null };
/** With all words it is known by, of every language. */
export type SpokenTheme = Theme & { synonyms: readonly string[] };

/** Words that a name has only to hold it together. */
const small = new Set(["og", "and", "of", "the", "i", "på", "til", "for", "med"]);

/**
 * What a text is about, best first. In: all themes; title and text; at most how many. The lower level is more exact: an
 * upper theme is left out where one of its own is found.
 */
export function bestThemes<T extends SpokenTheme>(themes: readonly T[], text: string, most: number): T[] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const found = scores(vocabularyOf(themes), text).flatMap(([id]) => byId.get(id) ?? []);
  const parents = new Set(found.map((theme) => theme.parent));
  return found.filter((theme) => !parents.has(theme.id)).slice(0, most);
}

const known = new WeakMap<readonly SpokenTheme[], Vocabulary>();

/** The words of all themes; made once for as long as the themes are the same. */
function vocabularyOf(themes: readonly SpokenTheme[]): Vocabulary {
  const words = known.get(themes) ?? vocabulary(themes.map((theme) => [theme.id, wordsOf(theme)] as const));
  known.set(themes, words);
  return words;
}

const wordsOf = ({ name, synonyms }: SpokenTheme): string[] => [
  ...synonyms,
  ...Object.values(name).flatMap((words) =>
    words
      .toLocaleLowerCase("da")
      .split(/[^\p{L}-]+/u)
      .filter((word) => word.length > 2 && !small.has(word)),
  ),
];

/** Both levels as a person reads them: each upper theme with its own, in the order of the language. */
export function onTwoLevels<T extends Theme>(themes: readonly T[], lang: Lang): { theme: T; below: T[] }[] {
  const order = new Intl.Collator(lang === "da" ? "da-DK" : "en-GB");
  const sorted = themes.toSorted((a, b) => order.compare(a.name[lang], b.name[lang]));
  return sorted
    .filter((theme) => theme.parent === null)
    .map((theme) => ({ theme, below: sorted.filter((other) => other.parent === theme.id) }));
}
