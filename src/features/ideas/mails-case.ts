// SPDX-License-Identifier: EUPL-1.2
import type { Letter, Reader } from "#features/dialogue/index.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { authorName } from "./idea-words.ts";
import { say } from "./mails.ts";
import { paths } from "./paths.ts";
import type { Idea } from "./store.ts";
import type { Question } from "./store-case.ts";

/** To the author of an idea that somebody builds on. */
export function forkedLetter(on: Idea, variant: Idea, to: Reader): Letter {
  const { t, greeting, names } = say(on, to);
  return {
    subject: t("mail.forked.subject", names),
    body: {
      greeting,
      paragraphs: [t("mail.forked.text", { ...names, who: authorName(variant, to.lang), variant: variant.title }), { quote: variant.text }],
      button: { label: t("mail.forked.button"), href: to.base + paths.idea(to.lang, { reference: variant.reference }) },
      footer: [t("mail.why.author", { reference: on.reference })],
    },
  };
}

/** To who answers for an area that an idea concerns as well. */
export function concernsLetter(on: Idea, to: Reader): Letter {
  const { t, greeting, names, see } = say(on, to);
  return {
    subject: t("mail.concerns.subject", names),
    body: {
      greeting,
      paragraphs: [t("mail.concerns.text", names), { quote: on.text }],
      button: see,
      footer: [t("mail.why.colleague", { reference: on.reference })],
    },
  };
}

/** To a colleague: the question, and where to reply. */
export function askedLetter(on: Idea, question: Question, to: Reader): Letter {
  const { t, day, greeting } = say(on, to);
  const values = { asker: firstNameOf(question.askedByName), title: on.title, day: day(question.wished) };
  return {
    subject: t("mail.asked.subject", values),
    body: {
      greeting,
      paragraphs: [t("mail.asked.text", values), { quote: question.text }],
      button: { label: t("mail.asked.button"), href: to.base + paths.asked(to.lang, { reference: on.reference }) },
      footer: [t("mail.why.colleague", { reference: on.reference })],
    },
  };
}

/** To the colleague who need not reply any more. */
export function questionWithdrawnLetter(on: Idea, question: Question, to: Reader): Letter {
  const { t, greeting, see } = say(on, to);
  const values = { asker: firstNameOf(question.askedByName), title: on.title };
  return {
    subject: t("mail.question-withdrawn.subject", values),
    body: {
      greeting,
      paragraphs: [t("mail.question-withdrawn.text", values), { quote: question.text }],
      button: see,
      footer: [t("mail.why.colleague", { reference: on.reference })],
    },
  };
}

/** To who asked; what was replied is read on the page, where only who works on it comes. */
export function repliedLetter(on: Idea, question: Question, to: Reader): Letter {
  const { t, day, greeting } = say(on, to);
  const values = { colleague: firstNameOf(question.askedName), title: on.title, day: day(on.dueBy) };
  return {
    subject: t("mail.replied.subject", values),
    body: {
      greeting,
      paragraphs: [t("mail.replied.text", values)],
      button: { label: t("mail.replied.button"), href: to.base + paths.case(to.lang, { reference: on.reference }) },
      footer: [t("mail.why.colleague", { reference: on.reference })],
    },
  };
}
