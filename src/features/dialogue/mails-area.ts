// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { ChangedHands } from "#features/places/index.ts";
import type { Letter, Reader } from "./letters.ts";
import { texts } from "./texts.ts";

/** A thing that somebody wrote or follows, with the day by which it is answered. */
export type Held = { id: string; title: string; by: LocalDay | undefined; path(lang: Lang): string; follows: boolean };

/** Who answers now for what somebody wrote or follows, and that no day has moved. In: `stops`: where following a thing ends, by its id. */
export function whoAnswersMail(
  { closed, from, to }: ChangedHands,
  things: readonly Held[],
  stops: ReadonlyMap<string, string>,
  { lang, name, base, now, who }: Reader & { who: string },
): Letter {
  const t = texts(lang);
  const nameIn = (area: ChangedHands["to"]): string => (lang === "en" ? area.nameEn : area.name);
  const names = { name: firstNameOf(who), area: nameIn(to), before: nameIn(from) };
  return {
    subject: t("mail.who-answers.subject", names),
    body: {
      greeting: name === "" ? t("mail.greeting") : t("mail.answered.greeting", { name: firstNameOf(name) }),
      paragraphs: [
        t(closed ? "mail.who-answers.closed" : "mail.who-answers.opened", names),
        t("mail.who-answers.days"),
        {
          heading: t("mail.who-answers.things", { count: things.length }),
          things: things.map(({ title, by, path }) => ({
            title,
            href: base + path(lang),
            lines: by === undefined ? [] : [t("mail.who-answers.by", { day: sayDay(by, lang, now) })],
          })),
        },
      ],
      footer: [
        t("mail.who-answers.why"),
        ...things.flatMap(({ id, title }) => {
          const href = stops.get(id);
          return href === undefined ? [] : [{ label: t("mail.who-answers.stop", { title }), href }];
        }),
      ],
    },
  };
}
