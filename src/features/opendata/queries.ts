// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Feature } from "#platform/feature.ts";
import type { Dataset } from "#platform/open-data.ts";
import { choice } from "#platform/forms/fields.ts";
import { switchedOn } from "#platform/modules.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { areasOf, calendarOf, type Area } from "#features/places/index.ts";
import { lastYear, measureOf, quarters, settledIn, type Judged, type Measure, type Period } from "./measure.ts";

export type Chosen = Period & { key: string | undefined };
export type AreaMeasure = { area: { slug: string; name: string; nameEn: string } | undefined; measure: Measure };

/** As many quarters as one can choose between. */
export const quartersShown = 5;

const chosenPeriod = (key: string | undefined, today: LocalDay): Chosen => {
  const quarter = quarters(today, quartersShown).find((one) => one.key === key);
  return quarter ? { key: quarter.key, from: quarter.from, until: quarter.until } : { key: undefined, ...lastYear(today) };
};

/** What was settled in a period, of all slices: one query a slice. */
export async function settled(features: Feature[], db: Db, period: Period, today: LocalDay): Promise<Judged[]> {
  const on = await switchedOn(db, features);
  const [closed, ...lists] = await Promise.all([
    calendarOf(db),
    ...on.flatMap((feature) => feature.promises?.(db, period.from, period.until) ?? []),
  ]);
  return settledIn(lists.flat(), period, { today, closed });
}

/** The whole municipality first, then each area, in Danish order. */
export const measuresOf = (cases: readonly Judged[], areas: readonly Area[]): AreaMeasure[] => [
  { area: undefined, measure: measureOf(cases) },
  ...areas.map((area) => ({
    area: { slug: area.slug, name: area.name, nameEn: area.nameEn },
    measure: measureOf(cases.filter((one) => one.area === area.id)),
  })),
];

export function makeQueries(features: Feature[], datasets: readonly Dataset[]) {
  const data = query({
    name: "opendata.page",
    input: z.object({ periode: choice(10) }),
    may: anyone,
    api: "GET /measures",
    async run({ db, input, now, lang }) {
      const today = localDayOf(now);
      const period = chosenPeriod(input.periode, today);
      const [cases, areas] = await Promise.all([settled(features, db, period, today), areasOf(db)]);
      return {
        period,
        quarters: quarters(today, quartersShown),
        measures: measuresOf(cases, areas),
        datasets: datasets.map(({ key, title, about, columns }) => ({
          key,
          title: title(lang),
          about: about(lang),
          columns: columns.map((column) => ({ name: column.name, about: column.about(lang) })),
        })),
      };
    },
  });

  /** The records behind a number. Under five there is no number, and no list either. */
  const cases = query({
    name: "opendata.cases",
    input: z.object({ omraade: choice(), periode: choice(10) }),
    may: anyone,
    api: "GET /measures/cases",
    async run({ db, input, now, lang, kinds }) {
      const today = localDayOf(now);
      const period = chosenPeriod(input.periode, today);
      const [all, areas] = await Promise.all([settled(features, db, period, today), areasOf(db)]);
      const area = areas.find(({ slug }) => slug === input.omraade);
      const mine = area ? all.filter((one) => one.area === area.id) : all;
      const measure = measureOf(mine);
      const order = (one: Judged): string => `${one.inTime ? 1 : 0}${one.settledOn}`;
      return {
        period,
        area: area && { slug: area.slug, name: area.name, nameEn: area.nameEn },
        measure,
        cases: (measure.few ? [] : mine)
          .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
          .slice(0, mostCases)
          .map(({ kind, reference, title, dueBy, answeredAt, inTime, workingDays, postponed }) => ({
            reference,
            title,
            href: kinds.get(kind)?.page(lang, { reference }) ?? "",
            dueBy,
            answeredOn: answeredAt === null ? undefined : localDayOf(answeredAt),
            inTime,
            workingDays,
            postponed,
          })),
      };
    },
  });

  return { data, cases };
}

/** A page shows so many; the table to fetch has all. */
export const mostCases = 500;

export type DataPage = Awaited<ReturnType<ReturnType<typeof makeQueries>["data"]["answer"]>>;
export type CasesPage = Awaited<ReturnType<ReturnType<typeof makeQueries>["cases"]["answer"]>>;
