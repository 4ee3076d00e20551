// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, DueBlocks, Empty, More, Notice, PageHead } from "#design/index.ts";
import { personOf } from "#platform/auth/actor.ts";
import { localDayOf, noonOf, zone } from "#platform/clock/local-day.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { draftPaths } from "#features/drafts/index.ts";
import { paths } from "../paths.ts";
import type { Mine } from "../queries.ts";
import { texts } from "../texts.ts";
import { ahead, greetingAt } from "../workbench.ts";
import { AwayNotices } from "./away.tsx";
import { hereOf, Narrow, Tabs } from "./narrow.tsx";
import { AnsweredLately, Group } from "./rows.tsx";

export function WorkbenchPage(desk: Mine, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  const name = firstNameOf(personOf(visit.actor)?.name ?? "");
  const left = desk.late.length + desk.now.length + desk.coming.length;
  const back = hereOf(desk, lang);
  const first = desk.late[0] ?? desk.now[0] ?? desk.coming[0];
  return {
    title: t("title"),
    section: "workbench",
    crumbs: [],
    hidden: true,
    body: (
      <div class="page">
        {first && (
          <a class="skip" href="#next">
            {t("skip.next")}
          </a>
        )}
        <PageHead title={t(`greeting.${greetingAt(hourOf(now))}`, { name })} lead={summary(desk, lang)} />
        <div class="stack-l">
          {desk.said && (
            <Notice kind="done" announce>
              <p>{desk.said.words ?? t("done.other")}</p>
            </Notice>
          )}
          <Tabs desk={desk} lang={lang} />
          <AwayNotices desk={desk} visit={visit} />
          <div class="columns">
            <section class="stack-s" aria-labelledby="days">
              <h2 id="days" class="title">
                {heading(desk, lang)}
              </h2>
              <DueBlocks
                days={desk.days.map(({ day, count }) => ({
                  ...shortDay(day, lang),
                  iso: day,
                  count,
                  words: t("days.count", { count }),
                  today: day === localDayOf(now),
                }))}
              />
            </section>
            {desk.measures.length > 0 && (
              <section class="stack-s" aria-labelledby="measures">
                <h2 id="measures" class="hidden-text">
                  {t("measures.title")}
                </h2>
                {desk.measures.map((measure) => (
                  <Box>
                    <h3 class="title">{measure.title}</h3>
                    <p class="small">
                      {measure.text} <a href={measure.href}>{measure.more}</a>
                    </p>
                  </Box>
                ))}
              </section>
            )}
          </div>
          <Narrow desk={desk} lang={lang} />
          {desk.toAcknowledge > 1 && desk.tab === "answer" && (
            <p>
              <More href={paths.acknowledge(lang)}>{t("bulk.link", { count: desk.toAcknowledge })}</More>
            </p>
          )}
          <Group id="late" title={t("late.title")} rows={desk.late} visit={visit} back={back} first={first} />
          <Group id="now" title={t("now.title")} rows={desk.now} visit={visit} back={back} first={first} />
          <Group id="coming" title={t("coming.title")} rows={desk.coming} visit={visit} back={back} first={first} />
          {left === 0 && <Nothing desk={desk} lang={lang} />}
          {desk.tab === "answer" && <AnsweredLately answered={desk.answered} visit={visit} />}
          <section class="stack-s" aria-labelledby="tools">
            <h2 id="tools" class="title">
              {t("tools.title")}
            </h2>
            <p class="row-of">
              <ButtonLink kind="secondary" small href={paths.absence(lang)}>
                {t("tools.absence")}
              </ButtonLink>
              <ButtonLink kind="secondary" small href={draftPaths.phrases(lang)}>
                {t("tools.phrases")}
              </ButtonLink>
              <ButtonLink kind="secondary" small href={paths.mornings(lang)}>
                {t("tools.mornings")}
              </ButtonLink>
            </p>
          </section>
        </div>
      </div>
    ),
  };
}

function Nothing({ desk, lang }: { desk: Mine; lang: Lang }) {
  const t = texts(lang);
  if (desk.counts[desk.tab] > 0) {
    const all = <ButtonLink href={paths.workbench(lang)}>{t("empty.narrowed.all")}</ButtonLink>;
    return (
      <Empty title={t("empty.narrowed.title")} action={all}>
        {t("empty.narrowed.text")}
      </Empty>
    );
  }
  if (desk.tab === "follow-up")
    return <Empty title={t("empty.follow-up.title")}>{t(desk.followsUp ? "empty.follow-up.secretariat" : "empty.follow-up.text")}</Empty>;
  if (desk.others > 0) return <Empty title={t("empty.others.title")}>{t("empty.others.text")}</Empty>;
  return <Empty title={t("empty.title")}>{t("empty.text")}</Empty>;
}

/** One honest sentence or two: what is due today, what is late, and whether the rest can wait. */
function summary({ tab, late, now, coming, dueToday }: Mine, lang: Lang): string {
  const t = texts(lang);
  if (tab === "follow-up") return t("summary.follow-up", { count: late.length + now.length + coming.length });
  if (late.length + now.length + coming.length === 0) return t("summary.nothing");
  const rest = now.length + coming.length - dueToday;
  return [
    ...(dueToday > 0 || late.length === 0 ? [t("summary.today", { count: dueToday })] : []),
    ...(late.length > 0 ? [t("summary.late", { count: late.length })] : []),
    ...(rest > 0 ? [t("summary.rest", { count: rest, first: late.length + dueToday })] : []),
  ].join(" ");
}

function heading({ areas, followsUp }: Mine, lang: Lang): string {
  const t = texts(lang);
  const [only, ...others] = areas;
  if (!only || others.length > 0 || followsUp) return t("days.title", { ahead });
  return t("days.title.area", { area: lang === "da" ? only.name : only.nameEn, ahead });
}

/** "ma" "23." under a block. */
function shortDay(day: string, lang: Lang): { weekday: string; date: string } {
  const weekday = weekdays[lang].format(noonOf(day));
  const date = String(Number(day.slice(8)));
  return lang === "da" ? { weekday: weekday.slice(0, 2), date: `${date}.` } : { weekday: weekday.slice(0, 3), date };
}

const weekdays: Record<Lang, Intl.DateTimeFormat> = { da: short("da-DK"), en: short("en-GB") };

function short(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "short" });
}

const hour = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });
const hourOf = (now: Date): number => Number(hour.format(now));
