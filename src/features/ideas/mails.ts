// SPDX-License-Identifier: EUPL-1.2
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { MailLink } from "#platform/mail/body.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { dialoguePaths, type Letter, type Reader, type Tie } from "#features/dialogue/index.ts";
import type { Duty } from "#features/places/index.ts";
import { areaName, authorAndPlace } from "./idea-words.ts";
import { paths } from "./paths.ts";
import type { Idea } from "./store.ts";
import type { GivenAnswer } from "./store-detail.ts";
import { texts } from "./texts.ts";

const area = ({ areaName: name, areaNameEn: nameEn }: Idea, lang: Lang): string => areaName({ name, nameEn }, lang);

/** What every letter about an idea shares. */
export function say(on: Idea, { lang, name, base, now }: Reader) {
  const t = texts(lang);
  return {
    t,
    day: (day: string) => sayDay(day, lang, now),
    greeting: name === "" ? t("mail.hello.nobody") : t("mail.hello", { name: firstNameOf(name) }),
    names: {
      name: firstNameOf(on.contactName),
      area: area(on, lang),
      title: on.title,
      who: authorAndPlace(on, on.localityName, lang),
    },
    see: { label: t("mail.see"), href: base + paths.idea(lang, { reference: on.reference }) },
    inbox: [t("mail.why.inbox", { area: area(on, lang) })],
  };
}

/** The receipt to a mailbox that nobody has confirmed yet: one button, and what happens without it. */
export function confirmLetter(on: Idea, to: Reader, { token, until }: { token: string; until: Date }): Letter {
  const { t, greeting, names } = say(on, to);
  return {
    subject: t("mail.confirm.subject"),
    body: {
      greeting,
      paragraphs: [
        t("mail.confirm.text", names),
        promised(on, to),
        t("mail.confirm.until", { ...names, day: sayDay(until, to.lang, to.now) }),
      ],
      button: { label: t("mail.confirm.button"), href: to.base + paths.confirm(to.lang, { token }) },
      footer: [t("mail.why.confirm", { reference: on.reference })],
    },
  };
}

/** To whoever wrote an idea that was brought in: it is nobody's until they say yes. */
export function broughtInLetter(on: Idea, to: Reader, { token, until }: { token: string; until: Date }): Letter {
  const { t, greeting, names, see } = say(on, to);
  return {
    subject: t("mail.brought-in.subject"),
    body: {
      greeting,
      paragraphs: [t("mail.brought-in.text", names), t("mail.brought-in.ask", { day: sayDay(until, to.lang, to.now) })],
      button: { label: t("mail.confirm.button"), href: to.base + paths.confirm(to.lang, { token }) },
      footer: [see, t("mail.why.brought-in", { reference: on.reference, source: on.origin?.source ?? "" })],
    },
  };
}

function promised(on: Idea, to: Reader) {
  const { t, day, names } = say(on, to);
  return {
    fact: [
      [t("mail.facts.who"), t("name-in-area", names)],
      [t("mail.facts.acknowledge"), t("mail.by", { day: day(on.acknowledgeBy) })],
      [t("mail.facts.answer"), t("mail.by", { day: day(on.dueBy) })],
    ],
  } as const;
}

/** To the author, when everybody can see the idea. */
export function publishedLetter(on: Idea, to: Reader): Letter {
  const { t, greeting, names, see } = say(on, to);
  return {
    subject: t("mail.published.subject"),
    body: {
      greeting,
      paragraphs: [t("mail.published.text", names), promised(on, to)],
      button: see,
      footer: [t("mail.why.author", { reference: on.reference })],
    },
  };
}

/** To the contact person: a new one, or one that was handed over. */
export function newLetter(on: Idea, to: Reader, moved: boolean): Letter {
  const { t, day, greeting, names, see, inbox } = say(on, to);
  return {
    subject: t(moved ? "mail.moved.subject" : "mail.new.subject", names),
    body: {
      greeting,
      paragraphs: [
        t(moved ? "mail.moved.text" : "mail.new.text", names),
        { quote: on.text },
        t("mail.new.due", { acknowledge: day(on.acknowledgeBy), answer: day(on.dueBy) }),
      ],
      button: { ...see, label: t("mail.new.button") },
      footer: inbox,
    },
  };
}

/** To the contact person: somebody must look before others can see it. */
export function lookLetter(on: Idea, to: Reader): Letter {
  const { t, day, greeting, names, inbox } = say(on, to);
  const values = { ...names, day: day(on.lookBy) };
  return {
    subject: t("mail.look.subject", values),
    body: {
      greeting,
      paragraphs: [t("mail.look.text", values), { quote: on.text }],
      button: { label: t("mail.look.button"), href: to.base + paths.look(to.lang, { reference: on.reference }) },
      footer: inbox,
    },
  };
}

