// SPDX-License-Identifier: EUPL-1.2
import { areasOf, has, personOf, type Actor } from "#platform/auth/actor.ts";
import { endOfDay, localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Waiting } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { summaryOf } from "#platform/text/summary.ts";
import { passedKey, type Due, wholeMunicipality } from "#features/places/index.ts";
import { awaited } from "./deadline.ts";
import { areaName, authorName } from "./idea-words.ts";
import { paths } from "./paths.ts";
import { asidesFor } from "./store-case.ts";
import { openIdeas, type OpenIdea } from "./store-open.ts";
import { texts } from "./texts.ts";
import { asideRow } from "./waiting-asides.ts";

/**
 * What waits for somebody: in the areas whose inbox they keep, the next thing of each idea; for the secretariat also what is late
 * in any area. Beside them what colleagues ask and reply, and what concerns one's areas. Two queries.
 */
export async function waiting(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Waiting[]> {
  const mine = areasOf(actor);
  const all = has(actor, "secretariat");
  const person = personOf(actor)?.id;
  if (person === undefined) return [];
  const today = localDayOf(now);
  const [open, asides] = await Promise.all([
    mine.length === 0 && !all ? [] : openIdeas(db, { areas: all ? "all" : mine, most: 500 }),
    asidesFor(db, { person, areas: mine }),
  ]);
  const own = open.flatMap((on) => {
    const [next] = awaited(on, today);
    if (!next || (!mine.includes(on.area) && next.day >= today)) return [];
    return [rowOf(on, next, { today, mine: mine.includes(on.area), lang, now })];
  });
  return [...own, ...asides.map((aside) => asideRow(aside, { today, lang, now }))];
}

/** The soonest duty is the one to do: looking, then acknowledging; but a late answer answers all. */
function rowOf(on: OpenIdea, next: Due, { today, mine, lang, now }: { today: string; mine: boolean; lang: Lang; now: Date }): Waiting {
  const t = texts(lang);
  const late = next.day < today;
  const day = sayDay(next.day, lang, now);
  const to = { reference: on.reference };
  const told = late && on.told.includes(passedKey(next)) ? ` ${t("waiting.told")}` : "";
  const why = late
    ? t(`waiting.late.${next.duty}`, { day }) + told
    : next.duty === "answer" && on.standing === "investigating"
      ? t("waiting.why.investigating", { day })
      : t(`waiting.why.${next.duty}`, { day });
  const place = on.localityName ?? t("whole-municipality");
  const area = mine
    ? ""
    : ` · ${t("waiting.area", { area: areaName({ name: on.areaName, nameEn: on.areaNameEn }, lang), name: firstNameOf(on.contactName) })}`;
  return {
    id: on.id,
    title: on.title,
    href: paths.idea(lang, to),
    due: endOfDay(next.day),
    late,
    doneSoFar: undefined,
    why,
    what: t("waiting.what", { who: authorName(on, lang), place }) + area,
    kind: { slug: "idea", name: t("idea") },
    area: { id: on.area, slug: on.areaSlug, name: areaName({ name: on.areaName, nameEn: on.areaNameEn }, lang) },
    place: on.localitySlug === null ? { slug: wholeMunicipality, name: place } : { slug: on.localitySlug, name: place },
    duty: next.duty,
    reference: on.reference,
    excerpt: () => summaryOf(on.text, 240),
    followUp: !mine,
    ...actionOf(next, late, mine, to, lang),
  };
}

/** The secretariat follows up where it does not answer: it opens the idea. */
function actionOf(
  { duty }: Due,
  late: boolean,
  mine: boolean,
  to: { reference: string },
  lang: Lang,
): { action: string; actionHref: string } {
  const t = texts(lang);
  if (duty === "look") return { action: t("waiting.look"), actionHref: paths.look(lang, to) };
  if (!mine) return { action: t("waiting.open"), actionHref: paths.idea(lang, to) };
  if (duty === "acknowledge") return { action: t("waiting.acknowledge"), actionHref: paths.acknowledge(lang, to) };
  return { action: late ? t("waiting.answer-late") : t("waiting.answer"), actionHref: paths.answer(lang, to) };
}
