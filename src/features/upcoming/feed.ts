// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import { feedRoutes } from "#platform/feeds/routes.ts";
import type { Visit } from "#platform/http/route.ts";
import { query } from "#platform/operations/operation.ts";
import { listingKind } from "./cards.ts";
import { Filter } from "./input.ts";
import { paths } from "./paths.ts";
import { anyone } from "./rules.ts";
import { newestListings } from "./store-list.ts";
import { texts } from "./texts.ts";

/** What the address of a feed can choose. */
export const feedKeys = ["locality"] as const;

/** What came on its way last, as cards. */
export const newest = query({
  name: "upcoming.newest",
  input: Filter.pick({ locality: true }),
  may: anyone,
  api: false,
  run: async ({ db, input: { locality }, lang, now }) =>
    listingKind.cards(db, await newestListings(db, locality, localDayOf(now)), lang, now),
});

export const feedTitle = ({ lang, site }: Visit): string => texts(lang)("feed.title", { name: site.municipality });

export const feeds = feedRoutes({
  of: paths.list,
  query: newest,
  cache: { kinds: ["listing"], keys: feedKeys },
  tell: (cards, visit) => ({ title: feedTitle(visit), description: texts(visit.lang)("list.description"), cards }),
});
