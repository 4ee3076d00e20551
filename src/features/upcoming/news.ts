// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { texts } from "./texts.ts";

/** What is news to whoever follows a place or a theme. */
export const news: NonNullable<Feature["news"]> = {
  "upcoming.published": (lang) => texts(lang)("news.new"),
  "upcoming.moved": (lang) => texts(lang)("news.moved"),
  "upcoming.told": (lang) => texts(lang)("news.told"),
};
