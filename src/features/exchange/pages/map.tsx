// SPDX-License-Identifier: EUPL-1.2
import { drawFields, More, PageHead, PlaceList, PlaceMap, spreadNames, stepsFor } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { map } from "../queries.ts";
import { placeCap } from "../store-list.ts";
import { texts } from "../texts.ts";
import { address } from "./list.tsx";
import { crumbs } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof map.answer>>;

/** The same posts, by where they are: the map, and the list that says it in words. */
export function MapPage({ places, filters }: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const steps = stepsFor(places.map(({ count }) => count));
  const byCount = places.toSorted((a, b) => b.count - a.count);
  const [most] = byCount;
  const empty = places.find(({ count }) => count === 0);
  return {
    title: t("map.title"),
    description: t("map.description"),
    section: "exchange",
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead title={t("map.title")} lead={t("map.lead")} />
        <p class="small">
          <More href={address(filters, lang)}>{t("map.list")}</More>
        </p>
        <div class="columns halves">
          <PlaceMap
            drawing={drawFields(places, visit.site.waters, { steps })}
            steps={steps}
            sentence={
              most && most.count > 0
                ? t("map.sentence", { most: most.name, count: Math.min(most.count, placeCap) })
                : t("map.sentence.none")
            }
            labelled={spreadNames(byCount).slice(0, 10)}
            words={{ andMore: t("map.more"), notBorders: t("map.note") }}
          />
          <div class="stack">
            <h2 class="minor-title">{t("map.places")}</h2>
            <PlaceList
              places={places.map(({ slug, name, count }) => ({
                name,
                count: count > placeCap ? `${placeCap}+` : count,
                href: address({ ...filters, locality: slug }, lang),
              }))}
            />
            {empty && (
              <p class="small">
                {t("map.none", { place: empty.name })} <a href={`${paths.write(lang)}?where=${empty.slug}`}>{t("map.none.action")}</a>
              </p>
            )}
          </div>
        </div>
      </div>
    ),
  };
}
