// SPDX-License-Identifier: EUPL-1.2
import { sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { Letter, Reader } from "#features/dialogue/index.ts";
import { areaName, nameInArea, senderName } from "./enquiry-words.ts";
import { paths } from "./paths.ts";
import type { Enquiry } from "./store.ts";
import type { Answer } from "./store-story.ts";
import { texts } from "./texts.ts";

type Link = { token: string; until: Date };

/** What every letter about an enquiry shares. */
function say(on: Enquiry, { lang, name, base, now }: Reader) {
  const t = texts(lang);
  const area = { name: on.areaName, nameEn: on.areaNameEn };
  const day = (day: string | Date) => sayDay(day, lang, now);
  return {
    t,
    day,
    greeting: name === "" ? t("mail.hello.nobody") : t("mail.hello", { name: firstNameOf(name) }),
    names: {
      name: firstNameOf(on.contactName),
      area: areaName(area, lang),
      subject: on.subject,
      reference: on.reference,
      who: senderName(on.name, lang),
    },
    see: { label: t("mail.see"), href: base + paths.enquiry(lang, { reference: on.reference }) },
    promised: {
      fact: [
        [t("mail.facts.who"), nameInArea(on.contactName, area, lang)],
        [t("mail.facts.acknowledge"), t("mail.by", { day: day(on.acknowledgeBy) })],
        [t(on.hasPhone ? "mail.facts.call" : "mail.facts.answer"), t("mail.by", { day: day(on.dueBy) })],
      ] as const,
    },
    mine: [t("mail.why.sender", { reference: on.reference })],
    inbox: [t("mail.why.inbox", { area: areaName(area, lang) })],
  };
}

/** To a mailbox that nobody has confirmed yet: a button, the promise, and no word of what was written, for it may be somebody else's. */
export function confirmLetter(on: Enquiry, to: Reader, { token, until }: Link): Letter {
  const { t, day, greeting, names, promised } = say(on, to);
  return {
    subject: t("mail.confirm.subject", names),
    body: {
      greeting,
      paragraphs: [t("mail.confirm.text", names), promised, t("mail.confirm.until", { day: day(until) })],
      button: { label: t("mail.confirm.button"), href: to.base + paths.confirm(to.lang, { token }) },
      footer: [t("mail.why.confirm", names)],
    },
  };
}

/** The answer is there, but the mailbox is still nobody's: one press, then it comes. */
export function answerWaitsLetter(on: Enquiry, to: Reader, { token, until }: Link): Letter {
  const { t, day, greeting, names } = say(on, to);
  return {
    subject: t("mail.answer-waits.subject", names),
    body: {
      greeting,
      paragraphs: [t("mail.answer-waits.text", names), t("mail.confirm.until", { day: day(until) })],
      button: { label: t("mail.confirm.button"), href: to.base + paths.confirm(to.lang, { token }) },
      footer: [t("mail.why.confirm", names)],
    },
  };
}

/** To a sender who is known: we have it, and who answers when. */
export function sentLetter(on: Enquiry, to: Reader): Letter {
  const { t, greeting, names, see, promised, mine } = say(on, to);
  return {
    subject: t("mail.sent.subject", names),
    body: { greeting, paragraphs: [t("mail.sent.text", names), promised], button: see, footer: mine },
  };
}

/** To who answers: a new one, or one that was handed over. */
export function newLetter(on: Enquiry, to: Reader, moved: boolean): Letter {
  const { t, day, greeting, names, see, inbox } = say(on, to);
  return {
    subject: t(moved ? "mail.moved.subject" : "mail.new.subject", names),
    body: {
      greeting,
      paragraphs: [
        t(moved ? "mail.moved.text" : "mail.new.text", names),
        { quote: on.text },
        ...(on.hasPhone ? [t("mail.new.call", { phone: on.phone ?? "", when: on.callWhen ?? "" })] : []),
        t("mail.new.due", { acknowledge: day(on.acknowledgeBy), answer: day(on.dueBy) }),
      ],
      button: { ...see, label: t("mail.new.button") },
      footer: inbox,
    },
  };
}

export function acknowledgedLetter(on: Enquiry, to: Reader): Letter {
  const { t, day, greeting, names, see, mine } = say(on, to);
  const by = on.turns.findLast(({ what }) => what === "acknowledged")?.person;
  const values = { ...names, name: firstNameOf(by ?? on.contactName), day: day(on.dueBy) };
  return {
    subject: t("mail.acknowledged.subject", names),
    body: {
      greeting,
      paragraphs: [t(on.hasPhone ? "mail.acknowledged.call" : "mail.acknowledged.text", values)],
      button: see,
      footer: mine,
    },
  };
}

/** The answer itself stands in the mail: nobody must log in to read it. */
export function answeredLetter(on: Enquiry, answer: Answer, to: Reader): Letter {
  const { t, day, greeting, names, see, mine } = say(on, to);
  const area = areaName({ name: answer.areaName, nameEn: answer.areaNameEn }, to.lang);
  const values = { ...names, area, name: firstNameOf(answer.person), day: day(answer.calledOn ?? answer.at) };
  return {
    subject: t(answer.status === "called" ? "mail.called.subject" : "mail.answered.subject", names),
    body: {
      greeting,
      paragraphs: [
        t(`mail.${answer.status}.text`, values),
        { quote: answer.text },
        ...(answer.newDay === null ? [] : [t("mail.investigating.new-day", { day: day(answer.newDay) })]),
      ],
      button: see,
      footer: mine,
    },
  };
}

/** After the second call that nobody took. */
export function notReachedLetter(on: Enquiry, to: Reader, phone: string): Letter {
  const { t, greeting, names, see, mine } = say(on, to);
  return {
    subject: t("mail.not-reached.subject", names),
    body: {
      greeting,
      paragraphs: [t("mail.not-reached.text", names), t("mail.not-reached.next", { ...names, phone })],
      button: see,
      footer: mine,
    },
  };
}

/** May it become an idea? With the words that all would read, and one button. */
export function askLetter(on: Enquiry, to: Reader, { token, until }: Link): Letter {
  const { t, day, greeting, names } = say(on, to);
  return {
    subject: t("mail.ask.subject", names),
    body: {
      greeting,
      paragraphs: [
        t("mail.ask.text", names),
        { quote: `${on.proposal?.title ?? ""}\n\n${on.proposal?.text ?? ""}` },
        t("mail.ask.free", { day: day(until) }),
      ],
      button: { label: t("mail.ask.button"), href: to.base + paths.yesByLink(to.lang, { token }) },
      footer: [t("mail.why.sender", names), { label: t("mail.ask.no"), href: to.base + paths.noByLink(to.lang, { token }) }],
    },
  };
}

/** To who asked: what the sender said. */
export function saidLetter(on: Enquiry, to: Reader, said: "yes" | "no"): Letter {
  const { t, day, greeting, names, see, inbox } = say(on, to);
  return {
    subject: t(`mail.said-${said}.subject`, names),
    body: { greeting, paragraphs: [t(`mail.said-${said}.text`, { ...names, day: day(on.dueBy) })], button: see, footer: inbox },
  };
}

export function withdrawnLetter(on: Enquiry, to: Reader): Letter {
  const { t, greeting, names, inbox } = say(on, to);
  return { subject: t("mail.withdrawn.subject", names), body: { greeting, paragraphs: [t("mail.withdrawn.text", names)], footer: inbox } };
}

/** To the secretariat and who answers: a day has passed. */
export function escalatedLetter(
  on: Enquiry,
  to: Reader,
  { what, due, inbox: isInbox }: { what: "acknowledge" | "answer"; due: string; inbox: boolean },
): Letter {
  const { t, day, greeting, names, see, inbox } = say(on, to);
  return {
    subject: t("mail.escalated.subject", names),
    body: {
      greeting,
      paragraphs: [t(`mail.escalated.${what}`, { day: day(due) }), t("mail.escalated.who", names)],
      button: { ...see, label: t("mail.new.button") },
      footer: isInbox ? inbox : [t("mail.why.secretariat")],
    },
  };
}
