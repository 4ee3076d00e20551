// SPDX-License-Identifier: EUPL-1.2
import type { StatusSign, Step } from "#design/index.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { otherSide, type Standing } from "./introduction.ts";
import type { ShownIntroduction } from "./shown-introduction.ts";
import { texts } from "./texts.ts";

type Told = ShownIntroduction & { broker: string | undefined };

/** What comes next, who acts, and by when: one or two sentences. */
export function nextWords(on: Told, lang: Lang, now: Date): string {
  const t = texts(lang);
  const other = on.mine === undefined ? undefined : on[otherSide(on.mine)];
  const waits = (["giver", "seeker"] as const).filter((side) => on[side].said === undefined).map((side) => on[side].name);
  const day = sayDay(on.lapsesOn, lang, now);
  if (on.standing === "proposed") {
    if (on.may.accept) return t("next.you-reply", { day, name: other?.name ?? "" });
    return t("next.they-reply", { names: waits.join(" & "), day });
  }
  if (on.standing === "accepted") return on.mine === undefined ? t("next.agree.broker") : t("next.agree", { name: other?.name ?? "" });
  if (on.standing === "agreed") {
    if (on.registered) return on.may["tell-outcome"] ? t("next.confirm-help") : t("next.registered");
    if (on.exchange === "disputed") return t("next.disputed", { name: firstNameOf(on.broker ?? "") });
    if (on.may["tell-outcome"]) return t("next.tell");
    if (on.onDay !== null && on.exchange === "planned") return t("next.day", { day: sayDate(on.onDay, lang) });
    return t("next.others-tell");
  }
  if (on.standing === "done") return t(on.exchange === "not-done" ? "next.done.not" : "next.done");
  return on.endReason === null ? t(`next.${on.standing}`) : `${t(`next.${on.standing}`)} »${on.endReason}«`;
}

/** The red thread of an introduction. */
export function introductionThread(on: Told, lang: Lang, now: Date): Step[] {
  const t = texts(lang);
  const begun: Step = {
    state: "done",
    kind: sayDate(on.proposedAt, lang),
    title: on.registered
      ? t("step.registered")
      : on.initiator === "broker"
        ? t("step.brokered")
        : t("step.asked", { name: on[on.initiator].name }),
  };
  const yeses = (["giver", "seeker"] as const)
    .filter((side) => side !== on.initiator && on[side].said === true && on[side].saidAt !== undefined)
    .map((side): Step => ({
      state: "done",
      kind: sayDate(on[side].saidAt ?? on.proposedAt, lang),
      title: t("step.yes", { name: on[side].name }),
    }));
  const { standing } = on;
  if (standing === "declined" || standing === "lapsed" || standing === "withdrawn" || standing === "no-agreement")
    return [
      begun,
      ...yeses,
      { state: "done", kind: on.endedAt === null ? "" : sayDate(on.endedAt, lang), title: t(`standing.${standing}`) },
    ];
  if (on.registered) {
    return standing === "done"
      ? [begun, { state: "done", title: t("standing.done") }]
      : [begun, { state: "now", kind: t("thread.now"), title: t("step.confirm-help") }];
  }
  const rest: Step[] = [];
  const add = (state: Step["state"], title: string, kind?: string, text?: string): number =>
    rest.push({ state, title, ...(kind !== undefined && { kind }), ...(text !== undefined && { text }) });
  if (standing === "proposed") {
    add("now", t("step.answers"), t("thread.now"), t("step.answers.by", { day: sayDay(on.lapsesOn, lang, now) }));
    add("to", t("thread.contact"));
    add("to", t("thread.agree"));
    add("to", t("thread.outcome"), undefined, t("thread.outcome.text"));
    return [begun, ...yeses, ...rest];
  }
  add("done", t("thread.contact"), on.acceptedAt === null ? undefined : sayDate(on.acceptedAt, lang));
  if (standing === "accepted") add("now", t("thread.agree"), t("thread.now"));
  else add("done", t("thread.agree"), on.onDay === null ? undefined : sayDate(on.onDay, lang));
  if (standing === "done")
    add(
      "done",
      t(on.exchange === "not-done" ? "step.not-done" : "standing.done"),
      on.endedAt === null ? undefined : sayDate(on.endedAt, lang),
    );
  else
    add(
      standing === "agreed" ? "now" : "to",
      t("thread.outcome"),
      standing === "agreed" ? t("thread.now") : undefined,
      t("thread.outcome.text"),
    );
  return [begun, ...yeses, ...rest];
}

export const standingSigns: Record<Standing, StatusSign> = {
  proposed: "waiting",
  accepted: "examining",
  agreed: "examining",
  done: "we-do",
  declined: "no",
  lapsed: "no",
  withdrawn: "no",
  "no-agreement": "no",
};
