// SPDX-License-Identifier: EUPL-1.2
import type { OccasionWords } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { MailBody } from "#platform/mail/body.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { texts } from "./texts.ts";

/** Asks how it went. In: `href` whole. */
export function askMail(
  lang: Lang,
  { name, title, href, words }: { name: string; title: string; href: string; words: OccasionWords },
): { subject: string; body: MailBody } {
  const t = texts(lang);
  return {
    subject: t("mail.subject", { title }),
    body: {
      greeting: t("mail.greeting", { name: firstNameOf(name) }),
      paragraphs: words.mail(title),
      button: { label: t("mail.button"), href },
      footer: [t("mail.once")],
    },
  };
}
