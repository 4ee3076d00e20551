// SPDX-License-Identifier: EUPL-1.2
import { IntlMessageFormat } from "intl-messageformat";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ComponentChildren } from "preact";
import { root } from "#platform/root.ts";

/** Languages are ISO 639-1 codes; a language exists when every `locales` folder has its file. */
export const languages = ["da", "en"] as const;
export type Lang = (typeof languages)[number];
export const isLang = (value: unknown): value is Lang => languages.some((lang) => lang === value);

export type Values = Record<string, string | number | Date>;
export type Rich = Record<string, string | number | ((children: ComponentChildren) => ComponentChildren)>;

/** Says a message of one slice in one language. `rich` lets `<a>…</a>` in a message become a node. */
export type Say<Key extends string> = {
  (key: Key, values?: Values): string;
  rich(key: Key, values: Rich): ComponentChildren;
  /** The message of a key made at run time, or undefined. */
  maybe(key: string): string | undefined;
  lang: Lang;
};

type Table = Map<string, string>;
const tables = new Map<string, Table>();

let own: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map();
/** Moves each time that texts moved: what was made of them before is made anew. */
let edition = 0;

/** From now on these texts stand in place of the delivered ones, by "slice/lang" and key. The same again costs nothing. */
export function useOverrides(texts: typeof own): void {
  if (texts === own) return;
  own = texts;
  edition += 1;
}

/** The messages of a slice in a language, read once from `locales/<lang>.json` in the slice's folder; undefined: there is no such slice. */
export function tableOf(slice: string, lang: Lang): Table | undefined {
  const known = tables.get(`${slice}/${lang}`);
  if (known) return known;
  const folder = ["features/", "platform/", ""]
    .map((place) => join(root, "src", place + slice))
    .find((place) => existsSync(join(place, "locales")));
  if (folder === undefined) return undefined;
  const messages: unknown = JSON.parse(readFileSync(join(folder, "locales", `${lang}.json`), "utf8"));
  const table: Table = new Map(Object.entries(messages ?? {}).map(([key, text]) => [key, String(text)]));
  tables.set(`${slice}/${lang}`, table);
  return table;
}

/** The texts of one slice, typed by the keys of its Danish file. Out: one `Say` per language, made once. */
export function textsOf<Key extends string>(slice: string): (lang: Lang) => Say<Key> {
  const made = new Map<Lang, Say<Key>>();
  return (lang) => {
    const known = made.get(lang);
    if (known) return known;
    const say = makeSay<Key>(slice, lang);
    made.set(lang, say);
    return say;
  };
}

/** Every key of a slice in a language, for the tests of completeness. */
export const keysOf = (slice: string, lang: Lang): string[] => [...(tableOf(slice, lang)?.keys() ?? [])];

/** A text as it stands now: the municipality's own, else the delivered one. */
const textIn = (slice: string, lang: Lang, key: string): string | undefined =>
  own.get(`${slice}/${lang}`)?.get(key) ?? tableOf(slice, lang)?.get(key);

function makeSay<Key extends string>(slice: string, lang: Lang): Say<Key> {
  const formats = new Map<string, IntlMessageFormat>();
  const texts = new Map<string, string>();
  const pieces = new Map<string, Pieces | undefined>();
  let made = edition;
  const fresh = (): void => {
    if (made === edition) return;
    made = edition;
    formats.clear();
    texts.clear();
    pieces.clear();
  };
  const text = (key: string): string => {
    fresh();
    const known = texts.get(key);
    if (known !== undefined) return known;
    const found = textIn(slice, lang, key);
    if (found === undefined) throw new Error(`No text "${key}" in ${slice}/locales/${lang}.json`);
    texts.set(key, found);
    return found;
  };
  const format = (key: string): IntlMessageFormat => {
    fresh();
    const known = formats.get(key);
    if (known) return known;
    const made = new IntlMessageFormat(text(key), lang === "da" ? "da-DK" : "en-GB");
    formats.set(key, made);
    return made;
  };
  const piecesOf = (key: string): Pieces | undefined => {
    fresh();
    if (!pieces.has(key)) pieces.set(key, simple(format(key)));
    return pieces.get(key);
  };
  const say = (key: Key, values?: Values): string => {
    const plain = text(key);
    if (values === undefined && !plain.includes("{")) return plain;
    return filled(piecesOf(key), values ?? {}) ?? String(format(key).format(values ?? {}));
  };
  return Object.assign(say, {
    lang,
    rich: (key: Key, values: Rich): ComponentChildren => format(key).format<ComponentChildren>(values) as ComponentChildren,
    maybe: (key: string) => textIn(slice, lang, key),
  });
}

/** A message of words and names alone, in turn: words, name, words, name, words. */
type Pieces = { words: string[]; names: string[] };

/** The library's number for `{name}`; 0 are words, and what is above has something to choose or to format. */
const argument = 1;

/** The pieces of a message that has nothing to choose or to format. Most are such, and a page says a hundred of them. */
function simple(format: IntlMessageFormat): Pieces | undefined {
  const found: Pieces = { words: [""], names: [] };
  for (const part of format.getAst()) {
    if (!("value" in part) || part.type > argument) return undefined;
    if (part.type < argument) found.words.push(`${found.words.pop() ?? ""}${part.value}`);
    else {
      found.names.push(part.value);
      found.words.push("");
    }
  }
  return found;
}

/** The message with its values; undefined where one is missing or no plain text or number: the library says what is wrong. */
function filled(pieces: Pieces | undefined, values: Values): string | undefined {
  if (pieces === undefined) return undefined;
  let text = pieces.words[0] ?? "";
  for (const [at, name] of pieces.names.entries()) {
    const value = values[name];
    if (typeof value !== "string" && typeof value !== "number") return undefined;
    text += value + (pieces.words[at + 1] ?? "");
  }
  return text;
}
