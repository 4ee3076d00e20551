// SPDX-License-Identifier: EUPL-1.2
import { areasOf as areasKeptBy } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Feature } from "#platform/feature.ts";
import { page } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { makeDocuments, measureTable } from "./documents.ts";
import { lastYear, type Measure } from "./measure.ts";
import { CasesView } from "./pages/cases.tsx";
import { DataView } from "./pages/data.tsx";
import { paths } from "./paths.ts";
import { makeMeasures, makeQueries } from "./queries.ts";
import { texts } from "./texts.ts";

/** What anybody can fetch, and whether each area keeps what it promises. In: the slices, whose tables and promises these are. */
export function makeOpenData(slices: Feature[]): Feature {
  const kept = makeMeasures(slices);
  const datasets = [...slices.flatMap((slice) => slice.datasets ?? []), measureTable(kept)];
  const { data, cases } = makeQueries(kept, datasets);
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
      const rows = await kept.published(db, lastYear(today), today);
      return rows.flatMap(({ area, measure }) =>
        area && mine.includes(area.id)
          ? {
              title: lang === "da" ? area.name : area.nameEn,
              text: sentenceOf(measure, lang),
              href: `${paths.cases(lang)}?omraade=${area.slug}`,
              more: texts(lang)("bench.more"),
            }
          : [],
      );
    },
    async measureOf(db, slug, lang, now) {
      const today = localDayOf(now);
      const row = (await kept.published(db, lastYear(today), today)).find(({ area }) => area?.slug === slug);
      const t = texts(lang);
      return row && { title: t("kept.title"), text: sentenceOf(row.measure, lang), href: paths.data(lang), more: t("area.more") };
    },
  };
}

/** "18 af 23 fik svar til tiden", or that it is not shown and why. */
function sentenceOf(measure: Measure, lang: Lang): string {
  const t = texts(lang);
  return measure.few ? t("bench.few") : t("bench.text", { inTime: measure.inTime, due: measure.due });
}
