// SPDX-License-Identifier: EUPL-1.2
import type { Step } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { areaName, senderName } from "./enquiry-words.ts";
import type { Shown } from "./queries.ts";
import { texts } from "./texts.ts";

type Event = { at: Date; step: Step };

/** The enquiry's thread: what has happened, where it is now, what is promised. */
export function threadOf(on: Shown, lang: Lang, now: Date): Step[] {
  const happened = [sent(on, lang, now), ...turns(on, lang, now), ...answers(on, lang, now)]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ step }) => step);
  return [...happened, ...rest(on, lang, now)];
}

const sent = ({ submittedAt, name }: Shown, lang: Lang, now: Date): Event => ({
  at: submittedAt,
  step: {
    state: "done",
    kind: texts(lang)("thread.sent.kind", { day: sayDay(submittedAt, lang, now) }),
    title: texts(lang)("thread.sent", { name: senderName(name, lang) }),
  },
});

const turns = (on: Shown, lang: Lang, now: Date): Event[] =>
  on.turns.map(({ what, at, person, areaName: name, areaNameEn: nameEn, day, said }): Event => {
    const t = texts(lang);
    const values = {
      day: sayDay(day ?? at, lang, now),
      name: firstNameOf(person ?? ""),
      area: areaName({ name: name ?? "", nameEn: nameEn ?? "" }, lang),
    };
    const key = what === "said" ? (said === "yes" ? "said-yes" : "said-no") : what;
    return { at, step: { state: "done", kind: t(`thread.${key}.kind`, values), title: t(`thread.${key}`, values) } };
  });

const answers = (on: Shown, lang: Lang, now: Date): Event[] =>
  on.answers.map(({ status, at, person, calledOn, newDay }): Event => {
    const t = texts(lang);
    return {
      at,
      step: {
        state: "done",
        kind: t("thread.answer", { day: sayDay(calledOn ?? at, lang, now) }),
        title: t(`thread.${status}`, { name: firstNameOf(person) }),
        ...(newDay === null ? {} : { text: t("status.news-by", { day: sayDay(newDay, lang, now) }) }),
      },
    };
  });

/** What is awaited, dashed. What is over ends where it ended. */
function rest(on: Shown, lang: Lang, now: Date): Step[] {
  const t = texts(lang);
  if (on.status === "withdrawn") return [{ state: "now", kind: t("thread.now"), title: t("status.withdrawn") }];
  if (on.over) return [];
  const values = { day: sayDay(on.dueBy, lang, now), name: firstNameOf(on.contact), area: areaName(on.area, lang) };
  return [
    { state: "now", kind: t("thread.now"), title: t(on.wantsCall ? "thread.now.call" : "thread.now.write", values) },
    { state: "to", kind: t(on.status === "late" ? "thread.to.late" : "thread.to", values), title: t("thread.to.title", values) },
  ];
}
