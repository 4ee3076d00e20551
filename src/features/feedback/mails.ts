// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";
import type { MailBody } from "#platform/mail/body.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { texts } from "./texts.ts";

/** Asks how it went. In: `href` whole. */
export function askMail(
  lang: Lang,
  { name, title, href }: { name: string; title: string; href: string },
): { subject: string; body: MailBody } {
  const t = texts(lang);
  return {
    subject: t("mail.subject", { title }),
    body: {
      greeting: t("mail.greeting", { name: firstNameOf(name) }),
      paragraphs: [t("mail.text", { title }), t("mail.anonymous")],
      button: { label: t("mail.button"), href },
      footer: [t("mail.once")],
    },
  };
}
