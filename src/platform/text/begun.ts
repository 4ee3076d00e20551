// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";

/** As the beginning of a line or a sentence: "mandag 30. november" → "Mandag 30. november". */
export const begun = (words: string, lang: Lang): string => words.charAt(0).toLocaleUpperCase(lang) + words.slice(1);
