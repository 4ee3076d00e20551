// SPDX-License-Identifier: EUPL-1.2
import { endOfDay } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Waiting } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { areaName, authorName } from "./idea-words.ts";
import { paths } from "./paths.ts";
import type { Aside } from "./store-case.ts";
import { texts } from "./texts.ts";

/** What one is asked, what was replied, and what one is told for information: beside the ideas that wait for one's own answer. */
export function asideRow(aside: Aside, { today, lang, now }: { today: string; lang: Lang; now: Date }): Waiting {
  const t = texts(lang);
  const to = { reference: aside.reference };
  const place = aside.place ?? t("whole-municipality");
  const area = areaName({ name: aside.areaName, nameEn: aside.areaNameEn }, lang);
  const action = {
    asked: { action: t("waiting.reply"), actionHref: paths.asked(lang, to) },
    replied: { action: t("waiting.read"), actionHref: paths.case(lang, to) },
    concerned: { action: t("waiting.open"), actionHref: paths.idea(lang, to) },
  }[aside.why];
  const day = aside.wished === null ? "" : sayDay(aside.wished, lang, now);
  return {
    id: aside.id,
    title: aside.title,
    href: paths.idea(lang, to),
    due: aside.wished === null ? undefined : endOfDay(aside.wished),
    late: aside.wished !== null && aside.wished < today,
    doneSoFar: undefined,
    why: t(`waiting.aside.${aside.why}`, { who: firstNameOf(aside.who ?? ""), day, area }),
    what: t("waiting.what", { who: authorName(aside, lang), place }),
    kind: { slug: "idea", name: t("idea") },
    area: { id: aside.area, slug: aside.areaSlug, name: area },
    place: { slug: aside.placeSlug ?? wholeMunicipality, name: place },
    reference: aside.reference,
    duty: aside.why === "concerned" ? undefined : "ask",
    followUp: aside.why === "concerned",
    ...action,
  };
}
