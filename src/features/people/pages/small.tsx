// SPDX-License-Identifier: EUPL-1.2
import { FormErrors, fieldsOf } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { Button, ButtonLink, Field, PageHead } from "#design/index.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";

export function LogOutPage({ name }: { name: string }, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("log-out.title"),
    section: "log-out",
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("log-out.title")} lead={t("log-out.lead", { name })} />
        <FormOf visit={visit} class="stack-m">
          <FormErrors visit={visit} say={t} />
          <div class="buttons">
            <Button>{t("log-out.press")}</Button>
            <ButtonLink kind="secondary" href={paths.mine(visit.lang)}>
              {t("log-out.stay")}
            </ButtonLink>
          </div>
        </FormOf>
      </div>
    ),
  };
}

export function NamePage({ name }: { name: string }, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return {
    title: t("name.title"),
    section: "me",
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("name.title")} lead={t("name.lead")} />
        <FormOf visit={visit} class="stack-m narrow">
          <FormErrors visit={visit} say={t} />
          <Field {...field("name", name)} autocomplete="name" required maxlength={120} label={t("name.label")} />
          <Button>{t("name.save")}</Button>
        </FormOf>
      </div>
    ),
  };
}
