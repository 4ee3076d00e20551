// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Notice } from "#design/index.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { receipt } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, WhatNow } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof receipt.answer>>;

/** Thanks with the name, then what, who, when, and what to keep. */
export function ReceiptPage(on: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const thanks = on.name === null ? t("receipt.thanks") : t("receipt.thanks.name", { name: on.name });
  return {
    title: thanks,
    section: "contact",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <div class="page-head stack-s">
          <h1>{thanks}</h1>
          <p class="lead">{on.subject}</p>
        </div>
        <div class="narrow stack-m">
          {on.reach === "unconfirmed" && (
            <Notice kind="warning">
              <p>
                <b>{t("receipt.confirm.title")}</b>
              </p>
              <p>{t("receipt.confirm")}</p>
            </Notice>
          )}
          {!on.over && <WhatNow on={on} visit={visit} title={t("receipt.box")} />}
          <p>{t.rich("receipt.reference", { reference: on.reference, b: (children) => <b class="together">{children}</b> })}</p>
          {on.code !== undefined && (
            <>
              <p>{t.rich("receipt.code", { code: on.code, b: (children) => <b class="together numbers">{children}</b> })}</p>
              <p class="small quiet">{t.rich("receipt.later", { a: (children) => <a href={paths.claim(lang)}>{children}</a> })}</p>
            </>
          )}
          <div class="buttons">
            {on.mine ? (
              <ButtonLink href={paths.enquiry(lang, { reference: on.reference })}>{t("receipt.see")}</ButtonLink>
            ) : (
              <ButtonLink kind="secondary" href={inLanguage("/kontakt", lang)}>
                {t("receipt.back")}
              </ButtonLink>
            )}
          </div>
        </div>
      </div>
    ),
  };
}
