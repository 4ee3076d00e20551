// SPDX-License-Identifier: EUPL-1.2
import type { Step } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { areaName, authorName } from "./idea-words.ts";
import type { detail } from "./queries.ts";
import { isPromise } from "./idea.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

export type Told = Awaited<ReturnType<typeof detail.answer>>;

/** The idea's thread: what has happened, where it is now, what is promised. */
export function threadOf(idea: Told, lang: Lang, now: Date): Step[] {
  const happened = [...events(idea, lang, now), ...answers(idea, lang, now)]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ step }) => step);
  return [...happened, ...rest(idea, lang, now)];
}

type Event = { at: Date; step: Step };

function events({ writtenAt, turns, ...idea }: Told, lang: Lang, now: Date): Event[] {
  const t = texts(lang);
  const day = (at: Date): string => sayDay(at, lang, now);
  const first: Event = {
    at: writtenAt,
    step: {
      state: "done",
      kind: t("thread.idea", { day: day(writtenAt) }),
      title: t("thread.wrote", { name: authorName(idea, lang) }),
    },
  };
  return [
    first,
    ...turns.map(({ what, at, person, areaName: name, areaNameEn: nameEn, part }): Event => {
      const values = {
        day: day(at),
        who: part ? authorName(part, lang) : "",
        part: part?.title ?? "",
        name: firstNameOf(person ?? ""),
        area: areaName({ name: name ?? "", nameEn: nameEn ?? "" }, lang),
      };
      const href = part ? paths.idea(lang, { reference: part.reference }) : what === "edited" ? paths.history(lang, idea) : undefined;
      return { at, step: { state: "done", kind: t(`thread.${what}.kind`, values), title: t(`thread.${what}`, values), href } };
    }),
  ];
}

const answers = ({ answers: given }: Told, lang: Lang, now: Date): Event[] =>
  given.map((answer) => {
    const t = texts(lang);
    const from =
      answer.person === undefined && answer.agreed
        ? `${t("merge.agreed")}.`
        : t("thread.answer-from", { area: areaName({ name: answer.areaName, nameEn: answer.areaNameEn }, lang) });
    const news = answer.newDay === null ? "" : ` ${t("thread.news-by", { day: sayDay(answer.newDay, lang, now) })}`;
    return {
      at: answer.at,
      step: {
        state: "done",
        kind: t("thread.answer", { day: sayDay(answer.at, lang, now) }),
        title: t(`status.${answer.status}`),
        text: `${from}${news}`,
        href: answer.partOf?.href,
      },
    };
  });

/** What is awaited, dashed. An idea that is over ends where it ended; one that goes on says the next step. */
function rest(idea: Told, lang: Lang, now: Date): Step[] {
  const t = texts(lang);
  const { status, dueBy } = idea;
  if (status === "withdrawn") return [{ state: "now", kind: t("thread.now"), title: t("status.withdrawn") }];
  if (status === "not-let-through") return [{ state: "now", kind: t("thread.now"), title: t("status.not-let-through") }];
  if (idea.over) {
    const next = idea.answers.at(-1)?.nextStep;
    return next && isPromise(status) ? [{ state: "to", kind: t("thread.next"), title: next }] : [];
  }
  const values = { day: sayDay(dueBy, lang, now), name: firstNameOf(idea.contact), area: areaName(idea.area, lang) };
  const where: Step = {
    state: "now",
    kind: t("thread.now"),
    title:
      status === "held"
        ? t("thread.now.held")
        : status === "investigating"
          ? t("thread.now.investigating", values)
          : t("thread.now.waiting", values),
  };
  return [
    where,
    { state: "to", kind: status === "late" ? t("thread.to.late", values) : t("thread.to", values), title: t("thread.to.title", values) },
  ];
}
