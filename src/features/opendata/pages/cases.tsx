// SPDX-License-Identifier: EUPL-1.2
import { PageHead, StatusLine } from "#design/index.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { CasesPage } from "../queries.ts";
import { texts } from "../texts.ts";

/** The records behind a number: what was promised, what was kept; what was late stands first. */
export function CasesView(data: CasesPage, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const name = data.area === undefined ? t("whole") : lang === "da" ? data.area.name : data.area.nameEn;
  const title = t("cases.title", { name });
  const { measure } = data;
  return {
    title,
    description: t("cases.description", { name }),
    crumbs: [{ href: paths.data(lang), text: t("data.title") }],
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={measure.few ? t("cases.few") : t("cases.lead", { inTime: measure.inTime, due: measure.due })} />
        <div class="stack">
          <p>{t("kept.lead", { from: sayDate(data.period.from, lang), until: sayDate(data.period.until, lang) })}</p>
          {data.private > 0 && <p>{t("cases.private", { count: data.private })}</p>}
          {data.cases.length > 0 && (
            <ul class="rows">
              {data.cases.map((one) => (
                <Row one={one} visit={visit} />
              ))}
            </ul>
          )}
        </div>
      </div>
    ),
  };
}

function Row({ one, visit: { lang, now } }: { one: CasesPage["cases"][number]; visit: Visit }) {
  const t = texts(lang);
  const day = (when: string): string => sayDay(when, lang, now);
  const words =
    one.answeredOn === undefined ? t("case.waiting") : t(one.inTime ? "case.in-time" : "case.late", { count: one.workingDays ?? 0 });
  const after =
    one.answeredOn === undefined
      ? t("case.due", { day: day(one.dueBy) })
      : t("case.both", { due: day(one.dueBy), day: day(one.answeredOn) });
  return (
    <li class="item">
      <div class="item-body">
        <h2 class="title item-title">
          <a href={one.href}>{one.title}</a>
        </h2>
        <StatusLine sign={one.inTime ? "we-do" : "late"} words={words} after={after} />
        {one.postponed > 0 && <p class="small quiet">{t("case.postponed", { count: one.postponed })}</p>}
      </div>
    </li>
  );
}
