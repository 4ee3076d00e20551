// SPDX-License-Identifier: EUPL-1.2
import { Button, ErrorPage, Notice, PageHead, Radios } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { beforeChoosing, beforeStopping } from "../queries-mornings.ts";
import { texts } from "../texts.ts";
import { deskCrumb } from "./absence.tsx";

export function MorningsPage({ mornings }: Awaited<ReturnType<typeof beforeChoosing.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("mornings.title"),
    section: "workbench",
    crumbs: [deskCrumb(visit)],
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("mornings.title")} lead={t("mornings.lead")} />
        <div class="narrow stack-m">
          {visit.asked["nyt"] === "saved" && (
            <Notice kind="done" announce>
              <p>{t(mornings ? "mornings.said.yes" : "mornings.said.no")}</p>
            </Notice>
          )}
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="stack-m">
            <Radios
              {...fieldsOf(visit, t)("mornings", mornings ? "yes" : "no")}
              label={t("mornings.field")}
              choices={[
                { value: "yes", text: t("mornings.yes") },
                { value: "no", text: t("mornings.no"), hint: t("mornings.hint.no") },
              ]}
            />
            <Button>{t("mornings.save")}</Button>
          </FormOf>
        </div>
      </div>
    ),
  };
}

/** The link of the mail: a button; afterwards, that it is done. */
export function StopPage(data: Awaited<ReturnType<typeof beforeStopping.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  if (data.state === "gone")
    return { title: t("stop.gone.title"), hidden: true, body: <ErrorPage title={t("stop.gone.title")}>{t("stop.gone.text")}</ErrorPage> };
  const title = t(data.state === "stopped" ? "stop.done.title" : "stop.title");
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(data.state === "stopped" ? "stop.done.lead" : "stop.lead", { address: data.address })} />
        {data.state === "asked" && (
          <FormOf visit={visit} class="stack-m">
            <FormErrors visit={visit} say={t} />
            <Button>{t("stop.press")}</Button>
          </FormOf>
        )}
      </div>
    ),
  };
}
