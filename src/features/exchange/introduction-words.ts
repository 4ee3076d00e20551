// SPDX-License-Identifier: EUPL-1.2
import type { StatusSign, Step } from "#design/index.ts";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { agreeDays, otherSide, type Standing } from "./introduction.ts";
import type { ShownIntroduction } from "./shown-introduction.ts";
import { texts } from "./texts.ts";
import { dated } from "./thread-steps.ts";

export type Told = ShownIntroduction & { broker: string | undefined };

/** To a broker the two are "they": each of these texts stands in both voices. */
const voiceOf = ({ mine }: Pick<Told, "mine">) => (mine === undefined ? ".broker" : "");

/** What comes next, who acts, and by when: one or two sentences. */
export function nextWords(on: Told, lang: Lang, now: Date): string {
  const t = texts(lang);
  const voice = voiceOf(on);
  const other = on.mine === undefined ? undefined : on[otherSide(on.mine)];
  if (on.standing === "proposed") {
    const day = sayDay(on.lapsesOn, lang, now);
    if (on.gone) return t("next.post-gone");
    if (on.may.accept) return t("next.you-reply", { day });
    const waits = (["giver", "seeker"] as const).filter((side) => on[side].said === undefined).map((side) => on[side].name);
    const words = t("next.they-reply", { names: waits.join(" & "), day });
    return on.may.replyFor.length > 0 ? `${words} ${t("next.call")}` : words;
  }
  if (on.standing === "accepted") {
    const said = on.mine === undefined ? t("next.agree.broker") : t("next.agree", { name: other?.name ?? "" });
    return `${said} ${t(`next.agree.by${voice}`, { day: agreeBy(on, lang, now), name: firstNameOf(on.broker ?? "") })}`;
  }
  if (on.standing === "agreed") return agreedWords(on, lang, now);
  if (on.standing === "done") return t(isNothing(on) ? `next.done.not${voice}` : `next.done${voice}`);
  const ended = on.endReason === null ? t(`next.${on.standing}`) : `${t(`next.${on.standing}`)} »${on.endReason}«`;
  return on.mine === undefined ? ended : `${ended} ${t("next.ask-another")}`;
}

function agreedWords(on: Told, lang: Lang, now: Date): string {
  const t = texts(lang);
  const voice = voiceOf(on);
  if (on.registered) return on.may["tell-outcome"] ? t("next.confirm-help") : t("next.registered");
  if (on.exchange === "disputed") return t(`next.disputed${voice}`, { name: firstNameOf(on.broker ?? "") });
  if (on.may["tell-outcome"]) return t("next.tell");
  if (isAhead(on, now)) return t(`next.day${voice}`, { day: sayDay(on.onDay ?? now, lang, now) });
  return t(`next.others-tell${voice}`);
}

/** The day on which a broker asks two who have said yes and have written no agreement. */
const agreeBy = ({ acceptedAt }: Told, lang: Lang, now: Date): string =>
  sayDay(addDays(localDayOf(acceptedAt ?? now), agreeDays), lang, now);

/** The agreed day has not been yet. */
const isAhead = ({ onDay, exchange }: Told, now: Date): boolean => onDay !== null && exchange === "planned" && onDay >= localDayOf(now);

/** It came to nothing: so both said, or so a broker found. */
const isNothing = ({ exchange, resolution }: Told): boolean => exchange === "not-done" || resolution?.happened === false;

/** The red thread of an introduction. */
export function introductionThread(on: Told, lang: Lang, now: Date): Step[] {
  const t = texts(lang);
  const first: Step = {
    state: "done",
    kind: dated(on.proposedAt, lang, now),
    title: on.registered
      ? t("step.registered")
      : on.initiator === "broker"
        ? t(`step.brokered${voiceOf(on)}`)
        : t("step.asked", { name: on[on.initiator].name }),
  };
  const yeses = (["giver", "seeker"] as const)
    .filter((side) => side !== on.initiator && on[side].said === true && on[side].saidAt !== undefined)
    .map((side): Step => ({
      state: "done",
      kind: dated(on[side].saidAt ?? on.proposedAt, lang, now),
      title: t("step.yes", { name: on[side].name }),
    }));
  const { standing } = on;
  if (standing === "declined" || standing === "lapsed" || standing === "withdrawn" || standing === "no-agreement")
    return [first, ...yeses, { state: "done", ...dayOf(on.endedAt, lang, now), title: t(`standing.${standing}`) }];
  if (on.registered) {
    return standing === "done"
      ? [first, { state: "done", title: t("standing.done") }]
      : [first, { state: "now", kind: t("thread.now"), title: t("step.confirm-help") }];
  }
  return [first, ...yeses, ...afterYeses(on, lang, now)];
}

/** From the answer to how it went: what has been is solid, and an agreed day that is to come is not. */
function afterYeses(on: Told, lang: Lang, now: Date): Step[] {
  const t = texts(lang);
  const voice = voiceOf(on);
  const asked: Step = { state: "to", title: t("thread.outcome"), text: t(`thread.outcome.text${voice}`) };
  if (on.standing === "proposed") {
    return [
      {
        state: "now",
        kind: t("thread.now"),
        title: t("step.answers"),
        text: t("step.answers.by", { day: sayDay(on.lapsesOn, lang, now) }),
      },
      { state: "to", title: t(`thread.contact${voice}`) },
      { state: "to", title: t(`thread.agree${voice}`) },
      asked,
    ];
  }
  const shared: Step = { state: "done", ...dayOf(on.acceptedAt, lang, now), title: t(`step.contact${voice}`) };
  if (on.standing === "accepted") return [shared, { state: "now", kind: t("thread.now"), title: t(`thread.agree${voice}`) }, asked];
  const day = on.onDay === null ? undefined : dated(on.onDay, lang, now);
  if (on.standing === "agreed" && isAhead(on, now)) {
    return [
      shared,
      { state: "now", kind: t("thread.now"), title: t(`step.agreement${voice}`), ...(day !== undefined && { text: `${day}.` }) },
      asked,
    ];
  }
  const had: Step = { state: "done", ...(day !== undefined && { kind: day }), title: t(`step.had-agreement${voice}`) };
  if (on.standing === "agreed") return [shared, had, { ...asked, state: "now", kind: t("thread.now") }];
  return [shared, had, { state: "done", ...dayOf(on.endedAt, lang, now), title: t(isNothing(on) ? "step.not-done" : "standing.done") }];
}

/** The line above a step, where its day is known. */
const dayOf = (when: Date | null, lang: Lang, now: Date): Pick<Step, "kind"> => (when === null ? {} : { kind: dated(when, lang, now) });

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