/** Why somebody gets a letter, and how to say no to the next one. */
function footer(on: Idea, to: Reader, { author, unfollow }: Tie): (string | MailLink)[] {
  const t = texts(to.lang);
  if (author) return [t("mail.why.author", { reference: on.reference })];
  return [
    t("mail.why.follower", { reference: on.reference }),
    ...(unfollow === undefined ? [] : [{ label: t("mail.unfollow"), href: unfollow }]),
  ];
}

/** In: the name of who read it; the idea may lie elsewhere by now. */
export function acknowledgedLetter(on: Idea, reader: string, to: Reader, tie: Tie): Letter {
  const { t, day, greeting, names, see } = say(on, to);
  return {
    subject: t(tie.author ? "mail.acknowledged.subject" : "mail.acknowledged.subject.follower", names),
    body: {
      greeting,
      paragraphs: [t("mail.acknowledged.text", { ...names, name: firstNameOf(reader), day: day(on.dueBy) })],
      button: see,
      footer: footer(on, to, tie),
    },
  };
}

/** The answer itself stands in the mail: nobody must log in to read it. */
export function answeredLetter(on: Idea, answer: GivenAnswer, to: Reader, tie: Tie): Letter {
  const { t, day, greeting, names, see } = say(on, to);
  const status = t(`status.${answer.status}`);
  const by = { name: firstNameOf(answer.person ?? ""), area: areaName({ name: answer.areaName, nameEn: answer.areaNameEn }, to.lang) };
  const more = [
    ...(answer.possibleIf === null
      ? []
      : [t(answer.byRule ? "mail.answered.rule" : "mail.answered.possible-if", { text: answer.possibleIf })]),
    ...(answer.nextStep === null ? [] : [t("mail.answered.next-step", { text: answer.nextStep })]),
    ...(answer.newDay === null ? [] : [t("mail.answered.new-day", { day: day(answer.newDay) })]),
    ...(answer.partOf === null ? [] : [t("mail.answered.part-of", { title: answer.partOf.title })]),
  ];
  return {
    subject: t("mail.answered.subject", names),
    body: {
      greeting,
      paragraphs: [
        answer.person === undefined ? t("mail.answered.agreed", names) : t("mail.answered.text", { ...names, ...by, status }),
        { quote: answer.reason },
        ...more,
      ],
      button: { ...see, label: t("mail.answered.button") },
      footer: [...(answer.partOf === null ? [] : [followWhole(answer.partOf.reference, to)]), ...footer(on, to, tie)],
    },
  };
}

/** Nobody is moved along: whoever wants to hear of the other idea says so with one press. */
const followWhole = (reference: string, { lang, base }: Reader): MailLink => ({
  label: texts(lang)("merge.follow"),
  href: base + dialoguePaths.follow(lang, { reference }),
});

/** What became of it as an answer to a question, where it has its own answer already. */
export function weighedLetter(
  on: Idea,
  { fate, because, possibleIf }: { fate: "taken-up" | "partly" | "not"; because: string; possibleIf: string | null },
  to: Reader,
  tie: Tie,
): Letter {
  const { t, greeting, names, see } = say(on, to);
  return {
    subject: t("mail.weighed.subject", names),
    body: {
      greeting,
      paragraphs: [
        t(`mail.weighed.${fate}`, names),
        { quote: because },
        ...(possibleIf === null ? [] : [t("mail.answered.possible-if", { text: possibleIf })]),
      ],
      button: see,
      footer: footer(on, to, tie),
    },
  };
}

export function notLetThroughLetter(on: Idea, to: Reader): Letter {
  const { t, greeting, names } = say(on, to);
  return {
    subject: t("mail.not-let-through.subject", names),
    body: {
      greeting,
      paragraphs: [t("mail.not-let-through.text", names), { quote: on.refusedReason ?? "" }, t("mail.not-let-through.next")],
      footer: [t("mail.why.author", { reference: on.reference })],
    },
  };
}

export function withdrawnLetter(on: Idea, to: Reader, tie: Tie): Letter {
  const { t, greeting, names } = say(on, to);
  return {
    subject: t("mail.withdrawn.subject", names),
    body: { greeting, paragraphs: [t("mail.withdrawn.text", names)], footer: footer(on, to, { ...tie, unfollow: undefined }) },
  };
}

/** To the secretariat and the contact person: a day has passed. */
export function escalatedLetter(on: Idea, to: Reader, { what, due, inbox: isInbox }: { what: Duty; due: string; inbox: boolean }): Letter {
  const { t, day, greeting, names, see, inbox } = say(on, to);
  return {
    subject: t("mail.escalated.subject", names),
    body: {
      greeting,
      paragraphs: [t(`mail.escalated.${what}`, { day: day(due) }), t("mail.escalated.who", names)],
      button: { ...see, label: t("mail.escalated.button") },
      footer: isInbox ? inbox : [t("mail.why.secretariat")],
    },
  };
}
