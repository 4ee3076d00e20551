// SPDX-License-Identifier: EUPL-1.2
import { Radios, Select, TextArea } from "#design/index.ts";
import { Photos } from "#platform/files/index.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import { questionSheet, type Question } from "#platform/html/one-question.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { areaName } from "../idea-words.ts";
import { paths } from "../paths.ts";
import type { beforeAnswering, beforeSorting } from "../queries.ts";
import type { Shown } from "../shown.ts";
import { texts } from "../texts.ts";
import { crumbs, IdeaStatus, Paragraphs } from "./parts.tsx";

type Sorting = Awaited<ReturnType<typeof beforeSorting.answer>>;

/** "We have read it." */
export const AcknowledgePage = (idea: Awaited<ReturnType<typeof beforeAnswering.answer>>, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(idea, visit, {
    title: t("acknowledging.title"),
    lead: t("acknowledging.lead", { day: sayDay(idea.dueBy, visit.lang, visit.now) }),
    button: t("acknowledging.button"),
  });
};

/** Shown before anybody else can see it. */
export const LookPage = (idea: Sorting, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return small(idea, visit, {
    title: t("looking.title"),
    lead: t("looking.lead"),
    button: t("looking.button"),
    fields: (
      <>
        <Radios
          {...field("letThrough")}
          label={t("looking.field")}
          choices={[
            { value: "yes", text: t("looking.yes") },
            { value: "no", text: t("looking.no"), hint: t("looking.hint.no") },
          ]}
        />
        <TextArea
          {...field("reason")}
          label={t("looking.field.reason")}
          optional={t("answering.only-no")}
          hint={t("looking.hint.reason")}
          rows={4}
        />
      </>
    ),
  });
};

export const MovePage = (idea: Sorting, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return small(idea, visit, {
    title: t("moving.title"),
    lead: t("moving.lead", { day: sayDay(idea.dueBy, visit.lang, visit.now) }),
    button: t("moving.button"),
    fields: (
      <Select
        {...field("area")}
        label={t("moving.field")}
        options={[
          { value: "", text: t("write.choose") },
          ...idea.areas
            .filter(({ slug }) => slug !== idea.area.slug)
            .map((area) => ({
              value: area.slug,
              text: t("write.area", { area: areaName(area, visit.lang), name: firstNameOf(area.contact) }),
            })),
        ]}
      />
    ),
  });
};

export const WithdrawPage = (idea: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return small(idea, visit, { title: t("withdrawing.title"), lead: t("withdrawing.lead"), button: t("withdrawing.button") });
};

/** One question about one idea: the idea beside it, one button, and a way back. */
export const small = (idea: Shown, visit: Visit, question: Question): Sheet => {
  const { lang } = visit;
  const t = texts(lang);
  return questionSheet(visit, question, {
    section: "ideas",
    crumbs: crumbs(lang, idea),
    say: t,
    about: {
      title: idea.title,
      children: (
        <>
          <IdeaStatus idea={idea} visit={visit} />
          <Paragraphs text={idea.text} />
          <Photos of={idea} lang={lang} words />
        </>
      ),
    },
    back: { href: paths.idea(lang, { reference: idea.reference }), text: t("back") },
  });
};
