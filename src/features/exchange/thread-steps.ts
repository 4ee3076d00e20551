// SPDX-License-Identifier: EUPL-1.2
import type { Step } from "#design/index.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { begun } from "#platform/text/begun.ts";
import { silenceDays } from "./introduction.ts";
import { statusWords } from "./post-words.ts";
import type { Shown } from "./shown.ts";
import { texts } from "./texts.ts";

/** The red thread of a post: what has happened, where it is, and what comes. Never who was brought together with whom. */
export function threadOf(post: Shown, lang: Lang, now: Date): Step[] {
  const t = texts(lang);
  const nowOn = { state: "now", kind: t("thread.now") } as const;
  const met = metOver(post, lang, now);
  if (post.publishedAt === null) return unpublished(post, lang, now);
  const first: Step = { state: "done", kind: dated(post.publishedAt, lang, now), title: t("thread.published") };
  if (post.status === "fulfilled" && post.closedAt !== null)
    return [first, ...met, { state: "done", kind: dated(post.closedAt, lang, now), title: t(`thread.fulfilled.${post.kind}`) }];
  if (post.status !== "open") return [first, ...met, { ...nowOn, title: statusWords(post.status, post, lang, now).label }];
  return [
    first,
    ...met,
    { ...nowOn, title: t(`thread.open.${post.kind}`), text: t("thread.open.text") },
    {
      state: "to",
      title: t("thread.answer"),
      text: t("thread.answer.text", { days: silenceDays, name: firstNameOf(post.broker ?? "") }),
    },
    { state: "to", title: t("thread.contact") },
    { state: "to", title: t("thread.agree") },
    { state: "to", title: t("thread.outcome"), text: t("thread.outcome.text") },
  ];
}

/** Before all can see it: who looks, and what comes then. */
function unpublished(post: Shown, lang: Lang, now: Date): Step[] {
  const t = texts(lang);
  const nowOn = { state: "now", kind: t("thread.now") } as const;
  const sent: Step = { state: "done", kind: dated(post.submittedAt, lang, now), title: t("thread.sent") };
  if (post.status === "not-let-through")
    return [sent, { ...nowOn, title: t("thread.mend") }, { state: "to", title: t("thread.look-again") }];
  if (post.status !== "held") return [sent, { ...nowOn, title: statusWords(post.status, post, lang, now).label }];
  return [
    sent,
    { ...nowOn, title: t("thread.held"), text: t("thread.held.text", { day: sayDay(post.lookBy, lang, now) }) },
    { state: "to", title: t("thread.goes-up") },
    { state: "to", title: t(`thread.open.${post.kind}`), text: t("thread.open.text") },
  ];
}

/** "Mandag 23. november", as the line above a step. */
export const dated = (when: Date | LocalDay, lang: Lang, now: Date): string => begun(sayDay(when, lang, now), lang);

function metOver({ contacts, firstContactAt }: Shown, lang: Lang, now: Date): Step[] {
  if (contacts === 0 || firstContactAt === null) return [];
  return [{ state: "done", kind: dated(firstContactAt, lang, now), title: texts(lang)("thread.contacts", { count: contacts }) }];
}
