// SPDX-License-Identifier: EUPL-1.2
import { asset } from "#design/index.ts";
import type { Card } from "#platform/feature.ts";
import { inLanguage } from "#platform/http/path.ts";
import { document, type Caching, type Route, type Values, type Visit } from "#platform/http/route.ts";
import type { Query } from "#platform/operations/operation.ts";
import { atomOf } from "./atom.ts";
import { feedOf } from "./feed.ts";
import { jsonFeedOf } from "./json-feed.ts";

/**
 * The feeds of a page: `/ideer` gets `/ideer/feed.xml` (Atom) and `/ideer/feed.json` (JSON Feed). In: the page's path; a query that
 * finds cards; what the feed is called; how it is shared. Keys of `cache` are those of the address that make another feed.
 */
export function feedRoutes<Result>({
  of,
  query,
  cache,
  tell,
}: {
  of: { pattern: string };
  query: Query<Result>;
  cache: Caching;
  tell(data: Result, visit: Visit): { title: string; description: string; cards: Card[] };
}): Route[] {
  const route = (name: string, type: string, write: typeof atomOf): Route =>
    document({
      path: { pattern: `${of.pattern}/${name}` },
      query,
      cache,
      make(data, visit) {
        const { cards, ...words } = tell(data, visit);
        const at = (ending: string): string => visit.base + addressAt(visit, ending, cache.keys);
        return {
          type: `${type}; charset=utf-8`,
          body: write(
            feedOf(cards, {
              ...words,
              lang: visit.lang,
              base: visit.base,
              publisher: visit.site.municipality,
              page: at(""),
              self: { atom: at("/feed.xml"), json: at("/feed.json") },
              icon: visit.base + (visit.site.colours?.iconHref ?? asset("favicon.svg")),
            }),
          ),
        };
      },
    });
  return [route("feed.xml", "application/atom+xml", atomOf), route("feed.json", "application/feed+json", jsonFeedOf)];
}

export type FeedLink = { href: string; text: string; type: string };

/** For the head of the page itself, so that a reader finds its feeds. In: what the feed is called, and the keys that make another feed. */
export const feedLinks = (visit: Visit, text: string, keys: readonly string[]): FeedLink[] => [
  { text, href: visit.base + addressAt(visit, "/feed.xml", keys), type: "application/atom+xml" },
  { text, href: visit.base + addressAt(visit, "/feed.json", keys), type: "application/feed+json" },
];

/** The page's own address or one below it, in the visit's language and with the same choice. */
function addressAt({ path, lang, asked }: Visit, ending: string, keys: readonly string[]): string {
  const chosen = choiceIn(asked, keys);
  return inLanguage(path.replace(/\/feed\.(xml|json)$/, ""), lang) + ending + (chosen === "" ? "" : `?${chosen}`);
}

function choiceIn(asked: Values, keys: readonly string[]): string {
  const query = new URLSearchParams();
  for (const key of keys) for (const value of [asked[key] ?? []].flat()) if (value !== "") query.append(key, value);
  return query.toString();
}
