// SPDX-License-Identifier: EUPL-1.2
import { inLanguage } from "#platform/http/path.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

/** Where somebody writes an idea that is about this thing: an answer to its question, or another way of doing it. */
export const ideaAbout = (lang: Lang, reference: string): string => inLanguage(`/ideer/ny?om=${encodeURIComponent(reference)}`, lang);
