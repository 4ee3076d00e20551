// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Notice } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { receipt } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, WhatNow } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof receipt.answer>>;

/** Thanks with the name, then what, who, when, and what to keep. */
export function ReceiptPage(idea: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const thanks = idea.shownName === null ? t("receipt.thanks") : t("receipt.thanks.name", { name: idea.shownName });
  return {
    title: thanks,
    section: "ideas",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <div class="page-head stack-s">
          <h1>{thanks}</h1>
          <p class="lead">{idea.title}</p>
        </div>
        <div class="narrow stack-m">
          {!idea.public && idea.mailed && (
            <Notice kind="warning">
              <p>
                <b>{t("receipt.confirm.title")}</b>
              </p>
              <p>{t("receipt.confirm")}</p>
            </Notice>
          )}
          {!idea.over && <WhatNow idea={idea} visit={visit} title={t("receipt.box")} />}
          <p>{t.rich("receipt.reference", { reference: idea.reference, b: (children) => <b class="together">{children}</b> })}</p>
          {idea.code !== undefined && (
            <>
              <p>{t.rich("receipt.code", { code: idea.code, b: (children) => <b class="together numbers">{children}</b> })}</p>
              <p class="small quiet">{t.rich("receipt.later", { a: (children) => <a href={paths.claim(lang)}>{children}</a> })}</p>
            </>
          )}
          <div class="buttons">
            {idea.public && <ButtonLink href={paths.idea(lang, { reference: idea.reference })}>{t("receipt.see")}</ButtonLink>}
            <ButtonLink kind="secondary" href={paths.list(lang)}>
              {t("receipt.others")}
            </ButtonLink>
          </div>
        </div>
      </div>
    ),
  };
}
