// SPDX-License-Identifier: EUPL-1.2
import { StatusLine, WhatWhoWhen } from "#design/index.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Visit } from "#platform/http/route.ts";
import { nameInArea, statusWords } from "../enquiry-words.ts";
import { paths } from "../paths.ts";
import type { Shown } from "../queries.ts";
import { texts } from "../texts.ts";

/** Paragraphs as they were written. */
export const Paragraphs = ({ text, lead = false }: { text: string; lead?: boolean }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, at) => (
      <p class={lead && at === 0 ? "lead lead-text" : undefined}>
        {paragraph.split("\n").map((line, row) => (row === 0 ? line : [<br />, line]))}
      </p>
    ))}
  </>
);

export function EnquiryStatus({ on, visit: { lang, now } }: { on: Shown; visit: Visit }) {
  const { sign, label, detail } = statusWords(on.status, on.dueBy, lang, now);
  return <StatusLine sign={sign} words={label} after={detail} />;
}

/** The promise, while something is still awaited: what, who, when. */
export function WhatNow({ on, visit: { lang, now }, title }: { on: Shown; visit: Visit; title: string }) {
  const t = texts(lang);
  const day = (date: string): string => sayDay(date, lang, now);
  const by = on.wantsCall ? "call" : "write";
  const what =
    on.status === "late"
      ? t("promise.what.late")
      : t(on.standing === "investigating" ? "promise.what.investigating" : `promise.what.${by}`);
  const missed = on.acknowledgeBy < localDayOf(now) ? ".missed" : "";
  const when =
    on.status === "late"
      ? t("promise.when.late", { day: day(on.dueBy) })
      : on.acknowledged
        ? t(`promise.when.${by}`, { day: day(on.dueBy) })
        : t(`promise.when.both.${by}${missed}`, { day: day(on.acknowledgeBy), answer: day(on.dueBy) });
  return (
    <WhatWhoWhen
      title={title}
      what={what}
      who={nameInArea(on.contact, on.area, lang)}
      when={when}
      words={{ what: t("promise.what"), who: t("promise.who"), when: t("promise.when") }}
    />
  );
}

export const crumbs = (lang: Visit["lang"], on?: { reference: string; subject: string }) => [
  { href: inLanguage("/kontakt", lang), text: texts(lang)("contact") },
  ...(on ? [{ href: paths.enquiry(lang, { reference: on.reference }), text: on.subject }] : []),
];
