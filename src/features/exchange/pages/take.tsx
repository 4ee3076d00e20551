// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, ErrorPage, Field, Notice, PageHead } from "#design/index.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import { renewedUntil } from "../post.ts";
import type { beforeClaiming, beforeConfirming } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

type Link = Awaited<ReturnType<typeof beforeConfirming.answer>>;

/** The page that a mail leads to: one button. Opening it changes nothing, so that a mail scanner confirms nothing. */
export function ConfirmPage(link: Link, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const { post } = link;
  if (post === undefined || link.state !== "open") return over(link, visit, t("confirm.title"));
  return oneButton(visit, {
    title: t("confirm.title"),
    lead: t("confirm.lead", { title: post.title }),
    button: t("confirm.button"),
    note: t("confirm.note"),
  });
}

/** As long again, from the mail. */
export function RenewByLinkPage(link: Link, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  const { post } = link;
  if (post === undefined || link.state !== "open") return over(link, visit, t("renew.title"));
  return oneButton(visit, {
    title: t("renew.title"),
    lead: t("renew.lead", { title: post.title, day: sayDay(renewedUntil(localDayOf(now), post.expiresOn), lang, now) }),
    button: t("renew.button"),
    note: t("renew.note"),
  });
}

function oneButton(visit: Visit, { title, lead, button, note }: { title: string; lead: string; button: string; note: string }): Sheet {
  const { lang } = visit;
  return {
    title,
    section: "exchange",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={lead} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={texts(lang)} />
          <FormOf visit={visit}>
            <Button icon="check">{button}</Button>
          </FormOf>
          <p class="small quiet">{note}</p>
        </div>
      </div>
    ),
  };
}

function over({ state }: Link, { lang }: Visit, title: string): Sheet {
  const t = texts(lang);
  return {
    title,
    section: "exchange",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <ErrorPage
        title={state === "used" ? t("link.used.title") : t("link.gone.title")}
        actions={<ButtonLink href={paths.list(lang)}>{t("receipt.others")}</ButtonLink>}
      >
        <p>{state === "used" ? t("link.used") : t("link.gone")}</p>
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
    section: "exchange",
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
