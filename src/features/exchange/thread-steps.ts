// SPDX-License-Identifier: EUPL-1.2
import type { Step } from "#design/index.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { silenceDays } from "./introduction.ts";
import type { Shown } from "./shown.ts";
import { texts } from "./texts.ts";

/** The red thread of a post: what has happened, where it is, and what comes. Never who was brought together with whom. */
export function threadOf(post: Shown, lang: Lang, now: Date): Step[] {
  const t = texts(lang);
  const name = firstNameOf(post.broker ?? "");
  const begun: Step =
    post.publishedAt === null
      ? {
          state: "now",
          kind: t("thread.now"),
          title: t("thread.held"),
          text: t("thread.held.text", { day: sayDay(post.lookBy, lang, now) }),
        }
      : { state: "done", kind: sayDate(post.publishedAt, lang), title: t("thread.published") };
  if (post.status === "fulfilled" && post.closedAt !== null)
    return [begun, ...met(post, lang), { state: "done", kind: sayDate(post.closedAt, lang), title: t(`thread.fulfilled.${post.kind}`) }];
  if (post.status !== "open") return post.publishedAt === null ? [begun] : [begun, ...met(post, lang)];
  return [
    begun,
    ...met(post, lang),
    { state: "now", kind: t("thread.now"), title: t(`thread.open.${post.kind}`), text: t("thread.open.text") },
    { state: "to", title: t("thread.answer"), text: t("thread.answer.text", { days: silenceDays, name }) },
    { state: "to", title: t("thread.contact") },
    { state: "to", title: t("thread.agree") },
    { state: "to", title: t("thread.outcome"), text: t("thread.outcome.text") },
  ];
}

function met({ contacts, firstContactAt }: Shown, lang: Lang): Step[] {
  if (contacts === 0 || firstContactAt === null) return [];
  return [{ state: "done", kind: sayDate(firstContactAt, lang), title: texts(lang)("thread.contacts", { count: contacts }) }];
}
