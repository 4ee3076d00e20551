// SPDX-License-Identifier: EUPL-1.2
import { Select, TextArea } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import { questionSheet, type Question } from "#platform/html/one-question.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { areaName } from "../enquiry-words.ts";
import { paths } from "../paths.ts";
import type { beforeMoving, Shown } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, EnquiryStatus, Paragraphs } from "./parts.tsx";

/** "We have read it." */
export const AcknowledgePage = (on: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(on, visit, {
    title: t("acknowledging.title"),
    lead: t("acknowledging.lead", { day: sayDay(on.dueBy, visit.lang, visit.now) }),
    button: t("acknowledging.button"),
  });
};

export const MovePage = (on: Awaited<ReturnType<typeof beforeMoving.answer>>, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return small(on, visit, {
    title: t("moving.title"),
    lead: t("moving.lead", { day: sayDay(on.dueBy, visit.lang, visit.now) }),
    button: t("moving.button"),
    fields: (
      <Select
        {...field("area")}
        label={t("moving.field")}
        options={[
          { value: "", text: t("choose") },
          ...on.areas
            .filter(({ slug }) => slug !== on.area.slug)
            .map((area) => ({
              value: area.slug,
              text: t("write.area", { area: areaName(area, visit.lang), name: firstNameOf(area.contact) }),
            })),
        ]}
      />
    ),
  });
};

export const NotePage = (on: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return small(on, visit, {
    title: t("noting.title"),
    lead: t("noting.lead"),
    button: t("noting.button"),
    fields: <TextArea {...field("text")} label={t("noting.field")} rows={4} required />,
  });
};

export const WithdrawPage = (on: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(on, visit, { title: t("withdrawing.title"), lead: t("withdrawing.lead"), button: t("withdrawing.button") });
};

/** One question about one enquiry: the enquiry beside it, one button, and a way back. */
const small = (on: Shown, visit: Visit, question: Question): Sheet => {
  const { lang } = visit;
  const t = texts(lang);
  return questionSheet(visit, question, {
    section: "contact",
    crumbs: crumbs(lang, on),
    say: t,
    about: {
      title: on.subject,
      children: (
        <>
          <EnquiryStatus on={on} visit={visit} />
          <Paragraphs text={on.text} />
        </>
      ),
    },
    back: { href: paths.enquiry(lang, { reference: on.reference }), text: t("back") },
  });
};
