// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, Check, Field, PageHead, Radios, TextArea, When } from "#design/index.ts";
import { AidButtons, DraftLine, PhrasePicker } from "#features/drafts/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { mostPostponements } from "#features/places/index.ts";
import { answerStatuses } from "../idea.ts";
import { authorAndPlace } from "../idea-words.ts";
import { paths } from "../paths.ts";
import type { beforeAnswering } from "../queries.ts";
import { texts } from "../texts.ts";
import { previewTitle } from "./preview.tsx";
import { crumbs, IdeaStatus, Paragraphs } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof beforeAnswering.answer>>;

/** The area's answer: one page; what a status demands stands as a hint where it is asked for. */
export function AnswerPage(idea: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("answering.title", { title: idea.title }),
    section: "ideas",
    crumbs: crumbs(lang, idea),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("answering.heading")} lead={idea.title} status={<IdeaStatus idea={idea} visit={visit} />} />
        <div class="columns">
          <aside class="side desk-read">
            <Box>
              <div class="stack-s">
                <h2 class="minor-title">{t("answering.idea-from", { who: authorAndPlace(idea, idea.place?.name, lang) })}</h2>
                <Paragraphs text={idea.text} />
              </div>
            </Box>
          </aside>
          <div class="narrow stack-m">
            <DraftLine visit={visit} />
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit} class="stack-m">
              <Fields idea={idea} visit={visit} />
              <div class="buttons">
                <Button icon="send">{t("answering.send")}</Button>
                <AidButtons visit={visit} look={previewTitle(idea, lang)} />
              </div>
              <p class="small quiet">{t("answering.note")}</p>
              <PhrasePicker visit={visit} />
            </FormOf>
          </div>
        </div>
      </div>
    ),
  };
}

function Fields({ idea, visit }: { idea: Data; visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const mayPostpone = idea.postponed < mostPostponements;
  return (
    <>
      <Radios
        {...field("status")}
        label={t("answering.field.status")}
        choices={answerStatuses
          .filter((status) => (status !== "investigating" || mayPostpone) && (status !== "part-of" || !idea.owned))
          .map((status) => ({ value: status, text: t(`status.${status}`), hint: t(`answering.status.${status}`) }))}
      />
      <TextArea {...field("reason")} label={t("answering.field.reason")} hint={t("answering.hint.reason")} rows={8} required />
      <When choice="not-possible">
        <TextArea
          {...field("possibleIf")}
          label={t("answering.field.possible-if")}
          optional={t("answering.only-no")}
          hint={t("answering.hint.possible-if")}
          rows={3}
        />
        <Check
          name="byRule"
          checked={visit.values["byRule"] !== undefined}
          text={t("answering.by-rule")}
          hint={t("answering.hint.by-rule")}
        />
      </When>
      <TextArea
        {...field("nextStep")}
        label={t("answering.field.next-step")}
        optional={t("answering.needed-no")}
        hint={t("answering.hint.next-step")}
        rows={3}
      />
      {mayPostpone && (
        <When choice="investigating">
          <Field
            {...field("newDay")}
            type="date"
            short
            label={t("answering.field.new-day")}
            optional={t("answering.only-investigating")}
            hint={t("answering.hint.new-day", { left: mostPostponements - idea.postponed })}
          />
        </When>
      )}
      {idea.owned ? (
        <p>
          {t.rich("answering.ask-author", {
            a: (children) => <a href={paths.merge(visit.lang, { reference: idea.reference })}>{children}</a>,
          })}
        </p>
      ) : (
        <When choice="part-of">
          <Field
            {...field("partOf")}
            short
            label={t("answering.field.part-of")}
            optional={t("answering.only-part-of")}
            hint={t("answering.hint.part-of")}
          />
        </When>
      )}
    </>
  );
}
