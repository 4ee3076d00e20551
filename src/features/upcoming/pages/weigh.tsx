// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, ButtonLink, PageHead, Radios, TextArea, When } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { fates } from "../listing.ts";
import { paths } from "../paths.ts";
import type { beforeWeighing } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

/** What becomes of one answer: taken up, partly, or not, because … */
export function WeighPage(on: Awaited<ReturnType<typeof beforeWeighing.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const { answer, fate } = on;
  return {
    title: `${t("weighing.title")} · ${answer.title}`,
    section: "upcoming",
    crumbs: crumbs(lang, on),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("weighing.title")} lead={answer.title} />
        <div class="columns">
          <aside class="side desk-read">
            <Box>
              <div class="stack-s">
                <h2 class="minor-title">{t("weighing.from", { who: answer.who })}</h2>
                <p>{answer.summary}</p>
                {answer.href !== undefined && (
                  <p class="small">
                    <a href={answer.href}>{t("weighing.read")}</a>
                  </p>
                )}
              </div>
            </Box>
          </aside>
          <div class="narrow stack-m">
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit} class="stack-m">
              <Radios
                {...field("fate", fate?.fate)}
                label={t("weighing.field.fate")}
                choices={fates.map((one) => ({ value: one, text: t(`fate.${one}`), hint: t(`weighing.fate.${one}`) }))}
              />
              <TextArea
                {...field("because", fate?.because)}
                label={t("weighing.field.because")}
                hint={t("weighing.hint.because")}
                rows={5}
                required
              />
              <When choice="not">
                <TextArea
                  {...field("possibleIf", fate?.possibleIf ?? "")}
                  label={t("weighing.field.possible-if")}
                  optional={t("weighing.only-not")}
                  hint={t("weighing.hint.possible-if")}
                  rows={3}
                />
              </When>
              <div class="buttons">
                <Button icon="check">{t("weighing.button")}</Button>
                <ButtonLink kind="quiet" href={paths.tell(lang, { reference: on.reference })}>
                  {t("weighing.back")}
                </ButtonLink>
              </div>
              <p class="small quiet">{t("weighing.note")}</p>
            </FormOf>
          </div>
        </div>
      </div>
    ),
  };
}
