// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import { feedRoutes } from "#platform/feeds/routes.ts";
import type { Visit } from "#platform/http/route.ts";
import { cardsOf } from "#platform/links/index.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { localitiesOf } from "#features/places/index.ts";
import { themesOf } from "#features/themes/index.ts";
import { Filter } from "./input.ts";
import { paths } from "./paths.ts";
import { filtersOf } from "./queries.ts";
import { listPosts } from "./store-list.ts";
import { texts } from "./texts.ts";

/** What the address of a feed can choose. */
export const feedKeys = ["kind", "type", "locality", "theme"] as const;
const most = 30;

/** The newest posts, as cards. */
export const newest = query({
  name: "exchange.newest",
  input: Filter.pick({ kind: true, type: true, locality: true, theme: true }),
  may: anyone,
  api: false,
  async run({ db, input, lang, now, kinds }) {
    const [themes, localities] = await Promise.all([themesOf(db), localitiesOf(db)]);
    const posts = await listPosts(db, filtersOf(input, themes, localities), localDayOf(now), most);
    return cardsOf(kinds, db, posts.slice(0, most), lang, now);
  },
});

export const feedTitle = ({ lang, site }: Visit): string => texts(lang)("feed.title", { name: site.municipality });

export const feeds = feedRoutes({
  of: paths.list,
  query: newest,
  cache: { kinds: ["offer", "need"], keys: feedKeys },
  tell: (cards, visit) => ({ title: feedTitle(visit), description: texts(visit.lang)("feed.description"), cards }),
});
