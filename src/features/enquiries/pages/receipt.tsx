// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink } from "#design/index.ts";
import { receiptSheet } from "#platform/html/receipt-sheet.tsx";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { receipt } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, WhatNow } from "./parts.tsx";

export function ReceiptPage(on: Awaited<ReturnType<typeof receipt.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { code, reference } = on;
  return receiptSheet(
    visit,
    { section: "contact", crumbs: crumbs(lang) },
    {
      thanks: on.name === null ? t("receipt.thanks") : t("receipt.thanks.name", { name: on.name }),
      title: on.subject,
      missing: on.reach === "unconfirmed" ? { title: t("receipt.confirm.title"), text: t("receipt.confirm") } : undefined,
      next: !on.over && <WhatNow on={on} visit={visit} title={t("receipt.box")} />,
      reference: t.rich("receipt.reference", { reference, b: (children) => <b class="together">{children}</b> }),
      code:
        code === undefined
          ? code
          : { code, later: t.rich("receipt.later", { a: (children) => <a href={paths.claim(lang)}>{children}</a> }) },
      buttons: on.mine ? (
        <ButtonLink href={paths.enquiry(lang, { reference })}>{t("receipt.see")}</ButtonLink>
      ) : (
        <ButtonLink kind="secondary" href={inLanguage("/kontakt", lang)}>
          {t("receipt.back")}
        </ButtonLink>
      ),
    },
  );
}
