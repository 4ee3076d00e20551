// SPDX-License-Identifier: EUPL-1.2
import { sayDay } from "#platform/clock/say-dates.ts";
import { ideaAbout } from "#platform/links/index.ts";
import type { MailLink } from "#platform/mail/body.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { Letter, Reader, Tie } from "#features/dialogue/index.ts";
import { areaName, contactWords, deciderWords } from "./listing-words.ts";
import type { Movable } from "./listing.ts";
import { paths } from "./paths.ts";
import type { Listing } from "./store.ts";
import { texts } from "./texts.ts";

/** What every letter about a listing shares. */
function say(on: Listing, { lang, name, base, now }: Reader) {
  const t = texts(lang);
  return {
    t,
    day: (day: string | null) => (day === null ? "" : sayDay(day, lang, now)),
    greeting: name === "" ? t("mail.hello.nobody") : t("mail.hello", { name: firstNameOf(name) }),
    names: { title: on.title, who: contactWords(on, lang), decider: deciderWords(on, lang), name: firstNameOf(on.contactName) },
    see: { label: t("mail.see"), href: base + paths.listing(lang, { reference: on.reference }) },
  };
}

function footer(on: Listing, to: Reader, { author, unfollow }: Tie): (string | MailLink)[] {
  const t = texts(to.lang);
  return [
    t(author ? "mail.why.answered" : "mail.why.follower", { reference: on.reference }),
    ...(unfollow === undefined ? [] : [{ label: t("mail.unfollow"), href: unfollow }]),
  ];
}

/** It goes on: what happened, and when there is more. */
export function movedLetter(on: Listing, to: Reader, tie: Tie): Letter {
  const { t, day, greeting, names, see } = say(on, to);
  const newest = on.history.at(-1);
  return {
    subject: t("mail.moved.subject", names),
    body: {
      greeting,
      paragraphs: [
        t(tie.author ? "mail.moved.answered" : "mail.moved.text", { ...names, phase: t(`phase.${on.phase}`) }),
        ...(newest?.note ? [{ quote: newest.note }] : []),
        ...(on.newsBy === null ? [] : [t("mail.moved.news", { day: day(on.newsBy) })]),
      ],
      button: see,
      footer: footer(on, to, tie),
    },
  };
}

/** A day comes later: which, why, and the new one. */
export function putOffLetter(on: Listing, what: Movable, to: Reader, tie: Tie): Letter {
  const { t, day, greeting, names, see } = say(on, to);
  const said = on.putOff.find((one) => one.what === what);
  return {
    subject: t("mail.put-off.subject", names),
    body: {
      greeting,
      paragraphs: [
        t(`mail.put-off.${what}`, { ...names, from: day(said?.from ?? null), to: day(said?.to ?? null) }),
        ...(said ? [{ quote: said.reason }] : []),
        ...(tie.author && on.tellBy !== null && !on.told ? [t("mail.put-off.answered", { day: day(on.tellBy) })] : []),
      ],
      button: see,
      footer: footer(on, to, tie),
    },
  };
}

/** What was heard and what is done, whole: nobody must log in to read it. */
export function toldLetter(on: Listing, to: Reader, tie: Tie): Letter {
  const { t, greeting, names, see } = say(on, to);
  return {
    subject: t("mail.told.subject", names),
    body: {
      greeting,
      paragraphs: [
        t("mail.told.text", { ...names, answers: on.answers }),
        t("told.heard"),
        { quote: on.closure?.heard ?? "" },
        t("told.doing"),
        { quote: on.closure?.doing ?? "" },
      ],
      button: { ...see, label: t("mail.told.button") },
      footer: footer(on, to, tie),
    },
  };
}

/** Somebody whom it concerns is asked to join in; why them, how seldom this happens, and how to say no. */
export function invitedLetter(on: Listing, { why, no }: { why: string; no: string }, to: Reader): Letter {
  const { t, day, greeting, names, see } = say(on, to);
  return {
    subject: t("mail.invited.subject", names),
    body: {
      greeting,
      paragraphs: [
        t("mail.invited.text", { ...names, day: day(on.askUntil) }),
        { quote: on.question ?? "" },
        t("mail.invited.open"),
        { quote: on.openFor },
        t("mail.invited.told", { ...names, day: day(on.tellBy) }),
      ],
      button: { label: t("answer"), href: to.base + ideaAbout(to.lang, on.reference) },
      footer: [
        t(`mail.why.${why as "place"}`, { place: on.localityName ?? t("whole-municipality") }),
        t("mail.why.seldom"),
        see,
        { label: t("mail.no-invitations"), href: no },
      ],
    },
  };
}

/** Today is the day. */
export function reminderLetter(on: Listing, to: Reader): Letter {
  const { t, greeting, names } = say(on, to);
  return {
    subject: t("mail.reminder.subject", names),
    body: {
      greeting,
      paragraphs: [t("mail.reminder.text", { ...names, answers: on.answers }), t("mail.reminder.fates", { count: on.withoutFate })],
      button: { label: t("tell.button"), href: to.base + paths.tell(to.lang, { reference: on.reference }) },
      footer: [t("mail.why.inbox", { area: areaName({ name: on.areaName, nameEn: on.areaNameEn }, to.lang) })],
    },
  };
}

/** The day has passed: to the secretariat, and to who owns it. */
export function lateLetter(on: Listing, to: Reader, { owner }: { owner: boolean }): Letter {
  const { t, day, greeting, names, see } = say(on, to);
  const area = areaName({ name: on.areaName, nameEn: on.areaNameEn }, to.lang);
  return {
    subject: t("mail.late.subject", names),
    body: {
      greeting,
      paragraphs: [t("mail.late.text", { ...names, day: day(on.tellBy), answers: on.answers }), t("mail.late.who", names)],
      button: see,
      footer: [owner ? t("mail.why.inbox", { area }) : t("mail.why.secretariat")],
    },
  };
}
