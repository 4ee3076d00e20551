// SPDX-License-Identifier: EUPL-1.2
import { Dots, PageHead } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { scores } from "../feedback.ts";
import type { byArea } from "../queries.ts";
import { texts } from "../texts.ts";

type Data = Awaited<ReturnType<typeof byArea.answer>>;
type Area = Data["areas"][number];

/** What people said of each area. */
export function AllPage({ areas }: Data, { lang }: Visit): Sheet {
  const t = texts(lang);
  return {
    title: t("all.title"),
    description: t("all.lead"),
    body: (
      <div class="page">
        <PageHead title={t("all.title")} lead={t("all.lead")} />
        <div class="stack-l">
          <p class="measure">{t("all.how")}</p>
          {areas
            .toSorted((a, b) => (b.tally?.total ?? 0) - (a.tally?.total ?? 0))
            .map((area) => (
              <OneArea area={area} lang={lang} />
            ))}
        </div>
      </div>
    ),
  };
}

function OneArea({ area: { slug, tally, lines, ...area }, lang }: { area: Area; lang: Visit["lang"] }) {
  const t = texts(lang);
  const name = lang === "da" ? area.name : area.nameEn;
  return (
    <section class="stack-s" aria-labelledby={slug}>
      <h2 id={slug}>{name}</h2>
      {tally === undefined ? (
        <p class="measure quiet">{t("all.few")}</p>
      ) : (
        <>
          <p class="lead">{t("all.good", { good: tally.good, total: tally.total })}</p>
          <Dots kept={tally.good} total={Math.min(tally.total, 220)} />
          <div class="table-frame narrow">
            <table>
              <caption class="hidden-text">{t("all.table", { area: name })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("all.score")}</th>
                  <th scope="col" class="number">
                    {t("all.count")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {scores.toReversed().map((score) => (
                  <tr>
                    <th scope="row">{t(`score.${score}`)}</th>
                    <td class="number">{tally.by[score]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {lines.length > 0 && (
        <div class="stack-s">
          <h3>{t("all.lines", { area: name })}</h3>
          <p class="small quiet">{t("all.lines-hint")}</p>
          <ul class="stack-s">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
