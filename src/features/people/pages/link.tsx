// SPDX-License-Identifier: EUPL-1.2
import { FormErrors, fieldsOf } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { Button, ButtonLink, ErrorPage, Field, PageHead } from "#design/index.ts";
import { paths } from "../paths.ts";
import type { LinkPage as Data } from "../queries.ts";
import { texts } from "../texts.ts";
import { ClosedPage, withLastTry } from "./last-try.tsx";

/** Where the mailed link leads: a button, and what else this browser or a first visit needs. */
export function LinkPage(data: Data, asked: Visit): Sheet {
  const visit = withLastTry(asked);
  const t = texts(visit.lang);
  if (visit.asked["svar"] === "closed") return ClosedPage(visit);
  if (data.state !== "open") return OverPage(data.state, visit);
  const field = fieldsOf(visit, t);
  return {
    title: t("link.title"),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("link.title")} lead={t(data.here ? "link.lead" : "link.lead-elsewhere", { address: data.address })} />
        <FormOf visit={visit} class="stack-m narrow">
          <FormErrors visit={visit} say={t} title={t("trouble.title")} />
          {!data.here && <p>{t("link.other-browser")}</p>}
          {!data.here && (
            <Field
              {...field("code")}
              short
              inputmode="numeric"
              autocomplete="one-time-code"
              required
              label={t("link.code")}
              hint={t("link.code-hint")}
            />
          )}
          {data.isNew && (
            <Field {...field("name")} autocomplete="name" required maxlength={120} label={t("link.name")} hint={t("link.name-hint")} />
          )}
          <Button>{t("link.press")}</Button>
        </FormOf>
      </div>
    ),
  };
}

function OverPage(state: "gone" | "used", visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t(`link.${state}-title`),
    hidden: true,
    body: (
      <ErrorPage title={t(`link.${state}-title`)} actions={<ButtonLink href={paths.logIn(visit.lang)}>{t("link.again")}</ButtonLink>}>
        <p>{t(`link.${state}`)}</p>
      </ErrorPage>
    ),
  };
}
