// SPDX-License-Identifier: EUPL-1.2
import type { Card } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { MailBody, MailThing } from "#platform/mail/body.ts";
import { inLanguage } from "#platform/http/path.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { About } from "./about.ts";
import type { Every } from "./digest.ts";
import { texts } from "./texts.ts";

/** What is followed, and what happened there: the newest first. */
export type Group = { about: About; things: { card: Card; news: string[] }[] };

/** A mail may be long, but not endless; the page has the rest. */
const shown = 25;

/** Asks whether a mailbox wants to be told. In: `href` whole. */
export function yesMail(
  lang: Lang,
  { about, every, href }: { about: About; every: Every; href: string },
): { subject: string; body: MailBody } {
  const t = texts(lang);
  const what = t(`about.${about.kind}`, { name: about.name });
  return {
    subject: t("mail.yes.subject", { what }),
    body: {
      greeting: t("mail.hello"),
      paragraphs: [t("mail.yes.asked", { what, every: t(`every.${every}`) }), t("mail.yes.what")],
      button: { label: t("mail.yes.button"), href },
      footer: [t("mail.yes.not-me")],
    },
  };
}

/** What happened since the last one, grouped by what is followed. Never written without anything to tell. */
export function digestMail(
  lang: Lang,
  { name, every, groups, base, unsubscribe }: { name: string; every: Every; groups: Group[]; base: string; unsubscribe: string },
): { subject: string; body: MailBody } {
  const t = texts(lang);
  const count = groups.reduce((sum, { things }) => sum + things.length, 0);
  const [first] = groups;
  const more = groups.length - 1;
  return {
    subject: t("mail.digest.subject", { count, more, what: first ? t(`about.${first.about.kind}`, { name: first.about.name }) : "" }),
    body: {
      greeting: name === "" ? t("mail.hello") : t("mail.hello.name", { name: firstNameOf(name) }),
      paragraphs: [
        t(`mail.digest.lead.${every}`, { count }),
        ...groups.flatMap(({ about, things }) => [
          { heading: about.name, things: things.slice(0, shown).map((one) => thing(one, lang, base)) },
          ...(things.length > shown
            ? [t("mail.digest.more", { count: things.length - shown, href: base + inLanguage(about.path, lang) })]
            : []),
        ]),
      ],
      footer: [
        t("mail.digest.why", { every: t(`every.${every}`), names: groups.map(({ about }) => about.name).join(", ") }),
        { label: t("mail.digest.choose"), href: base + inLanguage("/nyt", lang) },
        { label: t("mail.digest.stop"), href: unsubscribe },
      ],
    },
  };
}

function thing({ card, news }: Group["things"][number], lang: Lang, base: string): MailThing {
  const t = texts(lang);
  const { answer, status } = card;
  const stands = [news.join(", "), status?.label, status?.detail].filter((part) => part !== undefined && part !== "").join(" · ");
  return {
    title: card.title,
    href: base + card.href,
    lines: [stands, answer ? t("mail.digest.answer", { who: answer.who, said: answer.said }) : card.summary],
  };
}
