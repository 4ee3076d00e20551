// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Chips, PageHead, Rates } from "#design/index.ts";
import { sayDate } from "#platform/clock/say-dates.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { licence } from "../catalogue.ts";
import type { Measure } from "../measure.ts";
import { paths } from "../paths.ts";
import type { AreaMeasure, DataPage } from "../queries.ts";
import { texts } from "../texts.ts";

/** Whether the municipality keeps what it promises, area by area, and every number as a table to fetch. */
export function DataView(data: DataPage, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("data.title"),
    description: t("data.description"),
    crumbs: [],
    body: (
      <div class="page">
        <PageHead title={t("data.title")} lead={t("data.lead")} />
        <div class="stack-l">
          <section class="stack" aria-labelledby="holder">
            <h2 id="holder">{t("kept.title")}</h2>
            <p>{t("kept.lead", { from: sayDate(data.period.from, lang), until: sayDate(data.period.until, lang) })}</p>
            <Chips label={t("kept.period")} chips={periods(data, lang)} />
            <Shares data={data} lang={lang} />
            <Numbers data={data} lang={lang} />
            <Definitions lang={lang} />
          </section>
          <section class="stack" aria-labelledby="hent">
            <h2 id="hent">{t("fetch.title")}</h2>
            <p>{t.rich("fetch.lead", { a: (children) => <a href={licence}>{children}</a> })}</p>
            <p>{t.rich("fetch.machines", { a: (children) => <a href={paths.catalogue(lang)}>{children}</a> })}</p>
            {data.datasets.map((dataset) => (
              <Table dataset={dataset} lang={lang} />
            ))}
          </section>
        </div>
      </div>
    ),
  };
}

const periods = ({ period, quarters }: DataPage, lang: Lang) => [
  { href: paths.data(lang), text: texts(lang)("kept.year"), current: period.key === undefined },
  ...quarters.map(({ key, year, number }) => ({
    href: `${paths.data(lang)}?periode=${key}`,
    text: texts(lang)("kept.quarter", { number, year: String(year) }),
    current: period.key === key,
  })),
];

const nameOf = ({ area }: AreaMeasure, lang: Lang): string =>
  area === undefined ? texts(lang)("whole") : lang === "da" ? area.name : area.nameEn;

const casesHref = ({ area }: AreaMeasure, { period }: DataPage, lang: Lang): string => {
  const query = new URLSearchParams({
    ...(area ? { omraade: area.slug } : {}),
    ...(period.key === undefined ? {} : { periode: period.key }),
  });
  return paths.cases(lang) + (query.size > 0 ? `?${query.toString()}` : "");
};

/** The parts kept, on a common line; what has too few stands in words only. */
function Shares({ data, lang }: { data: DataPage; lang: Lang }) {
  const t = texts(lang);
  const rates = data.measures.flatMap((one) =>
    one.measure.few
      ? []
      : [
          {
            name: nameOf(one, lang),
            part: one.measure.inTime / one.measure.due,
            words: t("kept.of", { inTime: one.measure.inTime, due: one.measure.due }),
            belowWords: t("kept.below"),
          },
        ],
  );
  if (rates.length === 0) return <p>{t("kept.none")}</p>;
  return (
    <div class="stack-s">
      <Rates rates={rates} goal={1} />
      <p class="small quiet">{t("kept.scale")}</p>
    </div>
  );
}

function Numbers({ data, lang }: { data: DataPage; lang: Lang }) {
  const t = texts(lang);
  return (
    <div class="table-frame">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("table.area")}</th>
            <th scope="col">{t("table.in-time")}</th>
            <th scope="col">{t("table.waiting")}</th>
            <th scope="col">{t("table.median")}</th>
            <th scope="col">{t("table.nine")}</th>
            <th scope="col">{t("table.postponed")}</th>
          </tr>
        </thead>
        <tbody>
          {data.measures.map((one) => (
            <tr>
              <th scope="row">{nameOf(one, lang)}</th>
              {one.measure.few ? (
                <td colspan={5}>{t("hidden")}</td>
              ) : (
                <Cells measure={one.measure} href={casesHref(one, data, lang)} lang={lang} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ measure, href, lang }: { measure: Extract<Measure, { few: false }>; href: string; lang: Lang }) {
  const t = texts(lang);
  const days = (count: number | undefined): string => (count === undefined ? t("few") : t("days", { count }));
  return (
    <>
      <td>
        <a href={href}>{t("kept.of", { inTime: measure.inTime, due: measure.due })}</a>
      </td>
      <td>{measure.waiting}</td>
      <td>{days(measure.median)}</td>
      <td>{days(measure.nineOfTen)}</td>
      <td>{t("kept.of", { inTime: measure.postponed, due: measure.due })}</td>
    </>
  );
}

const terms = ["in-time", "waiting", "median", "nine", "postponed", "private", "few"] as const;

const Definitions = ({ lang }: { lang: Lang }) => (
  <details open>
    <summary>{texts(lang)("means.title")}</summary>
    <dl class="stack-s">
      {terms.map((term) => (
        <div>
          <dt>
            <b>{texts(lang)(`means.${term}.word`)}</b>
          </dt>
          <dd>{texts(lang)(`means.${term}`)}</dd>
        </div>
      ))}
    </dl>
  </details>
);

function Table({ dataset, lang }: { dataset: DataPage["datasets"][number]; lang: Lang }) {
  const t = texts(lang);
  return (
    <div class="box stack">
      <h3>{dataset.title}</h3>
      <p>{dataset.about}</p>
      <div class="buttons">
        <ButtonLink kind="secondary" icon="download" href={`${paths.data(lang)}/${dataset.key}.csv`}>
          {t("fetch.csv", { title: dataset.title })}
        </ButtonLink>
      </div>
      <details>
        <summary>{t("fetch.columns", { count: dataset.columns.length })}</summary>
        <dl class="stack-s">
          {dataset.columns.map((column) => (
            <div>
              <dt>
                <b>{column.name}</b>
              </dt>
              <dd>{column.about}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
