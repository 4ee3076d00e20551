// SPDX-License-Identifier: EUPL-1.2
import type { Step } from "#design/index.ts";
import { endOfDay, localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { deciderWords } from "./listing-words.ts";
import { phasesAfter } from "./listing.ts";
import type { detail } from "./queries.ts";
import { texts } from "./texts.ts";

export type Told = Awaited<ReturnType<typeof detail.answer>>;
type Event = { at: Date; step: Step };

/** The listing's thread: the phases it has been through, what was heard, where it is now, what is to come. */
export function threadOf(on: Told, lang: Lang, now: Date): Step[] {
  const done = [...gone(on, lang, now), ...turns(on, lang, now)]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ step }) => step);
  return [...done, ...coming(on, lang, now)];
}

const gone = ({ history }: Told, lang: Lang, now: Date): Event[] =>
  history.map(({ phase, note, at, person }) => {
    const t = texts(lang);
    const when = new Date(at);
    return {
      at: when,
      step: {
        state: "done",
        kind: t("thread.phase", { day: sayDay(when, lang, now), name: firstNameOf(person) }),
        title: t(`phase.${phase}`),
        text: note ?? t(`phase.${phase}.text`),
      },
    };
  });

function turns(on: Told, lang: Lang, now: Date): Event[] {
  const t = texts(lang);
  const day = (when: Date | string): string => sayDay(when, lang, now);
  const today = localDayOf(now);
  const events: Event[] = on.putOff.map(({ what, to, reason, at }) => ({
    at: new Date(at),
    step: { state: "done", kind: day(new Date(at)), title: t(`thread.put-off.${what}`, { day: day(to) }), text: reason },
  }));
  if (on.askUntil !== null && on.public && on.askUntil < today) {
    const ended = endOfDay(on.askUntil);
    events.push({ at: ended, step: { state: "done", kind: day(on.askUntil), title: t("thread.asked", { count: on.answerCount }) } });
  }
  if (on.lateAt !== null) events.push({ at: on.lateAt, step: { state: "done", kind: day(on.lateAt), title: t("thread.late") } });
  if (on.closure !== null) {
    const at = new Date(on.closure.at);
    events.push({
      at,
      step: { state: "done", kind: day(at), title: t("thread.told", { name: firstNameOf(on.closure.person) }), href: "#heard" },
    });
  }
  return events;
}

/** What is awaited, dashed; what lies behind a question comes after it. */
function coming(on: Told, lang: Lang, now: Date): Step[] {
  const t = texts(lang);
  const day = (when: string | null): string => (when === null ? "" : sayDay(when, lang, now));
  if (!on.public)
    return [{ state: "now", kind: t("thread.now"), title: t(on.status === "discarded" ? "status.discarded" : "status.draft") }];
  const steps: Step[] = [];
  if (on.status === "asking") {
    steps.push({ state: "now", kind: t("thread.now"), title: t("thread.asking", { day: day(on.askUntil) }) });
    steps.push({ state: "to", kind: t("thread.by", { day: day(on.tellBy) }), title: t("thread.to-tell") });
  } else if (on.status === "listening" || on.status === "late") {
    steps.push({ state: "now", kind: t("thread.now"), title: t("thread.listening") });
    steps.push({
      state: "to",
      kind: t(on.status === "late" ? "thread.was-due" : "thread.by", { day: day(on.tellBy) }),
      title: t("thread.to-tell"),
    });
  } else if (on.phase !== "doing") {
    const title = on.newsBy === null ? t("thread.goes-on") : t("thread.news", { day: day(on.newsBy) });
    steps.push({ state: "now", kind: t("thread.now"), title });
  }
  if (on.decideOn >= localDayOf(now)) {
    steps.push({ state: "to", kind: day(on.decideOn), title: t("thread.decides", { who: deciderWords(on, lang) }) });
  }
  const last = phasesAfter(on.phase).at(-1);
  if (last !== undefined) steps.push({ state: "to", kind: t("thread.then"), title: t(`phase.${last}`) });
  return steps;
}
