// SPDX-License-Identifier: EUPL-1.2
import { partyOf, type AvatarProps, type IconName, type KindOf, type StatusSign } from "#design/index.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { initialsOf } from "#platform/text/first-name.ts";
import { listed } from "#platform/text/listed.ts";
import type { ContributionType, PartyKind, PostKind, Shown } from "./post.ts";
import { texts } from "./texts.ts";
import { days, fromBits, parts } from "./weekdays.ts";

/** Sign and word of an offer or a need. */
export const kindWords = (kind: PostKind, lang: Lang): KindOf =>
  kind === "offer" ? { icon: "hand-helping", text: texts(lang)("kind.offer") } : { icon: "circle-dashed", text: texts(lang)("kind.need") };

const typeIcons: Record<ContributionType, IconName> = {
  time: "clock",
  skill: "wrench",
  thing: "package",
  space: "house",
  knowledge: "book-open",
  transport: "bus",
  sponsorship: "hand-coins",
  visit: "door-open",
};

export const typeWords = (type: ContributionType, lang: Lang): KindOf => ({ icon: typeIcons[type], text: texts(lang)(`type.${type}`) });

/** "IF Åsvinget, ved Mehmet", "Karen", "En borger". */
export function partyName({ organisation, shownName }: { organisation: string | null; shownName: string | null }, lang: Lang): string {
  const t = texts(lang);
  if (organisation === null) return shownName ?? t("a-citizen");
  return shownName === null ? organisation : t("by", { organisation, name: shownName });
}

/** Two letters in the party's shape. */
export const avatarOf = (
  post: { organisation: string | null; shownName: string | null; partyKind: PartyKind },
  lang: Lang,
): AvatarProps => ({
  party: partyOf(post.partyKind),
  initials: initialsOf(post.organisation ?? post.shownName ?? texts(lang)("a-citizen")),
});

const signs: Record<Shown, StatusSign> = {
  held: "upcoming",
  "not-let-through": "no",
  open: "received",
  paused: "waiting",
  "all-given": "we-do",
  fulfilled: "we-do",
  expired: "no",
  withdrawn: "no",
  removed: "no",
};

export type StatusWords = { sign: StatusSign; label: string; detail: string | undefined };

/** A status with its date directly after it. */
export function statusWords(
  status: Shown,
  { kind, expiresOn }: { kind: PostKind; expiresOn: LocalDay },
  lang: Lang,
  now: Date,
): StatusWords {
  const t = texts(lang);
  const day = sayDay(expiresOn, lang, now);
  const detail = status === "open" ? t("status.until", { day }) : status === "expired" ? t("status.was-until", { day }) : undefined;
  const label = status === "open" || status === "fulfilled" ? t(`status.${status}.${kind}`) : t(`status.${status}`);
  return { sign: signs[status], label, detail };
}

/** "tirsdag og torsdag eftermiddag", "hverdage om formiddagen". Undefined where nothing is said. */
export function whenWords(bits: number | null, lang: Lang): string | undefined {
  const chosen = fromBits(bits);
  if (chosen.length === 0) return undefined;
  const t = texts(lang);
  const groups = Map.groupBy(parts, (part) => days.filter((day) => chosen.includes(`${day}-${part}`)).join());
  const said = [...groups.values()].flatMap((when) => {
    const [first] = when;
    const on = days.filter((day) => chosen.includes(`${day}-${first ?? "morning"}`));
    if (on.length === 0) return [];
    const day = daysWords(on, lang);
    if (when.length === parts.length) return [day];
    const named = (of: "part" | "part.the"): string =>
      listed(
        when.map((part) => t(`${of}.${part}`)),
        lang,
      );
    return [isManyDays(on) ? t("days-and-part", { day, part: named("part.the") }) : t("day-and-part", { day, part: named("part") })];
  });
  return listed(said, lang);
}

/** "hverdage", "lørdag og søndag", "tirsdag og torsdag". */
function daysWords(on: Days, lang: Lang): string {
  const t = texts(lang);
  if (on.length === 7) return t("every-day");
  if (isManyDays(on)) return t("workdays");
  return listed(
    on.map((day) => t(`day.${day}`)),
    lang,
  );
}

type Days = readonly (typeof days)[number][];

/** Said by one word for them all. */
const isManyDays = (on: Days): boolean => on.length === 7 || on.join() === days.slice(0, 5).join();

/** "7. januar – 18. marts 2027", "fra 7. januar", "til 31. marts". */
export function periodWords(
  { fromDay, untilDay }: { fromDay: LocalDay | null; untilDay: LocalDay | null },
  lang: Lang,
): string | undefined {
  const t = texts(lang);
  if (fromDay !== null && untilDay !== null) return t("period", { from: sayDate(fromDay, lang), until: sayDate(untilDay, lang) });
  if (fromDay !== null) return t("period.from", { day: sayDate(fromDay, lang) });
  return untilDay === null ? undefined : t("period.until", { day: sayDate(untilDay, lang) });
}
