// SPDX-License-Identifier: EUPL-1.2
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { Letter, Reader } from "#features/dialogue/index.ts";
import { otherSide, type Side } from "./introduction.ts";
import { paths } from "./paths.ts";
import type { Contact, Introduction } from "./store-introduction.ts";
import { texts } from "./texts.ts";

/** What every letter about an introduction shares. In: which side reads; none for a broker. */
function say(on: Introduction, { lang, name, base, now }: Reader, side: Side | undefined) {
  const t = texts(lang);
  const other = side === undefined ? undefined : on[otherSide(side)].name;
  return {
    t,
    greeting: name === "" ? t("mail.hello.nobody") : t("mail.hello", { name: firstNameOf(name) }),
    names: {
      title:
        (side === "giver" ? on.need?.title : side === "seeker" ? on.offer?.title : undefined) ??
        on.need?.title ??
        on.offer?.title ??
        t("introduction.help"),
      other: other ?? `${on.giver.name} & ${on.seeker.name}`,
      day: sayDay(on.lapsesOn, lang, now),
    },
    see: { label: t("mail.introduction.see"), href: base + paths.introduction(lang, { reference: on.reference }) },
    answer: { label: t("mail.introduced.button"), href: base + paths.reply(lang, { reference: on.reference }) },
    why: [t(side === undefined ? "mail.why.broker" : "mail.why.introduction", { reference: on.reference })],
  };
}

/** To the side that is asked: the greeting, and nobody's address. */
export function introducedLetter(on: Introduction, to: Reader, side: Side): Letter {
  const { t, greeting, names, answer, why } = say(on, to, side);
  const brokered = on.initiator === "broker";
  return {
    subject: t(brokered ? "mail.brokered.subject" : "mail.introduced.subject", names),
    body: {
      greeting,
      paragraphs: [
        t(brokered ? "mail.brokered.text" : "mail.introduced.text", names),
        { quote: on.greeting },
        t("mail.introduced.by", names),
      ],
      button: answer,
      footer: why,
    },
  };
}

/** To a broker: somebody is to be called. */
export function callLetter(on: Introduction, to: Reader): Letter {
  const { t, greeting, names, see, why } = say(on, to, undefined);
  return { subject: t("mail.call.subject", names), body: { greeting, paragraphs: [t("mail.call.text", names)], button: see, footer: why } };
}

/** Both have said yes: how the other wants to be reached. */
export function acceptedLetter(on: Introduction, to: Reader, side: Side, contact: Contact | undefined): Letter {
  const { t, greeting, names, see, why } = say(on, to, side);
  return {
    subject: t("mail.accepted.subject", names),
    body: {
      greeting,
      paragraphs: [
        t("mail.accepted.text", names),
        ...(contact
          ? [
              {
                fact: [
                  [t("contact.name"), contact.name] as const,
                  ...(contact.email === null ? [] : [[t("contact.email"), contact.email] as const]),
                  ...(contact.phone === null ? [] : [[t("contact.phone"), contact.phone] as const]),
                ],
              },
            ]
          : []),
        t("mail.accepted.next"),
      ],
      button: see,
      footer: why,
    },
  };
}

/** It came to nothing: what was said, and what can be done. */
export function endedLetter(on: Introduction, to: Reader, side: Side): Letter {
  const { t, greeting, names, see, why } = say(on, to, side);
  const standing =
    on.standing === "withdrawn" ? "withdrawn-ask" : on.standing === "lapsed" || on.standing === "no-agreement" ? on.standing : "declined";
  return {
    subject: t(`mail.${standing}.subject`, names),
    body: {
      greeting,
      paragraphs: [t(`mail.${standing}.text`, names), ...(on.endReason === null ? [] : [{ quote: on.endReason }])],
      button: see,
      footer: why,
    },
  };
}

/** Words of the one, by way of the site: no address of anybody's. */
export function messageLetter(
  on: Introduction,
  to: Reader,
  side: Side | undefined,
  { from, text }: { from: string; text: string },
): Letter {
  const { t, greeting, names, why } = say(on, to, side);
  return {
    subject: t("mail.message.subject", { ...names, from }),
    body: {
      greeting,
      paragraphs: [t("mail.message.text", { ...names, from }), { quote: text }],
      button: { label: t("mail.message.button"), href: to.base + paths.message(to.lang, { reference: on.reference }) },
      footer: why,
    },
  };
}

export function agreedLetter(on: Introduction, to: Reader, side: Side): Letter {
  const { t, greeting, names, see, why } = say(on, to, side);
  const day = on.exchange === undefined ? "" : sayDate(on.exchange.onDay, to.lang);
  return {
    subject: t("mail.agreed.subject", names),
    body: { greeting, paragraphs: [t("mail.agreed.text", { ...names, day }), { quote: on.what ?? "" }], button: see, footer: why },
  };
}

/** The day has been: how did it go? */
export function outcomeLetter(on: Introduction, to: Reader, side: Side, again: boolean): Letter {
  const { t, greeting, names, why } = say(on, to, side);
  return {
    subject: t(on.registered ? "mail.help.subject" : "mail.outcome.subject", names),
    body: {
      greeting,
      paragraphs: [
        t(on.registered ? "mail.help.text" : again ? "mail.outcome.other-told" : "mail.outcome.text", names),
        ...(on.what === null ? [] : [{ quote: on.what }]),
      ],
      button: { label: t("mail.outcome.button"), href: to.base + paths.outcome(to.lang, { reference: on.reference }) },
      footer: why,
    },
  };
}

export function thankedLetter(on: Introduction, to: Reader, side: Side): Letter {
  const { t, greeting, names, see, why } = say(on, to, side);
  const thanks = on[otherSide(side)].thanks;
  return {
    subject: t("mail.thanked.subject", names),
    body: { greeting, paragraphs: [t("mail.thanked.text", names), { quote: thanks?.text ?? "" }], button: see, footer: why },
  };
}

/** To both: they said different things, and a broker asks. To a broker: ask. */
export function disputedLetter(on: Introduction, to: Reader, side: Side | undefined): Letter {
  const { t, greeting, names, see, why } = say(on, to, side);
  return {
    subject: t("mail.disputed.subject", names),
    body: {
      greeting,
      paragraphs: [t(side === undefined ? "mail.disputed.broker" : "mail.disputed.text", names)],
      button: see,
      footer: why,
    },
  };
}
