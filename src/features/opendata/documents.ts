// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Feature } from "#platform/feature.ts";
import type { Cell, Dataset } from "#platform/open-data.ts";
import { optionalText } from "#platform/forms/fields.ts";
import { document, type Route } from "#platform/http/route.ts";
import { switchedOn } from "#platform/modules.ts";
import { query, type Query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone } from "#platform/operations/rule.ts";
import { csvOf } from "#platform/text/csv.ts";
import { areasOf } from "#features/places/index.ts";
import { catalogueOf } from "./catalogue.ts";
import { published } from "./mask.ts";
import { quarters, type Measure } from "./measure.ts";
import { paths } from "./paths.ts";
import type { Measures } from "./queries.ts";
import { texts } from "./texts.ts";

/** Rows in one part of a table: a million are read in fifty parts, and none of them fills the memory. */
export const rowsInPart = 20_000;

/** Each table as a CSV of its own, and the catalogue of them all. */
export function makeDocuments(features: Feature[], datasets: Dataset[]): { queries: Query[]; routes: Route[] } {
  const tables = datasets.map((dataset) => {
    const rows = query({
      name: `opendata.${dataset.key}`,
      input: z.object({ efter: optionalText({ max: 80 }) }),
      may: anyone,
      api: false,
      async run({ db, input, now, kinds }) {
        const owner = features.find((feature) => feature.datasets?.includes(dataset));
        if (owner && (await switchedOn(db, [owner])).length === 0) throw notFound();
        return dataset.rows(db, { after: input.efter, most: rowsInPart, now, base: "", kinds });
      },
    });
    const route = document({
      path: { pattern: `${paths.data.pattern}/${dataset.key}.csv` },
      query: rows,
      cache: { kinds: dataset.kinds, keys: ["efter"] },
      make: (cells: Cell[][]) => ({
        type: "text/csv; charset=utf-8; header=present",
        body: csvOf(
          dataset.columns.map(({ name }) => name),
          cells,
        ),
        filename: `${dataset.key}.csv`,
      }),
    });
    return { rows, route };
  });
  const catalogue = query({
    name: "opendata.catalogue",
    input: z.object({}),
    may: anyone,
    api: false,
    run: async ({ lang }) => ({ lang }),
  });
  return {
    queries: [...tables.map(({ rows }) => rows), catalogue],
    routes: [
      ...tables.map(({ route }) => route),
      document({
        path: paths.catalogue,
        query: catalogue,
        cache: { kinds: [], keys: [] },
        make: (_data, visit) => ({
          type: "application/ld+json; charset=utf-8",
          body: JSON.stringify(catalogueOf(datasets, visit), undefined, 1),
        }),
      }),
    ],
  };
}

/** Two years of quarters. */
const quartersInTable = 8;

/** The measures as a table: each quarter of each area, and of all. */
export const measureTable = ({ kinds, settled }: Measures): Dataset => ({
  key: "loefter",
  title: (lang) => texts(lang)("dataset.loefter"),
  about: (lang) => texts(lang)("dataset.loefter.about"),
  kinds,
  columns: (
    [
      "noegle",
      "omraade",
      "fra",
      "til",
      "forfaldne",
      "i_tide",
      "venter_for_sent",
      "udsat",
      "median_arbejdsdage",
      "ni_af_ti_arbejdsdage",
    ] as const
  ).map((name) => ({
    name,
    about: (lang) => texts(lang)(`column.${name}`),
  })),
  async rows(db, { after, most, now }) {
    const today = localDayOf(now);
    const periods = quarters(today, quartersInTable);
    const whole = { from: periods.at(-1)?.from ?? today, until: today };
    const [cases, areas] = await Promise.all([settled(db, whole, today), areasOf(db)]);
    return periods
      .flatMap(({ key, from, until }) => {
        const mine = cases.filter(({ settledOn }) => settledOn >= from && settledOn <= until);
        return published(mine, areas).map(({ area, measure }): Cell[] => [
          `${key}/${area?.slug ?? "alle"}`,
          area?.name ?? "",
          from,
          until,
          ...numbersOf(measure),
        ]);
      })
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
      .filter(([key]) => after === undefined || String(key) > after)
      .slice(0, most);
  },
});

/** Where they are hidden the numbers stay empty. */
const numbersOf = (measure: Measure): Cell[] =>
  measure.few
    ? [null, null, null, null, null, null]
    : [measure.due, measure.inTime, measure.waiting, measure.postponed, measure.median ?? null, measure.nineOfTen ?? null];
