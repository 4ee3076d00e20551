// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, ErrorPage, Field, Notice, PageHead } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { beforeClaiming, beforeConfirming } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

/** The page that a mail leads to: one button. Opening it changes nothing, so that a mail scanner confirms nothing. */
export function ConfirmPage(link: Awaited<ReturnType<typeof beforeConfirming.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const ready = link.state === "open";
  return {
    title: t("confirm.title"),
    section: "ideas",
    crumbs: crumbs(lang),
    hidden: true,
    body: ready ? (
      <div class="page">
        <PageHead title={t("confirm.title")} lead={t("confirm.lead", { title: link.title })} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit}>
            <Button icon="check">{link.public ? t("confirm.button.public") : t("confirm.button")}</Button>
          </FormOf>
          <p class="small quiet">{t("confirm.note")}</p>
        </div>
      </div>
    ) : (
      <ErrorPage
        title={link.state === "used" ? t("confirm.used.title") : t("confirm.gone.title")}
        actions={<ButtonLink href={paths.list(lang)}>{t("receipt.others")}</ButtonLink>}
      >
        <p>{link.state === "used" ? t("confirm.used") : t("confirm.gone")}</p>
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
    section: "ideas",
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
