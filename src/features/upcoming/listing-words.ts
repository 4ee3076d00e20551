// SPDX-License-Identifier: EUPL-1.2
import type { StatusSign } from "#design/index.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { daysBefore, type Fate, type Shown } from "./listing.ts";
import { texts } from "./texts.ts";

const signs: Record<Shown, StatusSign> = {
  draft: "upcoming",
  discarded: "no",
  asking: "waiting",
  listening: "examining",
  late: "late",
  told: "done",
  "going-on": "upcoming",
};

export const fateSigns: Record<Fate, StatusSign> = { "taken-up": "we-do", partly: "merged", not: "no" };

export type StatusWords = { sign: StatusSign; label: string; detail: string | undefined };

type Dated = { askUntil: string | null; tellBy: string | null; decideOn: string; phase: string };

/** A status with its date directly after it, ready to show. */
export function statusWords(status: Shown, { askUntil, tellBy, decideOn, phase }: Dated, lang: Lang, now: Date): StatusWords {
  const t = texts(lang);
  const details: Partial<Record<Shown, string>> = {
    asking: t("status.answer-by", { day: sayDay(askUntil ?? decideOn, lang, now) }),
    listening: t("status.told-by", { day: sayDay(tellBy ?? decideOn, lang, now) }),
    late: t("status.was-due", { day: sayDay(tellBy ?? decideOn, lang, now) }),
  };
  const label = status === "going-on" ? t(`phase.${phase as "idea"}`) : t(`status.${status}`);
  return {
    sign: signs[status],
    label,
    detail: details[status] ?? (status === "going-on" ? decisionWords(decideOn, lang, now) : undefined),
  };
}

/** "Bliver besluttet torsdag 10. december", or that it was. */
export const decisionWords = (decideOn: string, lang: Lang, now: Date): string =>
  texts(lang)(isPast(decideOn, now) ? "decided-on" : "decides-on", { day: sayDay(decideOn, lang, now) });

const isPast = (day: string, now: Date): boolean => day < localDayOf(now);

export const areaName = (area: { name: string; nameEn: string }, lang: Lang): string => (lang === "da" ? area.name : area.nameEn);

type Who = { contactName: string; areaName: string; areaNameEn: string; committeeName: string | null };

/** "Signe i Miljø og Teknik". */
export const contactWords = (on: Who, lang: Lang): string =>
  texts(lang)("name-in-area", { name: firstNameOf(on.contactName), area: areaName({ name: on.areaName, nameEn: on.areaNameEn }, lang) });

/** Who decides: the committee, or the area itself. A committee is "the committee" in a Danish sentence: udvalg, udvalget. */
export const deciderWords = (on: Who, lang: Lang): string =>
  on.committeeName?.replace(/udvalg$/, lang === "da" ? "udvalget" : "udvalg") ??
  areaName({ name: on.areaName, nameEn: on.areaNameEn }, lang);

/** "Miljø- og teknikudvalget beslutter det torsdag 10. december.", or that it did. */
export const decidingWords = (on: Who & { decideOn: string }, lang: Lang, now: Date): string =>
  texts(lang)(isPast(on.decideOn, now) ? "who.decided" : "who.decides", {
    who: deciderWords(on, lang),
    day: sayDay(on.decideOn, lang, now),
  });

/** Whether citizens were asked before it was decided, and how many days before. */
export function askedWords(on: { askedOn: string | null; decideOn: string }, lang: Lang, now: Date): string {
  const t = texts(lang);
  const days = daysBefore(on);
  const past = isPast(on.decideOn, now);
  if (days === undefined) return t(past ? "asked.not" : "asked.not-yet");
  return t(past ? "asked.before" : "asked.before-coming", { days });
}
