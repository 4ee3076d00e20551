// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { texts } from "./texts.ts";

/** What is news to whoever follows a place or a theme: a new post, and one that nobody has answered – its place in the next letter. */
export const news: NonNullable<Feature["news"]> = {
  "exchange.published": (lang) => texts(lang)("news.new"),
  "exchange.unanswered": (lang) => texts(lang)("news.unanswered"),
};
