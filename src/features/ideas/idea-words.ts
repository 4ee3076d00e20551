// SPDX-License-Identifier: EUPL-1.2
import type { StatusSign } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { Author } from "./author.ts";
import type { Shown } from "./idea.ts";
import { texts } from "./texts.ts";

const signs: Record<Shown, StatusSign> = {
  held: "upcoming",
  received: "received",
  waiting: "waiting",
  investigating: "examining",
  late: "late",
  "we-do-it": "we-do",
  "you-do-we-help": "you-do",
  "not-possible": "no",
  "part-of": "merged",
  "not-let-through": "no",
  withdrawn: "no",
};

export type StatusWords = { sign: StatusSign; label: string; detail: string | undefined };

/** A status with its date or reason directly after it, ready to show. In: what is shown, the day that holds, the title of the whole it goes into. */
export function statusWords(
  status: Shown,
  { dueBy, partOf }: { dueBy: string; partOf?: string | null | undefined },
  lang: Lang,
  now: Date,
): StatusWords {
  const t = texts(lang);
  const day = sayDay(dueBy, lang, now);
  const details: Partial<Record<Shown, string>> = {
    received: t("status.answer-by", { day }),
    waiting: t("status.answer-by", { day }),
    investigating: t("status.news-by", { day }),
    late: t("status.was-due", { day }),
    ...(partOf ? { "part-of": t("status.goes-into", { title: partOf }) } : {}),
  };
  return { sign: signs[status], label: t(`status.${status}`), detail: details[status] };
}

/** "Karen", or "En borger" where no name was given; "IF Åsvinget, ved Mehmet"; "4.b på Langå Skole, ved deres lærer". */
export function authorName({ shownName, onBehalf, onBehalfKind }: Author, lang: Lang): string {
  const t = texts(lang);
  if (onBehalf === null) return shownName ?? t("a-citizen");
  if (onBehalfKind === "class") return t("behalf.class", { group: onBehalf });
  if (onBehalfKind === "group") return t("behalf.group", { group: onBehalf });
  return shownName === null ? onBehalf : t("behalf.organisation", { group: onBehalf, name: shownName });
}

/** "Karen i Langå". A group or an association says itself where it belongs. */
export function authorAndPlace(author: Author, place: string | null | undefined, lang: Lang): string {
  const name = authorName(author, lang);
  return place && author.onBehalf === null ? texts(lang)("name-in-place", { name, place }) : name;
}

export const areaName = (area: { name: string; nameEn: string }, lang: Lang): string => (lang === "da" ? area.name : area.nameEn);

/** "Signe i Miljø og Teknik"; of what two authors agreed on, that they did. */
export const whoAnswered = (person: string | null | undefined, area: { name: string; nameEn: string }, lang: Lang): string =>
  person ? texts(lang)("name-in-area", { name: firstNameOf(person), area: areaName(area, lang) }) : texts(lang)("merge.agreed");

/** What an answer says first, and its reason after it: the first paragraph, or of a long one its first sentences. */
export function saidAndWhy(reason: string, most = 180): { said: string; why: string } {
  const [first = "", ...rest] = reason.split(/\n{2,}/);
  if (first.length <= most) return { said: first, why: rest.join("\n\n") };
  const ends = [...first.matchAll(/[.!?](?=\s)/g)].map((match) => match.index + 1);
  const end = ends.find((at) => at >= 50 && at <= most) ?? ends[0] ?? first.length;
  return { said: first.slice(0, end), why: [first.slice(end).trim(), ...rest].filter((part) => part !== "").join("\n\n") };
}
