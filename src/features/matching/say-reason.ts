// SPDX-License-Identifier: EUPL-1.2
import { sayDate } from "#platform/clock/say-dates.ts";
import type { Lang, Say } from "#platform/i18n/i18n.ts";
import { begun } from "#platform/text/begun.ts";
import { listed } from "#platform/text/listed.ts";
import type { ContributionType } from "./entry.ts";
import type { Doubt, Reason } from "./reason.ts";
import { slotsIn } from "./slots.ts";
import { texts } from "./texts.ts";

type Key = Parameters<ReturnType<typeof texts>>[0];

const mostSlots = 3;

/** A reason as a short true sentence without a full stop, the same for whoever reads it: "Torsdag aften passer begge". */
export const sayReason = (reason: Reason, lang: Lang): string => begun(sentenceOf(reason, lang), lang);

/** What is to be asked about, as a short true sentence without a full stop. */
export const sayDoubt = (doubt: Doubt, lang: Lang): string => begun(questionOf(doubt, lang), lang);

function sentenceOf(reason: Reason, lang: Lang): string {
  const t = texts(lang);
  switch (reason.code) {
    case "same-theme":
      return t("reason.same-theme", { theme: reason.theme.name[lang] });
    case "kindred-theme":
      return t("reason.kindred-theme", { theme: reason.theme.name[lang] });
    case "words":
      return t("reason.words", {
        words: listed(
          reason.words.map((word) => t("quoted", { word })),
          lang,
        ),
      });
    case "like-words":
      return t("reason.like-words", { own: reason.own, theirs: reason.theirs });
    case "same-type":
      return t("reason.same-type", { type: sayType(reason.type, t) });
    case "same-place":
      return t("reason.same-place", { place: reason.locality.name });
    case "near":
      return t("reason.near", { km: kilometres(reason.metres) });
    case "remote":
      return t("reason.remote");
    case "time":
      return sayCommonTimes(reason.slots, lang);
    case "days":
      return t("reason.days", { from: sayDate(reason.from, lang), until: sayDate(reason.until, lang) });
    case "room":
      return hasPlaces(reason.type)
        ? t("reason.places", { room: reason.room, persons: reason.persons })
        : t("reason.sufficient", { room: reason.room, persons: reason.persons });
    case "enough":
      return t("reason.enough", { left: reason.left });
  }
}

function questionOf(doubt: Doubt, lang: Lang): string {
  const t = texts(lang);
  switch (doubt.code) {
    case "other-type":
      return t("doubt.other-type", { own: sayType(doubt.own, t), theirs: sayType(doubt.theirs, t) });
    case "far":
      return t("doubt.far", { km: kilometres(doubt.metres) });
    case "unknown-place":
      return t("doubt.unknown-place");
    case "unknown-time":
      return t("doubt.unknown-time");
    case "no-common-time":
      return t("doubt.no-common-time");
    case "unknown-room":
      return t("doubt.unknown-room", { persons: doubt.persons });
    case "little-room":
      return t("doubt.little-room", { room: doubt.room, persons: doubt.persons });
    case "min-age":
      return t("doubt.min-age", { age: doubt.age });
    case "credential":
      return t("doubt.credential", { credential: t.maybe(`credential.${doubt.credential}`) ?? doubt.credential });
  }
}

/** The times of a week in words: "mandag formiddag og torsdag aften". In: a bitmask as `Entry.slots`. */
export const saySlots = (slots: number, lang: Lang): string => listed(eachSlot(slots, lang), lang);

function sayCommonTimes(slots: number, lang: Lang): string {
  const [said, t] = [eachSlot(slots, lang), texts(lang)];
  if (said.length <= mostSlots) return t("reason.time", { slots: listed(said, lang) });
  const some = said.slice(0, mostSlots - 1);
  return t("reason.time-more", { slots: some.join(", "), more: said.length - some.length });
}

const eachSlot = (slots: number, lang: Lang): string[] => slotsIn(slots).map((slot) => texts(lang).maybe(`slot.${slot}`) ?? "");

const sayType = (type: ContributionType, t: Say<Key>): string => t(`type.${type}`);

const hasPlaces = (type: ContributionType): boolean => ["space", "transport", "visit", "knowledge"].includes(type);

/** Between the middles of two localities: never more exact than a kilometre. */
const kilometres = (metres: number): number => Math.max(1, Math.round(metres / 1_000));
