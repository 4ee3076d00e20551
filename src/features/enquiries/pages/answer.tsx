// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, ButtonLink, type Content, Field, PageHead, Radios, TextArea, When } from "#design/index.ts";
import { AidButtons, DraftLine, PhrasePicker } from "#features/drafts/index.ts";
import { ringing, shownPhone } from "#platform/text/phone.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { mostPostponements } from "#features/places/index.ts";
import { senderName } from "../enquiry-words.ts";
import { answerStatuses } from "../input.ts";
import { paths } from "../paths.ts";
import type { beforeAnswering } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, EnquiryStatus, Paragraphs } from "./parts.tsx";
import { previewTitle } from "./preview.tsx";

type Data = Awaited<ReturnType<typeof beforeAnswering.answer>>;

/** The area's answer in writing. Only its sender reads it. */
export function AnswerPage(on: Data, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const mayPostpone = on.postponed < mostPostponements;
  return working(on, visit, {
    title: t("answering.heading"),
    button: t("answering.send"),
    note: t(`answering.note.${on.reach}`),
    fields: (
      <>
        <Radios
          {...field("status", "answered")}
          label={t("answering.field.status")}
          choices={answerStatuses
            .filter((status) => status !== "investigating" || mayPostpone)
            .map((status) => ({ value: status, text: t(`answering.status.${status}`), hint: t(`answering.hint.${status}`) }))}
        />
        <TextArea {...field("text")} label={t("answering.field.text")} hint={t("answering.hint.text")} rows={8} required />
        {mayPostpone && (
          <When choice="investigating">
            <Field
              {...field("newDay")}
              type="date"
              short
              label={t("answering.field.new-day")}
              optional={t("answering.only-investigating")}
              hint={t("answering.hint.new-day", { left: mostPostponements - on.postponed })}
            />
          </When>
        )}
      </>
    ),
  });
}

/** A call that was made: taken, and what was said; or not taken. */
export function CallPage(on: Data, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return working(on, visit, {
    title: t("calling.heading", { who: senderName(on.name, visit.lang) }),
    button: t("calling.button"),
    note: t("calling.note"),
    before: on.phone ? (
      <p class="lead">
        <a class="together" href={ringing(on.phone)}>
          {shownPhone(on.phone)}
        </a>
        {on.callWhen && ` · ${on.callWhen}`}
      </p>
    ) : null,
    fields: (
      <>
        <Radios
          {...field("taken")}
          label={t("calling.field.taken")}
          choices={[
            { value: "yes", text: t("calling.yes"), hint: t("calling.hint.yes") },
            { value: "no", text: t("calling.no"), hint: t("calling.hint.no", { tries: on.missed }) },
          ]}
        />
        <When choice="yes">
          <TextArea
            {...field("said")}
            label={t("calling.field.said")}
            optional={t("calling.only-taken")}
            hint={t("calling.hint.said")}
            rows={4}
          />
        </When>
        <Field
          {...field("calledOn", on.today)}
          type="date"
          short
          label={t("calling.field.called-on")}
          hint={t("calling.hint.called-on")}
          max={on.today}
        />
      </>
    ),
  });
}

type Form = { title: string; button: string; note: string; fields: Content; before?: Content };

/** A form with what it is about beside it. */
function working(on: Data, visit: Visit, { title, button, note, fields, before }: Form): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: `${title} · ${on.subject}`,
    section: "contact",
    crumbs: crumbs(lang, on),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={on.subject} status={<EnquiryStatus on={on} visit={visit} />} />
        <div class="columns">
          <aside class="side desk-read">
            <Box>
              <div class="stack-s">
                <h2 class="minor-title">{t("answering.from", { who: senderName(on.name, lang) })}</h2>
                <Paragraphs text={on.text} />
              </div>
            </Box>
          </aside>
          <div class="narrow stack-m">
            <DraftLine visit={visit} />
            <FormErrors visit={visit} say={t} />
            {before}
            <FormOf visit={visit} class="stack-m">
              {fields}
              <div class="buttons">
                <Button icon="send">{button}</Button>
                <AidButtons visit={visit} look={previewTitle(on, lang)} />
                <ButtonLink kind="quiet" href={paths.enquiry(lang, { reference: on.reference })}>
                  {t("back")}
                </ButtonLink>
              </div>
              <p class="small quiet">{note}</p>
              <PhrasePicker visit={visit} />
            </FormOf>
          </div>
        </div>
      </div>
    ),
  };
}
