// SPDX-License-Identifier: EUPL-1.2
import type { z } from "zod";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { localitiesOf } from "#features/places/index.ts";
import { themesOf } from "#features/themes/index.ts";
import { feedKeys } from "./feed.ts";
import { Filter } from "./input.ts";
import { paths } from "./paths.ts";
import { filtersOf } from "./queries.ts";
import { listPosts } from "./store-list.ts";
import { texts } from "./texts.ts";

/** What another site can choose to show: the same as a feed's. */
export const embedKeys = feedKeys;
const Chosen = Filter.pick({ kind: true, type: true, locality: true, theme: true });
export type Chosen = Pick<Partial<z.output<typeof Filter>>, (typeof embedKeys)[number]>;

/** So many posts stand on another site. */
const most = 8;

/** The newest open posts of a choice, as everybody sees them. Three queries at most. */
export const embedded = query({
  name: "exchange.embedded",
  input: Chosen,
  may: anyone,
  api: false,
  async run({ db, input, now, lang }) {
    const [themes, localities] = await Promise.all([themesOf(db), localitiesOf(db)]);
    const posts = (await listPosts(db, filtersOf(input, themes, localities), localDayOf(now), most)).slice(0, most);
    return {
      posts: posts.map(({ id: _, theme: __, ...post }) => post),
      title: titleOf(
        input,
        {
          place: localities.find(({ slug }) => slug === input.locality)?.name,
          theme: themes.find(({ key }) => key === input.theme)?.name[lang],
        },
        lang,
      ),
      chosen: chosenOf(input),
    };
  },
});

/** What another site can choose from, and what it chose. */
export const beforeEmbedding = query({
  name: "exchange.before-embedding",
  input: Chosen,
  may: anyone,
  api: false,
  async run({ db, input, lang }) {
    const [themes, localities] = await Promise.all([themesOf(db), localitiesOf(db)]);
    return {
      localities: localities.map(({ slug, name }) => ({ slug, name })),
      themes: themes.filter(({ parent }) => parent === null).map(({ key, name }) => ({ key, name: name[lang] })),
      chosen: chosenOf(input),
    };
  },
});

const chosenOf = ({ kind, type, locality, theme }: Chosen): Chosen => ({ kind, type, locality, theme });

/** "Nogen mangler · Lokale · Langå". */
function titleOf({ kind, type }: Chosen, { place, theme }: { place: string | undefined; theme: string | undefined }, lang: Lang): string {
  const t = texts(lang);
  const what = kind === undefined ? t("list.title") : t(`embed.title.${kind}`);
  return [what, type && t(`type.${type}`), theme, place].filter((word) => word !== undefined).join(" · ");
}

/** An address of ours with the same choice. */
export function withChoice(path: string, chosen: Chosen): string {
  const keys = new URLSearchParams();
  for (const key of embedKeys) {
    const value = chosen[key];
    if (value !== undefined) keys.set(key, value);
  }
  return keys.size === 0 ? path : `${path}?${keys.toString()}`;
}

/** What somebody pastes into their own page. In: the whole address of ours. */
export const frameCode = (base: string, chosen: Chosen, lang: Lang): string =>
  `<iframe src="${base}${withChoice(paths.embed(lang), chosen).replaceAll("&", "&amp;")}" title="${texts(lang)("list.title")}" width="100%" height="640" loading="lazy" style="border: 0"></iframe>`;

export const embedQueries = [embedded, beforeEmbedding];
