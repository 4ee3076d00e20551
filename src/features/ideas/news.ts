// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { texts } from "./texts.ts";

/** What is news to whoever follows a place or a theme. What was brought in from elsewhere is old. */
export const news: NonNullable<Feature["news"]> = {
  "ideas.published": (lang) => texts(lang)("news.new"),
  "ideas.answered": (lang, count) => texts(lang)("news.answered-now", { count }),
};
