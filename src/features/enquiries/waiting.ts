// SPDX-License-Identifier: EUPL-1.2
import { areasOf, has, type Actor } from "#platform/auth/actor.ts";
import { endOfDay, localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Db } from "#platform/db/connect.ts";
import { scopeOf } from "#platform/db/scope.ts";
import type { Waiting } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { passedKey, type Due } from "#features/places/index.ts";
import { awaited } from "./enquiry.ts";
import { areaName, senderName } from "./enquiry-words.ts";
import { paths } from "./paths.ts";
import { openEnquiries, type OpenEnquiry } from "./store-open.ts";
import { texts } from "./texts.ts";

/** What waits for somebody in the areas whose inbox they keep; for the secretariat also what a day has passed for. One query. */
export async function waiting(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Waiting[]> {
  const mine = areasOf(actor);
  const all = has(actor, "secretariat");
  if (mine.length === 0 && !all) return [];
  const today = localDayOf(now);
  // Somebody's own enquiry to another area is theirs to see, not to answer.
  const open = await openEnquiries(db, scopeOf(actor), { most: 500, ...(all ? {} : { areas: mine }) });
  return open.flatMap((on) => {
    const [next] = awaited(on);
    const inbox = mine.includes(on.area);
    if (!next || (!inbox && (next.day >= today || !on.escalated))) return [];
    return [rowOf(on, next, { today, mine: inbox, lang, now })];
  });
}

function rowOf(on: OpenEnquiry, next: Due, { today, mine, lang, now }: { today: string; mine: boolean; lang: Lang; now: Date }): Waiting {
  const t = texts(lang);
  const late = next.day < today;
  const day = sayDay(next.day, lang, now);
  const area = areaName({ name: on.areaName, nameEn: on.areaNameEn }, lang);
  // A number is called, also where nobody has said "read" yet: the call says it.
  const duty = on.hasPhone ? ("call" as const) : next.duty;
  const told = late && on.told.includes(passedKey(next)) ? ` ${t("waiting.told")}` : "";
  const key = next.duty === "answer" && on.hasPhone ? "call" : next.duty === "answer" ? "answer" : "acknowledge";
  const why = late
    ? t(`waiting.late.${key}`, { day }) + told
    : next.duty === "answer" && on.standing === "investigating"
      ? t("waiting.why.investigating", { day })
      : t(`waiting.why.${key}`, { day });
  const from = t("waiting.what", { who: senderName(on.name, lang) });
  return {
    id: on.id,
    title: on.subject,
    href: paths.enquiry(lang, { reference: on.reference }),
    due: endOfDay(next.day),
    late,
    doneSoFar: on.missed > 0 ? t("waiting.missed", { tries: on.missed }) : undefined,
    why,
    what: mine ? from : `${from} · ${t("waiting.area", { area, name: firstNameOf(on.contactName) })}`,
    kind: { slug: "enquiry", name: t("enquiry") },
    area: { id: on.area, slug: on.areaSlug, name: area },
    duty,
    reference: on.reference,
    excerpt: () => on.text.slice(0, 240),
    followUp: !mine,
    ...actionOf(duty, { late, mine, reference: on.reference, lang }),
  };
}

/** The secretariat follows up where it does not answer: it opens the enquiry. */
function actionOf(
  duty: Due["duty"] | "call",
  { late, mine, reference, lang }: { late: boolean; mine: boolean; reference: string; lang: Lang },
): { action: string; actionHref: string } {
  const t = texts(lang);
  const to = { reference };
  if (!mine) return { action: t("waiting.open"), actionHref: paths.enquiry(lang, to) };
  if (duty === "call") return { action: t("waiting.call"), actionHref: paths.call(lang, to) };
  if (duty === "acknowledge") return { action: t("waiting.acknowledge"), actionHref: paths.acknowledge(lang, to) };
  return { action: late ? t("waiting.answer-late") : t("waiting.answer"), actionHref: paths.answer(lang, to) };
}
