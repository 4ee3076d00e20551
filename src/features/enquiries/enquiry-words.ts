// SPDX-License-Identifier: EUPL-1.2
import type { StatusSign } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { Shown } from "./enquiry.ts";
import { texts } from "./texts.ts";

const signs: Record<Shown, StatusSign> = {
  received: "received",
  waiting: "waiting",
  investigating: "examining",
  late: "late",
  answered: "we-do",
  called: "we-do",
  "became-idea": "merged",
  withdrawn: "no",
};

/** A status with its date directly after it, ready to show. */
export function statusWords(
  status: Shown,
  dueBy: string,
  lang: Lang,
  now: Date,
): { sign: StatusSign; label: string; detail: string | undefined } {
  const t = texts(lang);
  const day = sayDay(dueBy, lang, now);
  const details: Partial<Record<Shown, string>> = {
    received: t("status.answer-by", { day }),
    waiting: t("status.answer-by", { day }),
    investigating: t("status.news-by", { day }),
    late: t("status.was-due", { day }),
  };
  return { sign: signs[status], label: t(`status.${status}`), detail: details[status] };
}

export const areaName = (area: { name: string; nameEn: string }, lang: Lang): string => (lang === "da" ? area.name : area.nameEn);

/** "Signe i Miljø og Teknik". */
export const nameInArea = (name: string, area: { name: string; nameEn: string }, lang: Lang): string =>
  texts(lang)("name-in-area", { name: firstNameOf(name), area: areaName(area, lang) });

/** "Karen", or "En borger" where no name was given. */
export const senderName = (name: string | null, lang: Lang): string => name ?? texts(lang)("a-citizen");
