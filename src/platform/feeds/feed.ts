// SPDX-License-Identifier: EUPL-1.2
import type { Card } from "#platform/feature.ts";
import { platformTexts } from "#platform/forms/say-errors.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

/** What a feed reader is told, whatever format it asks for. All addresses are whole. */
export type Feed = {
  title: string;
  description: string;
  lang: Lang;
  /** Who publishes it. */
  publisher: string;
  /** The page that shows the same. */
  page: string;
  self: Record<"atom" | "json", string>;
  icon: string;
  items: Item[];
};

export type Item = {
  url: string;
  title: string;
  /** In a few words, and with status and newest answer. */
  summary: string;
  text: string;
  who: string;
  tags: string[];
  published: Date;
  /** When something was last said about it: a reader shows it as new again. */
  updated: Date;
};

export type FeedOptions = Omit<Feed, "items"> & { base: string };

/** Cards of things of any kinds as a feed, what moved last first. */
export function feedOf(cards: Card[], { base, ...feed }: FeedOptions): Feed {
  const items = cards.map((card) => itemOf(card, feed.lang, base));
  return { ...feed, items: items.toSorted((a, b) => b.updated.getTime() - a.updated.getTime()) };
}

function itemOf(card: Card, lang: Lang, base: string): Item {
  const t = platformTexts(lang);
  const { answer, status, at } = card;
  const said = answer && t("feed.answer", { who: answer.who, said: answer.said });
  const stands = status && [status.label, status.detail].filter(Boolean).join(" · ");
  return {
    url: base + card.href,
    title: card.title,
    summary: card.summary,
    text: [card.summary, stands, said].filter(Boolean).join("\n\n"),
    who: card.who,
    tags: [card.sign.text, card.place].filter((tag) => typeof tag === "string"),
    published: at,
    updated: answer && answer.at > at ? answer.at : at,
  };
}

/** When anything in it last moved; a feed without anything never has. */
export const updatedOf = ({ items: [newest] }: Feed): Date => newest?.updated ?? new Date(0);
