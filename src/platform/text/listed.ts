// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";

// Made once: a format costs more than what it says.
const formats: Record<Lang, Intl.ListFormat> = { da: new Intl.ListFormat("da-DK"), en: new Intl.ListFormat("en-GB") };

/** With commas and "og", as it is said. */
export const listed = (words: readonly string[], lang: Lang): string => formats[lang].format(words);

/** The same of what is more than words: a link, a name in bold. */
export const listedParts = <Part>(parts: readonly Part[], lang: Lang): (Part | string)[] =>
  formats[lang].formatToParts(parts.map((_, at) => String(at))).map(({ type, value }): Part | string => {
    const part = type === "element" ? parts[Number(value)] : undefined;
    return part ?? value;
  });
