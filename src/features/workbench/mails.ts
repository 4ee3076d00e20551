// SPDX-License-Identifier: EUPL-1.2
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { MailBlock, MailBody } from "#platform/mail/body.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { Morning } from "./morning.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";
import type { Row } from "./workbench.ts";

export type Reader = { lang: Lang; name: string; base: string; now: Date; unsubscribe: string };

/** What a morning holds: what is late, what is due today, and how much comes soon. `isNew`: of which rows one was not told before. */
export function morningLetter(
  { late, today, soon, followUps }: Morning,
  isNew: (row: Row) => boolean,
  { lang, name, base, now, unsubscribe }: Reader,
): { subject: string; body: MailBody } {
  const t = texts(lang);
  const group = (title: string, rows: Row[]): MailBlock[] => {
    const named = rows.filter(isNew);
    const known = rows.length - named.length;
    if (rows.length === 0) return [];
    return [
      `${title} (${rows.length})`,
      ...(named.length > 0
        ? [{ fact: named.slice(0, mostNamed).map((row): [string, string] => [row.why, `${row.title}\n${row.what}`]) }]
        : []),
      ...(named.length > mostNamed ? [t("mail.more", { count: named.length - mostNamed })] : []),
      ...(known > 0 ? [t("mail.known", { count: known })] : []),
    ];
  };
  const parts = [
    ...(late.length > 0 ? [t("mail.part.late", { count: late.length })] : []),
    ...(today.length > 0 ? [t("mail.part.today", { count: today.length })] : []),
    ...(soon.some(({ count }) => count > 0) ? [t("mail.part.soon", { count: soon.reduce((sum, { count }) => sum + count, 0) })] : []),
    ...(followUps > 0 ? [t("mail.part.follow-ups", { count: followUps })] : []),
  ];
  const days = soon.filter(({ count }) => count > 0);
  return {
    subject: t("mail.subject", { parts: parts.join(" · ") }),
    body: {
      greeting: t("greeting.morning", { name: firstNameOf(name) }),
      paragraphs: [
        ...group(t("late.title"), late),
        ...group(t("mail.today"), today),
        ...(days.length > 0
          ? [t("mail.soon"), { fact: days.map(({ day, count }): [string, string] => [sayDay(day, lang, now), t("mail.count", { count })]) }]
          : []),
        ...(followUps > 0 ? [t("mail.follow-ups", { count: followUps })] : []),
      ],
      button: { label: t("mail.button"), href: base + paths.workbench(lang) },
      footer: [t("mail.why"), { label: t("mail.no"), href: unsubscribe }],
    },
  };
}

/** So many are named; the workbench has them all. */
const mostNamed = 15;
