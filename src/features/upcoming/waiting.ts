// SPDX-License-Identifier: EUPL-1.2
import { areasOf, has, type Actor } from "#platform/auth/actor.ts";
import { endOfDay, localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Waiting } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { areaName, contactWords } from "./listing-words.ts";
import { owesNews } from "./listing.ts";
import { paths } from "./paths.ts";
import { ownsListing } from "./rules.ts";
import type { Listing } from "./store.ts";
import { openListings } from "./store-list.ts";
import { texts } from "./texts.ts";

/**
 * What waits for those who own listings: a question that is over, a phase without news, a draft that lies; for the secretariat also
 * what is late anywhere. One query.
 */
export async function waiting(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Waiting[]> {
  const areas = areasOf(actor);
  const committees = actor.roles.flatMap(({ committee }) => committee ?? []);
  const all = has(actor, "secretariat");
  if (areas.length === 0 && committees.length === 0 && !all) return [];
  const today = localDayOf(now);
  const open = await openListings(db, { areas, committees, all, today, most: 300 });
  return open.flatMap((on) => rowOf(on, { today, mine: areas.includes(on.area) || ownsListing.allows(actor, on), lang, now }) ?? []);
}

type Seen = { today: string; mine: boolean; lang: Lang; now: Date };

function rowOf(on: Listing, { today, mine, lang, now }: Seen): Waiting | undefined {
  const t = texts(lang);
  const to = { reference: on.reference };
  const row = {
    id: on.id,
    title: on.title,
    href: paths.listing(lang, to),
    what: t("waiting.what", { who: contactWords(on, lang), place: on.localityName ?? t("whole-municipality") }),
    doneSoFar: undefined,
    kind: { slug: "listing", name: t("kind") },
    area: { id: on.area, slug: on.areaSlug, name: areaName({ name: on.areaName, nameEn: on.areaNameEn }, lang) },
    place: { slug: on.localitySlug ?? wholeMunicipality, name: on.localityName ?? t("whole-municipality") },
    duty: "answer" as const,
    reference: on.reference,
    followUp: !mine,
  };
  if (owesNews(on, today) && on.tellBy !== null) {
    const late = on.tellBy < today;
    if (!mine && !late) return undefined;
    const why = t(late ? "waiting.late" : "waiting.tell", { day: sayDay(on.tellBy, lang, now), answers: on.answers });
    const told = late && on.lateAt !== null ? ` ${t("waiting.told")}` : "";
    const action = mine
      ? { action: t("waiting.action.tell"), actionHref: paths.tell(lang, to) }
      : { action: t("waiting.action.open"), actionHref: row.href };
    return { ...row, ...action, why: why + told, due: endOfDay(on.tellBy), late };
  }
  if (!mine) return undefined;
  if (!on.public) {
    return { ...row, action: t("waiting.action.publish"), actionHref: row.href, why: t("waiting.draft"), due: undefined, late: false };
  }
  // Phases are nobody's deadline: what is awaited is a word, not an answer to somebody.
  const why = on.newsBy === null ? t("waiting.no-news") : t("waiting.news", { day: sayDay(on.newsBy, lang, now) });
  return { ...row, action: t("waiting.action.move"), actionHref: paths.move(lang, to), why, due: undefined, late: false };
}
