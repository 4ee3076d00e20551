// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { keepAs } from "#platform/db/kept.ts";
import type { Feature } from "#platform/feature.ts";
import type { Dataset } from "#platform/open-data.ts";
import { choice } from "#platform/forms/fields.ts";
import { switchedOn } from "#platform/modules.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { areasOf, calendarOf, type Area } from "#features/places/index.ts";
import { published, type Published } from "./mask.ts";
import { lastYear, quarters, settledIn, type Judged, type Measure, type Period } from "./measure.ts";

export type Chosen = Period & { key: string | undefined };
export type AreaMeasure = { area: { slug: string; name: string; nameEn: string } | undefined; measure: Measure };

/** As many quarters as one can choose between. */
export const quartersShown = 5;

const chosenPeriod = (key: string | undefined, today: LocalDay): Chosen => {
  const quarter = quarters(today, quartersShown).find((one) => one.key === key);
  return quarter ? { key: quarter.key, from: quarter.from, until: quarter.until } : { key: undefined, ...lastYear(today) };
};

/** What was settled in a period, of all slices, and what of it is published: the whole municipality first, then each area. */
export type Measures = {
  /** The kinds that are promised an answer. */
  kinds: string[];
  settled(db: Db, period: Period, today: LocalDay): Promise<Judged[]>;
  published(db: Db, period: Period, today: LocalDay): Promise<Published<Area>[]>;
};

/**
 * Every visit to a workbench and to an area's page asks for the last year, so both are kept until something moves that was
 * promised an answer. In: the slices; each is asked once.
 */
export function makeMeasures(features: Feature[]): Measures {
  const promising = features.flatMap(({ promises, kinds = [] }) => (promises ? kinds.map(({ kind }) => kind) : []));
  const moving = ["calendar", "module", ...promising];
  const settled = byPeriod("settled", moving, async (db, period, today) => {
    const on = await switchedOn(db, features);
    const [closed, ...lists] = await Promise.all([
      calendarOf(db),
      ...on.flatMap((feature) => feature.promises?.(db, period.from, period.until) ?? []),
    ]);
    return settledIn(lists.flat(), period, { today, closed });
  });
  return {
    kinds: promising,
    settled,
    published: byPeriod("published", [...moving, "area", "person"], async (db, period, today) =>
      published(...(await Promise.all([settled(db, period, today), areasOf(db)]))),
    ),
  };
}

type Of<Facts> = (db: Db, period: Period, today: LocalDay) => Promise<Facts>;

const byPeriod =
  <Facts>(name: string, kinds: string[], load: Of<Facts>): Of<Facts> =>
  (db, period, today) =>
    keepAs(db, { kinds, key: ["measures", name, period.from, period.until, today].join(" ") }, (read) => load(read, period, today));

const named = (area: Area | undefined) => area && { slug: area.slug, name: area.name, nameEn: area.nameEn };

export function makeQueries(measures: Measures, datasets: readonly Dataset[]) {
  const data = query({
    name: "opendata.page",
    input: z.object({ periode: choice(10) }),
    may: anyone,
    api: "GET /measures",
    async run({ db, input, now, lang }) {
      const today = localDayOf(now);
      const period = chosenPeriod(input.periode, today);
      const rows = await measures.published(db, period, today);
      return {
        period,
        quarters: quarters(today, quartersShown),
        measures: rows.map(({ area, measure }): AreaMeasure => ({ area: named(area), measure })),
        datasets: datasets.map(({ key, title, about, columns }) => ({
          key,
          title: title(lang),
          about: about(lang),
          columns: columns.map((column) => ({ name: column.name, about: column.about(lang) })),
        })),
      };
    },
  });

  /** The records behind a number: of those that are private only how many. Where the number is hidden there is no list either. */
  const cases = query({
    name: "opendata.cases",
    input: z.object({ omraade: choice(), periode: choice(10) }),
    may: anyone,
    api: "GET /measures/cases",
    async run({ db, input, now, lang, kinds }) {
      const today = localDayOf(now);
      const period = chosenPeriod(input.periode, today);
      const rows = await measures.published(db, period, today);
      const row = rows.find(({ area }) => area !== undefined && area.slug === input.omraade) ?? rows[0];
      const behind = row?.cases ?? [];
      const order = (one: Judged): string => `${one.inTime ? 1 : 0}${one.settledOn}`;
      return {
        period,
        area: named(row?.area),
        measure: row?.measure ?? { few: true as const },
        private: behind.filter(({ open }) => open === null).length,
        cases: behind
          .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
          .flatMap(({ kind, open, dueBy, answeredAt, inTime, workingDays, postponed }) =>
            open === null
              ? []
              : {
                  reference: open.reference,
                  title: open.title,
                  href: kinds.get(kind)?.page(lang, { reference: open.reference }) ?? "",
                  dueBy,
                  answeredOn: answeredAt === null ? undefined : localDayOf(answeredAt),
                  inTime,
                  workingDays,
                  postponed,
                },
          )
          .slice(0, mostCases),
      };
    },
  });

  return { data, cases };
}

/** A page shows so many; the table to fetch has all. */
export const mostCases = 500;

export type DataPage = Awaited<ReturnType<ReturnType<typeof makeQueries>["data"]["answer"]>>;
export type CasesPage = Awaited<ReturnType<ReturnType<typeof makeQueries>["cases"]["answer"]>>;
