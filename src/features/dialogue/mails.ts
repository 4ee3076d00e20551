// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";
import type { MailBody } from "#platform/mail/body.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { texts } from "./texts.ts";
import type { Tie } from "./tie.ts";

/**
 * Tells who asked what the municipality answered. In: `to` the reader's name, `by` who answered and as what, `href` whole.
 */
export function answeredMail(
  lang: Lang,
  {
    to,
    by,
    role,
    title,
    asked,
    said,
    href,
  }: { to: string; by: string; role: string; title: string; asked: string; said: string; href: string },
): { subject: string; body: MailBody } {
  const t = texts(lang);
  return {
    subject: t("mail.answered.subject", { name: by, title }),
    body: {
      greeting: t("mail.answered.greeting", { name: firstNameOf(to) }),
      paragraphs: [t("mail.answered.asked", { title }), { quote: asked }, t("mail.answered.said", { name: by, role }), { quote: said }],
      button: { label: t("mail.answered.button"), href },
      footer: [t("mail.answered.why")],
    },
  };
}

/** Asks whether a mailbox wants to follow or support a thing. In: addresses whole; `no`: where a support is taken back. */
export function askMail(
  what: Tie,
  lang: Lang,
  { title, href, no }: { title: string; href: string; no: string | undefined },
): { subject: string; body: MailBody } {
  const t = texts(lang);
  return {
    subject: t(`mail.${what}.subject`, { title }),
    body: {
      greeting: t("mail.greeting"),
      paragraphs: [t(`mail.${what}.asked`, { title }), t(`mail.${what}.what`)],
      button: { label: t(`mail.${what}.button`), href },
      footer: [t("mail.not-me"), ...(no === undefined ? [] : [{ label: t("mail.support.no"), href: no }])],
    },
  };
}
