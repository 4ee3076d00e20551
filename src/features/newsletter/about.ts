// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { areasOf, localitiesOf } from "#features/places/index.ts";
import { onTwoLevels, themesOf } from "#features/themes/index.ts";
import type { Target } from "./store.ts";
import { texts } from "./texts.ts";

/** What can be followed, as it stands in an address ("sted-langaa", "emne-stier-og-baenke", "omraade-…", "alt") and in words. */
export type About = {
  key: string;
  kind: "everything" | "place" | "theme" | "area";
  name: string;
  path: string;
  target: Target;
  themes: string[] | null;
};

const nothing: Target = { locality: null, theme: null, area: null };

/** All that can be followed, each with its name and page, in the order of a list to choose from. */
export async function allAbouts(db: Db | Tx, lang: Lang): Promise<About[]> {
  const [localities, themes, areas] = await Promise.all([localitiesOf(db), themesOf(db), areasOf(db)]);
  return [
    { key: "alt", kind: "everything", name: texts(lang)("everything"), path: "/", target: nothing, themes: null },
    ...localities.map(({ id, slug, name }): About => ({
      key: `sted-${slug}`,
      kind: "place",
      name,
      path: `/lokalomraade/${slug}`,
      target: { ...nothing, locality: id },
      themes: null,
    })),
    ...onTwoLevels(themes, lang).flatMap(({ theme, below }) =>
      [theme, ...below].map((one): About => ({
        key: `emne-${one.key}`,
        kind: "theme",
        name: one.name[lang],
        path: `/tema/${one.key}`,
        target: { ...nothing, theme: one.id },
        themes: one === theme ? [one.id, ...below.map(({ id }) => id)] : [one.id],
      })),
    ),
    ...areas.map((area): About => ({
      key: `omraade-${area.slug}`,
      kind: "area",
      name: lang === "da" ? area.name : area.nameEn,
      path: `/kontakt/${area.slug}`,
      target: { ...nothing, area: area.id },
      themes: null,
    })),
  ];
}

export const isSame = (a: Target, b: Target): boolean => a.locality === b.locality && a.theme === b.theme && a.area === b.area;
