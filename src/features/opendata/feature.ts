// SPDX-License-Identifier: EUPL-1.2
import { areasOf as areasKeptBy } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Feature } from "#platform/feature.ts";
import { page } from "#platform/http/route.ts";
import { areasOf } from "#features/places/index.ts";
import { makeDocuments, measureTable } from "./documents.ts";
import { lastYear, measureOf } from "./measure.ts";
import { CasesView } from "./pages/cases.tsx";
import { DataView } from "./pages/data.tsx";
import { paths } from "./paths.ts";
import { makeQueries, settled } from "./queries.ts";
import { texts } from "./texts.ts";

/** What anybody can fetch, and whether each area keeps what it promises. In: the slices, whose tables and promises these are. */
export function makeOpenData(slices: Feature[]): Feature {
  const datasets = [...slices.flatMap((slice) => slice.datasets ?? []), measureTable(slices)];
  const { data, cases } = makeQueries(slices, datasets);
  const documents = makeDocuments(slices, datasets);
  return {
    name: "opendata",
    rank: 3,
    operations: [],
    queries: [data, cases, ...documents.queries],
    routes: [
      page({ path: paths.data, query: data, view: DataView, cache: { kinds: "all", keys: ["periode"] } }),
      page({ path: paths.cases, query: cases, view: CasesView, cache: { kinds: "all", keys: ["omraade", "periode"] } }),
      ...documents.routes,
    ],
    privacy: [],
    async measures(db, actor, lang, now) {
      const mine = areasKeptBy(actor);
      if (mine.length === 0) return [];
      const today = localDayOf(now);
      const [judged, areas] = await Promise.all([settled(slices, db, lastYear(today), today), areasOf(db)]);
      const t = texts(lang);
      return areas
        .filter(({ id }) => mine.includes(id))
        .map(({ id, slug, name, nameEn }) => {
          const measure = measureOf(judged.filter(({ area }) => area === id));
          const text = measure.few ? t("bench.few") : t("bench.text", { inTime: measure.inTime, due: measure.due });
          return { title: lang === "da" ? name : nameEn, text, href: `${paths.cases(lang)}?omraade=${slug}`, more: t("bench.more") };
        });
    },
  };
}
