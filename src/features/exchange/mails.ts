// SPDX-License-Identifier: EUPL-1.2
import { sayDay } from "#platform/clock/say-dates.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { Letter, Reader, Tie } from "#features/dialogue/index.ts";
import { paths } from "./paths.ts";
import { partyName } from "./post-words.ts";
import type { Post } from "./store.ts";
import { texts } from "./texts.ts";

/** What every letter about a post shares. */
function say(on: Post, { lang, name, base, now }: Reader) {
  const t = texts(lang);
  return {
    t,
    day: (day: LocalDay) => sayDay(day, lang, now),
    greeting: name === "" ? t("mail.hello.nobody") : t("mail.hello", { name: firstNameOf(name) }),
    names: { title: on.title, who: partyName({ organisation: on.organisation?.name ?? null, shownName: on.shownName }, lang) },
    see: { label: t("mail.see"), href: base + paths.post(lang, { reference: on.reference }) },
    yours: [t("mail.why.yours", { reference: on.reference })],
  };
}

/** To a mailbox that nobody has confirmed yet: one button, and what happens without it. */
export function confirmLetter(on: Post, to: Reader, { token, until }: { token: string; until: Date }): Letter {
  const { t, greeting } = say(on, to);
  return {
    subject: t("mail.confirm.subject"),
    body: {
      greeting,
      paragraphs: [t("mail.confirm.text"), t("mail.confirm.until", { day: sayDay(until, to.lang, to.now) })],
      button: { label: t("mail.confirm.button"), href: to.base + paths.confirm(to.lang, { token }) },
      footer: [t("mail.why.confirm", { reference: on.reference })],
    },
  };
}

/** To a broker: a new party's post waits. */
export function lookLetter(on: Post, to: Reader): Letter {
  const { t, greeting, names, day } = say(on, to);
  return {
    subject: t("mail.look.subject", names),
    body: {
      greeting,
      paragraphs: [t("mail.look.text", { ...names, day: day(on.lookBy) }), { quote: on.text }],
      button: { label: t("mail.look.button"), href: to.base + paths.look(to.lang, { reference: on.reference }) },
      footer: [t("mail.why.broker")],
    },
  };
}

export function publishedLetter(on: Post, to: Reader): Letter {
  const { t, greeting, names, see, yours, day } = say(on, to);
  return {
    subject: t("mail.published.subject", names),
    body: { greeting, paragraphs: [t("mail.published.text", { ...names, day: day(on.expiresOn) })], button: see, footer: yours },
  };
}

/** Why it was not put up, or was taken down; and what to do. */
export function refusedLetter(on: Post, to: Reader): Letter {
  const { t, greeting, names, see, yours } = say(on, to);
  const removed = on.closed === "removed";
  return {
    subject: t(removed ? "mail.removed.subject" : "mail.refused.subject", names),
    body: {
      greeting,
      paragraphs: [
        t(removed ? "mail.removed.text" : "mail.refused.text", names),
        { quote: on.refusedReason ?? "" },
        t(removed ? "mail.removed.next" : "mail.refused.next"),
      ],
      button: see,
      footer: yours,
    },
  };
}

export function putBackLetter(on: Post, to: Reader): Letter {
  const { t, greeting, names, see, yours } = say(on, to);
  return {
    subject: t("mail.put-back.subject", names),
    body: {
      greeting,
      paragraphs: [t(on.closed === "fulfilled" ? "mail.put-back.fulfilled" : "mail.put-back.text", names)],
      button: see,
      footer: yours,
    },
  };
}

/** The last day comes, or has been: one button prolongs it. */
export function expiryLetter(on: Post, to: Reader, { token, daysBefore }: { token: string; daysBefore: number }): Letter {
  const { t, greeting, names, see, yours, day } = say(on, to);
  const over = daysBefore === 0;
  return {
    subject: t(over ? "mail.expired.subject" : "mail.expires.subject", { ...names, days: daysBefore }),
    body: {
      greeting,
      paragraphs: [
        t(over ? "mail.expired.text" : "mail.expires.text", { ...names, day: day(on.expiresOn) }),
        t("mail.expires.contacts", { count: on.contacts }),
      ],
      button: { label: t("mail.expires.button"), href: to.base + paths.renewByLink(to.lang, { token }) },
      footer: [see, ...yours],
    },
  };
}

/** To followers: it is settled, or taken back. */
export function overLetter(on: Post, to: Reader, tie: Tie): Letter {
  const { t, greeting, names, see } = say(on, to);
  const key = on.closed === "fulfilled" ? "fulfilled" : "withdrawn";
  return {
    subject: t(`mail.${key}.subject`, names),
    body: {
      greeting,
      paragraphs: [t(`mail.${key}.text`, names)],
      ...(key === "fulfilled" ? { button: see } : {}),
      footer:
        tie.unfollow === undefined
          ? [t("mail.why.yours", { reference: on.reference })]
          : [t("mail.why.follow"), { label: t("mail.stop"), href: tie.unfollow }],
    },
  };
}
