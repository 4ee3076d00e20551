// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink } from "#design/index.ts";
import { receiptSheet } from "#platform/html/receipt-sheet.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { receipt } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, WhatNow } from "./parts.tsx";

export function ReceiptPage(idea: Awaited<ReturnType<typeof receipt.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { code, reference } = idea;
  return receiptSheet(
    visit,
    { section: "ideas", crumbs: crumbs(lang) },
    {
      thanks: idea.shownName === null ? t("receipt.thanks") : t("receipt.thanks.name", { name: idea.shownName }),
      title: idea.title,
      missing: !idea.public && idea.mailed ? { title: t("receipt.confirm.title"), text: t("receipt.confirm") } : undefined,
      next: !idea.over && <WhatNow idea={idea} visit={visit} title={t("receipt.box")} />,
      reference: t.rich("receipt.reference", { reference, b: (children) => <b class="together">{children}</b> }),
      code:
        code === undefined
          ? code
          : { code, later: t.rich("receipt.later", { a: (children) => <a href={paths.claim(lang)}>{children}</a> }) },
      buttons: (
        <>
          {idea.public && <ButtonLink href={paths.idea(lang, { reference })}>{t("receipt.see")}</ButtonLink>}
          <ButtonLink kind="secondary" href={paths.list(lang)}>
            {t("receipt.others")}
          </ButtonLink>
        </>
      ),
    },
  );
}
