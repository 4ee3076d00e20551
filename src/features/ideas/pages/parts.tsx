// SPDX-License-Identifier: EUPL-1.2
import { StatusLine, WhatWhoWhen, type WhatWhoWhenWords } from "#design/index.ts";
import type { Visit } from "#platform/http/route.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { areaName, statusWords } from "../idea-words.ts";
import type { Shown } from "../shown.ts";
import { paths } from "../paths.ts";
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

export function IdeaStatus({ idea, visit, partOf }: { idea: Shown; visit: Visit; partOf?: string | undefined }) {
  const { sign, label, detail } = statusWords(idea.status, { dueBy: idea.dueBy, partOf }, visit.lang, visit.now);
  return <StatusLine sign={sign} words={label} after={detail} />;
}

export const whatWhoWhenWords = (lang: Visit["lang"]): WhatWhoWhenWords => {
  const t = texts(lang);
  return { what: t("promise.what"), who: t("promise.who"), when: t("promise.when") };
};

/** "Signe i Miljø og Teknik". */
export const answerer = (idea: Shown, lang: Visit["lang"]): string =>
  texts(lang)("name-in-area", { name: firstNameOf(idea.contact), area: areaName(idea.area, lang) });

/** The promise, while something is still awaited. */
export function WhatNow({ idea, visit, title }: { idea: Shown; visit: Visit; title: string }) {
  const t = texts(visit.lang);
  const day = (date: string): string => sayDay(date, visit.lang, visit.now);
  const held = idea.status === "held";
  /** Whether the first of two promised days has gone by. */
  const missed = (first: string): boolean => first < localDayOf(visit.now);
  const when =
    idea.status === "late"
      ? t("promise.when.late", { day: day(idea.dueBy) })
      : held
        ? t(missed(idea.lookBy) ? "promise.when.held.missed" : "promise.when.held", { day: day(idea.lookBy), answer: day(idea.dueBy) })
        : idea.standing === "investigating"
          ? t("promise.when.investigating", { day: day(idea.dueBy) })
          : idea.acknowledged
            ? t("promise.when.answer", { day: day(idea.dueBy) })
            : t(missed(idea.acknowledgeBy) ? "promise.when.both.missed" : "promise.when.both", {
                day: day(idea.acknowledgeBy),
                answer: day(idea.dueBy),
              });
  const what = held
    ? t("promise.what.held")
    : idea.standing === "investigating"
      ? t("promise.what.investigating")
      : idea.status === "late"
        ? t("promise.what.late")
        : t("promise.what.answer");
  return <WhatWhoWhen title={title} what={what} who={answerer(idea, visit.lang)} when={when} words={whatWhoWhenWords(visit.lang)} />;
}

/** Where an idea can be about: everywhere, or one place. */
export const placeOptions = (localities: { slug: string; name: string }[], lang: Visit["lang"]) => [
  { value: "", text: texts(lang)("write.choose") },
  { value: wholeMunicipality, text: texts(lang)("whole-municipality") },
  ...localities.map(({ slug, name }) => ({ value: slug, text: name })),
];

export const crumbs = (lang: Visit["lang"], idea?: { reference: string; title: string }) => [
  { href: paths.list(lang), text: texts(lang)("list.title") },
  ...(idea ? [{ href: paths.idea(lang, { reference: idea.reference }), text: idea.title }] : []),
];
