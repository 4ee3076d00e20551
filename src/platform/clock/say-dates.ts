// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";
import { remember } from "#platform/remember.ts";
import { daysBetween, localDayOf, noonOf, zone, type LocalDay } from "./local-day.ts";

/** Day and month never part at the end of a line. */
export const nbsp = "\u00a0";

/** "mandag 23. november", "Monday 23 November"; with the year when it is not this year's. */
export function sayDay(when: Date | LocalDay, lang: Lang, now: Date): string {
  const thisYear = localDayOf(now).slice(0, 4) === localDayOf(when).slice(0, 4);
  return thisYear ? withoutYear(when, lang) : sayDate(when, lang);
}

/** "mandag 23. november 2026", "Monday 23 November 2026": always with the year, for what is kept or printed. */
export const sayDate = (when: Date | LocalDay, lang: Lang): string => `${withoutYear(when, lang)} ${localDayOf(when).slice(0, 4)}`;

/** "kl. 14", "kl. 9.05"; English "14:00", "09:05". */
export function sayTime(when: Date, lang: Lang): string {
  const [hour = "", minute = ""] = manners[lang].clock.format(when).split(/[.:]/);
  return manners[lang].time(hour, minute);
}

/** "mandag 23. november kl. 14". */
export const sayMoment = (when: Date, lang: Lang, now: Date): string =>
  `${sayDay(when, lang, now)} ${manners[lang].beforeTime}${sayTime(when, lang)}`;

/** "i dag", "i morgen", "i går"; any other day as `sayDay`. For deadlines, where the day itself must be readable. */
export function sayNearDay(when: Date | LocalDay, lang: Lang, now: Date): string {
  const days = daysBetween(localDayOf(now), localDayOf(when));
  return Math.abs(days) <= 1 ? manners[lang].relative.format(days, "day") : sayDay(when, lang, now);
}

/** How long ago, or how long until, in the largest unit that is still true: "for 3 dage siden", "om 2 uger", "i går". */
export function sayAgo(when: Date | LocalDay, lang: Lang, now: Date): string {
  const days = daysBetween(localDayOf(now), localDayOf(when));
  const { relative } = manners[lang];
  if (Math.abs(days) < 14) return relative.format(days, "day");
  // From two of a unit: "sidste måned" would be said of 60 days, and is not true of all of them.
  if (Math.abs(days) < 61) return relative.format(Math.trunc(days / 7), "week");
  if (Math.abs(days) < 731) return relative.format(Math.trunc(days / 30.44), "month");
  return relative.format(Math.trunc(days / 365.25), "year");
}

const withoutYear = (when: Date | LocalDay, lang: Lang): string => daySaid[lang](localDayOf(when));

type Manner = {
  weekday: Intl.DateTimeFormat;
  month: Intl.DateTimeFormat;
  clock: Intl.DateTimeFormat;
  relative: Intl.RelativeTimeFormat;
  date(day: number): string;
  time(hour: string, minute: string): string;
  beforeTime: string;
};

/** How each language says a date. Written out, because `Intl` says "mandag den 23. november" in one version and not in the next. */
const manners: Record<Lang, Manner> = {
  da: {
    ...formatsOf("da-DK"),
    date: (day) => `${day}.`,
    time: (hour, minute) => `kl.${nbsp}${Number(hour)}${minute === "00" ? "" : `.${minute}`}`,
    beforeTime: "",
  },
  en: { ...formatsOf("en-GB"), date: String, time: (hour, minute) => `${hour}:${minute}`, beforeTime: "at " },
};

function formatsOf(locale: string) {
  return {
    weekday: new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "long" }),
    month: new Intl.DateTimeFormat(locale, { timeZone: zone, month: "long" }),
    clock: new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: "auto" }),
  };
}

const daySaid: Record<Lang, (day: LocalDay) => string> = { da: remember(sayingDay("da"), 5_000), en: remember(sayingDay("en"), 5_000) };

function sayingDay(lang: Lang): (day: LocalDay) => string {
  const { weekday, month, date } = manners[lang];
  return (day) => {
    const noon = noonOf(day);
    return `${weekday.format(noon)} ${date(Number(day.slice(8)))}${nbsp}${month.format(noon)}`;
  };
}
