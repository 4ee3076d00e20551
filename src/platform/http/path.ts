// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";

type Names<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

type Params<Pattern extends string> = [Names<Pattern>] extends [never]
  ? (lang: Lang) => string
  : (lang: Lang, params: Record<Names<Pattern>, string>) => string;

export type Path<Pattern extends string> = Params<Pattern> & { pattern: Pattern };

/**
 * One typed address. In: the Danish pattern ("/ideer/:reference"). Out: a function that fills it, without prefix in
 * Danish and under /en in English; `.pattern` is for the router.
 */
export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const fill = (lang: Lang, params: Record<string, string> = {}): string =>
    inLanguage(
      pattern.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(params[name] ?? "")),
      lang,
    );
  return Object.assign(fill, { pattern }) as Path<Pattern>;
}

/** A Danish address in a language: "/ideer" → "/en/ideer". */
export const inLanguage = (danish: string, lang: Lang): string =>
  lang === "da" ? danish : danish === "/" ? `/${lang}` : danish.startsWith("/?") ? `/${lang}${danish.slice(1)}` : `/${lang}${danish}`;
