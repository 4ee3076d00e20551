// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, PageHead } from "#design/index.ts";
import { FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { beforeStopping } from "../queries.ts";
import { texts } from "../texts.ts";

/** No more of one of them. */
export function StopPage({ kind, name }: Awaited<ReturnType<typeof beforeStopping.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const title = t("stop.title", { what: t(`about.${kind}`, { name }) });
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t("stop.lead")} />
        <FormOf visit={visit} class="stack-m">
          <FormErrors visit={visit} say={t} />
          <div class="buttons">
            <Button>{t("stop.press")}</Button>
            <ButtonLink kind="quiet" href={paths.follow(visit.lang)}>
              {t("stop.keep")}
            </ButtonLink>
          </div>
        </FormOf>
      </div>
    ),
  };
}
