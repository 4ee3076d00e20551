// SPDX-License-Identifier: EUPL-1.2
import { feedRoutes } from "#platform/feeds/routes.ts";
import type { Visit } from "#platform/http/route.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { themesOf } from "#features/themes/index.ts";
import { ideaKind } from "./cards.ts";
import { Filter } from "./input.ts";
import { paths } from "./paths.ts";
import { within } from "./queries.ts";
import { lastMoved } from "./store-feed.ts";
import { texts } from "./texts.ts";

/** What the address of a feed can choose. */
export const feedKeys = ["locality", "theme"] as const;

/** The ideas that last moved, as cards. */
export const newest = query({
  name: "ideas.newest",
  input: Filter.pick({ locality: true, theme: true }),
  may: anyone,
  api: false,
  async run({ db, input: { locality, theme }, lang, now }) {
    const themes = theme === undefined ? undefined : within(await themesOf(db), theme);
    return ideaKind.cards(db, await lastMoved(db, { locality, themes }), lang, now);
  },
});

export const feedTitle = ({ lang, site }: Visit): string => texts(lang)("feed.title", { name: site.municipality });

export const feeds = feedRoutes({
  of: paths.list,
  query: newest,
  cache: { kinds: ["idea"], keys: feedKeys },
  tell: (cards, visit) => ({ title: feedTitle(visit), description: texts(visit.lang)("feed.description"), cards }),
});
