// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Db } from "#platform/db/connect.ts";
import type { Card, Feature, Kinds } from "#platform/feature.ts";
import type { Whereabouts } from "#platform/gathering.ts";
import { feedRoutes } from "#platform/feeds/routes.ts";
import { page, type Route } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { cardsOf } from "#platform/links/index.ts";
import { switchedOn } from "#platform/modules.ts";
import { query, type Query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone } from "#platform/operations/rule.ts";
import { areasOf, localitiesOf, type Locality } from "#features/places/index.ts";
import { themesOf, type Theme } from "#features/themes/index.ts";
import { PlacePage } from "./pages/place.tsx";
import { ThemePage } from "./pages/theme.tsx";
import { gather } from "./place-store.ts";
import { answeredLately } from "./lately.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

/** A group of cards with its title, how many there are in all, and where all of them stand. */
export type Shelf = { kind: string; title: string; count: number; words: string; href: string; cards: Card[] };

/** What lies in a place or on a theme, of all kinds there are. */
export type Gathering = { shelves: Shelf[]; answered: Card[]; newest: Card[] };

export type PlaceData = Gathering & {
  place: { slug: string; name: string; postalCode: string };
  neighbours: { slug: string; name: string; count: number }[];
};

export type ThemeData = Gathering & {
  theme: Pick<Theme, "key" | "name" | "pattern">;
  above: { key: string; name: Theme["name"] } | undefined;
  below: { key: string; name: Theme["name"]; count: number }[];
  contact: { name: string; area: string; areaEn: string; slug: string } | undefined;
};

/** Looked up in a list that is at hand: whatever else is written is not there. */
const slug = () => z.string().max(400);

/** Newest shown of each kind; the list has the rest. */
const perKind = 6;
const neighboursShown = 5;

/** The pages of places and of themes. A kind that comes later stands there by itself. */
export function makePlaces(features: Feature[]): { queries: Query[]; routes: Route[] } {
  const kinds: Kinds = new Map(features.flatMap((feature) => feature.kinds ?? []).map((kind) => [kind.kind, kind]));

  async function gatherAt(
    db: Db,
    {
      at,
      chosen,
      others,
      lang,
      now,
    }: {
      at: Whereabouts;
      chosen: { locality?: string; theme?: string };
      others: { key: string; at: Whereabouts }[];
      lang: Lang;
      now: Date;
    },
  ): Promise<Gathering & { counts: Map<string, number> }> {
    const on = await switchedOn(db, features);
    const names = on.flatMap((feature) => (feature.kinds ?? []).flatMap(({ kind, group }) => (group === undefined ? [] : kind)));
    const [{ groups, counts }, lately] = await Promise.all([
      gather(db, { kinds: names, at, others, most: perKind + answeredShown }),
      answeredLately(on, db, answeredShown, at),
    ]);
    const refs = [...groups.flatMap(({ kind, newest }) => newest.map((id) => ({ kind, id }))), ...lately];
    const cards = new Map((await cardsOf(kinds, db, refs, lang, now)).map((card) => [card.id, card]));
    const answered = lately.flatMap(({ id }) => cards.get(id) ?? []);
    const told = new Set(answered.map(({ id }) => id));
    const shelves = groups.flatMap(({ kind, count, newest }): (Shelf & { order: number })[] => {
      const group = kinds.get(kind)?.group;
      if (!group || count === 0) return [];
      const shown = newest
        .filter((id) => !told.has(id))
        .slice(0, perKind)
        .flatMap((id) => cards.get(id) ?? []);
      return [
        {
          kind,
          order: group.order,
          count,
          cards: shown,
          title: group.title(lang),
          words: group.count(lang, count),
          href: group.list(lang, chosen),
        },
      ];
    });
    const newest = [...cards.values()].toSorted((a, b) => b.at.getTime() - a.at.getTime());
    return { counts, answered, newest, shelves: shelves.toSorted((a, b) => a.order - b.order) };
  }

  const place = query({
    name: "site.place",
    input: z.object({ locality: slug() }),
    may: anyone,
    api: false,
    async run({ db, input, lang, now }): Promise<PlaceData> {
      const localities = await localitiesOf(db);
      const here = localities.find((one) => one.slug === input.locality);
      if (!here) throw notFound();
      const near = nearestTo(here, localities).slice(0, neighboursShown);
      const others = near.map((one) => ({ key: one.slug, at: { locality: one.id } }));
      const { counts, ...found } = await gatherAt(db, { at: { locality: here.id }, chosen: { locality: here.slug }, others, lang, now });
      return {
        ...found,
        place: { slug: here.slug, name: here.name, postalCode: here.postalCode },
        neighbours: near.map((one) => ({ slug: one.slug, name: one.name, count: counts.get(one.slug) ?? 0 })),
      };
    },
  });

  const theme = query({
    name: "site.theme",
    input: z.object({ theme: slug() }),
    may: anyone,
    api: false,
    async run({ db, input, lang, now }): Promise<ThemeData> {
      const [all, areas] = await Promise.all([themesOf(db), areasOf(db)]);
      const here = all.find((one) => one.key === input.theme);
      if (!here) throw notFound();
      const above = all.find(({ id }) => id === here.parent);
      const below = all.filter(({ parent }) => parent === here.id);
      const others = below.map((one) => ({ key: one.key, at: { themes: [one.id] } }));
      const at = { themes: [here.id, ...below.map(({ id }) => id)] };
      const { counts, ...found } = await gatherAt(db, { at, chosen: { theme: here.key }, others, lang, now });
      const area = areas.find(({ id }) => id === (here.area ?? above?.area));
      return {
        ...found,
        theme: { key: here.key, name: here.name, pattern: here.pattern },
        above: above && { key: above.key, name: above.name },
        below: below.map(({ key, name }) => ({ key, name, count: counts.get(key) ?? 0 })),
        contact: area && { name: area.contactPerson.name, area: area.name, areaEn: area.nameEn, slug: area.slug },
      };
    },
  });

  const cache = { kinds: "all", keys: [] } as const;
  return {
    queries: [place, theme],
    routes: [
      page({ path: paths.place, query: place, view: PlacePage, cache }),
      page({ path: paths.theme, query: theme, view: ThemePage, cache }),
      ...feedRoutes({
        of: paths.place,
        query: place,
        cache,
        tell: ({ place: { name }, newest }, { lang }) => ({
          title: texts(lang)("place.feed", { name }),
          description: texts(lang)("place.description", { name }),
          cards: newest,
        }),
      }),
      ...feedRoutes({
        of: paths.theme,
        query: theme,
        cache,
        tell: ({ theme: { name }, newest }, { lang }) => ({
          title: texts(lang)("theme.feed", { name: name[lang] }),
          description: texts(lang)("theme.description", { name: name[lang] }),
          cards: newest,
        }),
      }),
    ],
  };
}

const answeredShown = 4;

/** The others, nearest first. A degree of longitude is about 62 km here, one of latitude 111. */
const nearestTo = (here: Locality, all: Locality[]): Locality[] => {
  const far = (one: Locality): number => Math.hypot((one.lat - here.lat) * 111, (one.lon - here.lon) * 62);
  return all.filter(({ id }) => id !== here.id).toSorted((a, b) => far(a) - far(b));
};
