// SPDX-License-Identifier: EUPL-1.2
import type { Feed, Item } from "./feed.ts";

/** The same as JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeedOf = (feed: Feed): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    language: feed.lang,
    home_page_url: feed.page,
    feed_url: feed.self.json,
    favicon: feed.icon,
    authors: [{ name: feed.publisher }],
    items: feed.items.map(entry),
  });

const entry = (item: Item) => ({
  id: item.url,
  url: item.url,
  title: item.title.toWellFormed(),
  summary: item.summary.toWellFormed(),
  content_text: item.text.toWellFormed(),
  date_published: item.published.toISOString(),
  date_modified: item.updated.toISOString(),
  authors: [{ name: item.who.toWellFormed() }],
  tags: item.tags,
});
