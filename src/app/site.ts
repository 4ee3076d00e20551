// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { choice } from "#platform/forms/fields.ts";
import type { Feature } from "#platform/feature.ts";
import { page, plain, type Route } from "#platform/http/route.ts";
import { switchedOn } from "#platform/modules.ts";
import { query } from "#platform/operations/operation.ts";
import { cardsOf } from "#platform/links/index.ts";
import { anyone } from "#platform/operations/rule.ts";
import { localitiesWithCounts } from "#features/places/index.ts";
import { DesignPage } from "./pages/design.tsx";
import { answeredLately, asksNow } from "./lately.ts";
import { FrontPage } from "./pages/front.tsx";
import { AccessibilityPage, privacyPage } from "./pages/plain.tsx";
import { paths } from "./paths.ts";
import { makePlaces } from "./place.ts";
import { shareQueries, shareRoutes } from "./share.ts";
import { newestPublic } from "./store.ts";

/** What lies above the slices: front page, the design page, and the pages about the site itself. */
export function makeSite(features: Feature[]): Feature {
  const front = query({
    name: "site.front",
    input: z.object({ place: choice() }),
    may: anyone,
    api: "GET /front",
    async run({ db, input, lang, now, kinds }) {
      const localities = await localitiesWithCounts(db);
      const near = localities.find((locality) => locality.slug === input.place);
      const on = await switchedOn(db, features);
      const shown = on.flatMap((feature) => feature.kinds ?? []);
      const [newest, answered, asks] = await Promise.all([
        newestPublic(db, { locality: near?.id, kinds: shown.map(({ kind }) => kind), limit: 4 }),
        answeredLately(on, db, 4),
        asksNow(on, db, { locality: near?.slug, now, most: 3 }),
      ]);
      const cards = await cardsOf(kinds, db, [...newest, ...answered, ...asks], lang, now);
      const byId = new Map(cards.map((card) => [card.id, card]));
      const pick = (refs: { id: string }[]) => refs.flatMap((ref) => byId.get(ref.id) ?? []);
      return {
        localities,
        near: near && { slug: near.slug, name: near.name },
        newest: pick(newest),
        answered: pick(answered),
        asks: pick(asks),
      };
    },
  });
  const places = makePlaces(features);
  return {
    name: "app",
    rank: 3,
    operations: [],
    queries: [front, ...places.queries, ...shareQueries],
    routes: [
      page({ path: paths.front, query: front, view: FrontPage, cache: { kinds: "all", keys: [], locality: true } }),
      ...places.routes,
      plain({ path: paths.privacy, view: privacyPage(features), may: anyone, cache: { kinds: ["module"], keys: [] } }),
      ...others,
      ...shareRoutes,
    ],
    privacy: [],
  };
}

const others: Route[] = [
  { path: paths.design, view: DesignPage },
  { path: paths.accessibility, view: AccessibilityPage },
].map((spec) => plain({ ...spec, may: anyone, cache: { kinds: [], keys: [] } }));
