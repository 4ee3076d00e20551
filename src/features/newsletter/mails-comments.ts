// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";
import type { MailBody } from "#platform/mail/body.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { texts } from "./texts.ts";

/** A thing with what was said under it, the newest first. `stop`, whole: where one says no to hearing of it. */
export type Talked = { title: string; href: string; comments: { who: string; text: string; href: string }[]; stop: string };

/** Of a long conversation the mail has the newest; the page has the rest. */
const shown = 10;

/** What others said since the last one, grouped by thing. Never written without anything to tell. `stopAll`, whole: where one says no to all such mails. */
export function commentsMail(
  lang: Lang,
  { name, things, stopAll, base }: { name: string; things: Talked[]; stopAll: string; base: string },
): { subject: string; body: MailBody } {
  const t = texts(lang);
  const count = things.reduce((sum, { comments }) => sum + comments.length, 0);
  return {
    subject: t("mail.comments.subject", { count, title: things[0]?.title ?? "", more: things.length - 1 }),
    body: {
      greeting: name === "" ? t("mail.hello") : t("mail.hello.name", { name: firstNameOf(name) }),
      paragraphs: [
        t("mail.comments.lead", { count }),
        ...things.flatMap(({ title, href, comments }) => [
          {
            heading: title,
            things: comments.slice(0, shown).map((one) => ({ title: one.who, href: base + one.href, lines: [one.text] })),
          },
          ...(comments.length > shown ? [t("mail.comments.more", { count: comments.length - shown, href: base + href })] : []),
        ]),
      ],
      footer: [
        t("mail.comments.why"),
        ...things.map(({ title, stop }) => ({ label: t("mail.comments.stop", { title }), href: stop })),
        { label: t("mail.comments.stop-all"), href: stopAll },
      ],
    },
  };
}
