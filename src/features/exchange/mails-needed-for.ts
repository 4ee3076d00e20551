// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { Letter, Reader, Tie } from "#features/dialogue/index.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

type About = { title: string; reference: string; href(lang: Lang, to: { reference: string }): string };

/** What somebody wrote or follows lacks something, or got it: told once a day, however many needs one and the same writes for it. */
export function neededForLetter(
  { need, about, what }: { need: { reference: string; title: string; ownerPerson: string | null }; about: About; what: "missing" | "met" },
  { lang, name, base, now }: Reader,
  { unfollow }: Tie,
): Letter {
  const t = texts(lang);
  const names = { title: about.title, need: need.title };
  return {
    once: `exchange.needed/${what}/${about.reference}/${need.ownerPerson ?? need.reference}/${localDayOf(now)}`,
    subject: t(`mail.needed.${what}.subject`, names),
    body: {
      greeting: name === "" ? t("mail.hello.nobody") : t("mail.hello", { name: firstNameOf(name) }),
      paragraphs: [t(`mail.needed.${what}.text`, names)],
      button: { label: t("mail.see"), href: base + paths.post(lang, need) },
      footer: [
        { label: about.title, href: base + about.href(lang, about) },
        ...(unfollow === undefined
          ? [t("mail.why.yours", { reference: about.reference })]
          : [t("mail.needed.why", names), { label: t("mail.stop"), href: unfollow }]),
      ],
    },
  };
}
