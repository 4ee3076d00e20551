// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, More, Rows, Status, WorkRow } from "#design/index.ts";
import { noonOf, zone } from "#platform/clock/local-day.ts";
import { sayAgo, sayNearDay } from "#platform/clock/say-dates.ts";
import type { Answered } from "#platform/feature.ts";
import type { Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { begun } from "#platform/text/begun.ts";
import { texts } from "../texts.ts";
import type { Row } from "../workbench.ts";

/** So many of a group at first: what can be done before lunch. */
const mostRows = 25;

type GroupProps = { id: string; title: string; rows: Row[]; visit: Visit; back: string; first: Row | undefined };

/** Rows that are due at about the same time. `back`: where a form leads when it is sent. */
export function Group({ id, title, rows, visit: { lang, now, asked }, back, first }: GroupProps) {
  if (rows.length === 0) return null;
  const t = texts(lang);
  const shown = asked["all"] === id ? rows : rows.slice(0, mostRows);
  return (
    <section class="stack-s" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span class="quiet numbers">{rows.length}</span>
      </h2>
      <Rows>
        {shown.map((row) => (
          <WorkRow
            id={row === first ? "next" : undefined}
            status={<When row={row} lang={lang} now={now} />}
            title={row.title}
            href={row.href}
            about={row.what}
            why={row.doneSoFar === undefined ? row.why : `${row.why}. ${row.doneSoFar}`}
            action={
              <ButtonLink
                small
                kind={row.late || row.isToday ? "primary" : "secondary"}
                href={row.followUp ? row.actionHref : `${row.actionHref}?tilbage=${encodeURIComponent(back)}`}
                about={t("about", { title: row.title })}
              >
                {row.action}
              </ButtonLink>
            }
          />
        ))}
      </Rows>
      {shown.length < rows.length && (
        <p>
          <More href={`${back}${back.includes("?") ? "&" : "?"}all=${id}#${id}`}>{t("all", { count: rows.length })}</More>
        </p>
      )}
    </section>
  );
}

function When({ row, lang, now }: { row: Row; lang: Lang; now: Date }) {
  if (row.late) return <Status sign="late">{texts(lang)("days-late", { count: row.daysLate })}</Status>;
  if (row.dueDay === undefined) return <Status sign="upcoming">{texts(lang)("no-day")}</Status>;
  const words = row.isToday ? sayNearDay(row.dueDay, lang, now) : shortly(row.dueDay, lang);
  return <Status sign={row.isToday ? "waiting" : "upcoming"}>{begun(words, lang)}</Status>;
}

/** What has had its answer: seen, it can be let go of. */
export function AnsweredLately({ answered, visit: { lang, now } }: { answered: readonly Answered[]; visit: Visit }) {
  if (answered.length === 0) return null;
  const t = texts(lang);
  return (
    <section class="stack-s" aria-labelledby="answered">
      <h2 id="answered">{t("answered.title")}</h2>
      <Rows>
        {answered.map((one) => (
          <WorkRow
            status={<Status sign={one.sign}>{one.label}</Status>}
            title={one.title}
            href={one.href}
            why={t("answered.by", { name: one.who, ago: sayAgo(one.at, lang, now) })}
          />
        ))}
      </Rows>
    </section>
  );
}

/** "torsdag 26.": the month stands beside it, in why. */
function shortly(day: string, lang: Lang): string {
  const weekday = weekdays[lang].format(noonOf(day));
  return `${weekday} ${Number(day.slice(8))}${lang === "da" ? "." : ""}`;
}

const weekdays: Record<Lang, Intl.DateTimeFormat> = { da: long("da-DK"), en: long("en-GB") };

function long(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "long" });
}
