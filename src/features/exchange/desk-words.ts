// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";
import { paths } from "./paths.ts";
import type { ToDo } from "./store-desk.ts";
import { texts } from "./texts.ts";

/** The one thing to press for what is to be done, and where it leads. */
export function toDoAction({ why, reference }: Pick<ToDo, "why" | "reference">, lang: Lang): { text: string; href: string } {
  const t = texts(lang);
  const to = { reference };
  switch (why) {
    case "call":
      return { text: t("to-do.call"), href: paths.replyFor(lang, to) };
    case "no-contact":
      return { text: t("to-do.no-contact"), href: paths.broker(lang, to) };
    case "silence":
    case "not-agreed":
      return { text: t("to-do.silence"), href: paths.followUp(lang, to) };
    case "no-outcome":
    case "disputed":
      return { text: t("to-do.resolve"), href: paths.resolve(lang, to) };
  }
}

/** The two who are brought together, where it is about two. */
export const twoNames = ({ giver, seeker }: { giver: string | null; seeker: string | null }, lang: Lang): string[] =>
  giver === null || seeker === null ? [] : [texts(lang)("introduction.title", { giver, seeker })];

/** The place and the area, as far as there are. */
export const liesIn = (
  { localityName, areaName, areaNameEn }: Pick<ToDo, "localityName" | "areaName" | "areaNameEn">,
  lang: Lang,
): string[] => [localityName, lang === "da" ? areaName : areaNameEn].flatMap((name) => name ?? []);
