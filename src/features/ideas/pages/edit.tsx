// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Check, Field, PageHead, Select, TextArea } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { paths } from "../paths.ts";
import type { beforeEditing } from "../queries-edits.ts";
import { texts } from "../texts.ts";
import { crumbs, placeOptions } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof beforeEditing.answer>>;

/** The author's own words, to be changed; what stood there stays in the history. */
export function EditPage(idea: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  // An unticked box is not sent at all: only after an attempt does its absence mean no.
  const tried = visit.values["title"] !== undefined;
  return {
    title: `${t("editing.title")} · ${idea.title}`,
    section: "ideas",
    crumbs: crumbs(lang, idea),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("editing.title")} lead={t("editing.lead")} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="stack-m">
            <Field {...field("title", idea.title)} label={t("write.field.title")} maxlength={120} required />
            <TextArea {...field("text", idea.text)} label={t("write.field.text")} rows={10} required />
            <Select
              {...field("where", idea.place?.slug ?? wholeMunicipality)}
              label={t("write.field.where")}
              required
              options={placeOptions(idea.localities, lang)}
            />
            <Check
              name="halfDone"
              checked={tried ? visit.values["halfDone"] !== undefined : idea.halfDone}
              text={t("write.field.half-done")}
              hint={t("editing.hint.half-done")}
            />
            <p class="small quiet">{t("editing.note")}</p>
            <div class="buttons">
              <Button>{t("editing.button")}</Button>
              <ButtonLink kind="quiet" href={paths.idea(lang, { reference: idea.reference })}>
                {t("back")}
              </ButtonLink>
            </div>
          </FormOf>
        </div>
      </div>
    ),
  };
}
