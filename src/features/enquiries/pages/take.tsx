// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, ErrorPage, Field, Notice, PageHead } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { beforeClaiming, beforeConfirming } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

/** The page that a mail leads to: one button. Opening it changes nothing, so that a mail scanner confirms nothing. */
export function ConfirmPage(link: Awaited<ReturnType<typeof beforeConfirming.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("confirm.title"),
    section: "contact",
    crumbs: crumbs(lang),
    hidden: true,
    body:
      link.state === "open" ? (
        <div class="page">
          <PageHead
            title={t("confirm.title")}
            lead={t(link.answered ? "confirm.lead.answered" : "confirm.lead", { reference: link.reference })}
          />
          <div class="narrow stack-m">
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit}>
              <Button icon="check">{t("confirm.button")}</Button>
            </FormOf>
            <p class="small quiet">{t("confirm.note")}</p>
          </div>
        </div>
      ) : (
        <ErrorPage
          title={t(link.state === "used" ? "confirm.used.title" : "confirm.gone.title")}
          actions={<ButtonLink href={inLanguage("/log-ind", lang)}>{t("log-in")}</ButtonLink>}
        >
          <p>{t(link.state === "used" ? "confirm.used" : "confirm.gone")}</p>
        </ErrorPage>
      ),
  };
}

export function ClaimPage({ wrong }: Awaited<ReturnType<typeof beforeClaiming.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  return {
    title: t("claim.title"),
    section: "contact",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("claim.title")} lead={t("claim.lead")} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          {wrong && visit.refused === undefined && (
            <Notice kind="warning" announce>
              <p>{t("claim.wrong")}</p>
            </Notice>
          )}
          <FormOf visit={visit} class="stack-m">
            <Field {...field("reference")} label={t("claim.field.reference")} hint={t("claim.hint.reference")} short required />
            <Field {...field("code")} label={t("claim.field.code")} hint={t("claim.hint.code")} autocomplete="off" short required />
            <Button>{t("claim.button")}</Button>
          </FormOf>
        </div>
      </div>
    ),
  };
}
