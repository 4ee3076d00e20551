// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";
import type { MailBody } from "#platform/mail/body.ts";
import { texts } from "./texts.ts";

/** The log-in mail. The code stands first in its subject, so that it can be read without opening it. In: `href` whole. */
export function logInMail(lang: Lang, { code, href }: { code: string; href: string }): { subject: string; body: MailBody } {
  const t = texts(lang);
  const spoken = `${code.slice(0, 3)} ${code.slice(3)}`;
  return {
    subject: t("mail.log-in.subject", { code: spoken }),
    body: {
      greeting: t("mail.log-in.greeting"),
      paragraphs: [t("mail.log-in.press"), t("mail.log-in.code"), { fact: [[t("mail.log-in.code-label"), spoken]] }],
      button: { label: t("mail.log-in.button"), href },
      footer: [t("mail.log-in.not-me")],
    },
  };
}
