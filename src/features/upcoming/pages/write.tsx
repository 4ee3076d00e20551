// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, Field, PageHead, Radios, Select, TextArea } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { phases } from "../listing.ts";
import type { beforeEditing, beforeWriting } from "../queries.ts";
import type { Choices } from "../shown.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

type Before = Partial<
  Record<"title" | "what" | "where" | "area" | "phase" | "openFor" | "fixed" | "committee" | "decideOn" | "question" | "askUntil", string>
>;

export const WritePage = (choices: Awaited<ReturnType<typeof beforeWriting.answer>>, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  return sheet({ title: t("write.title"), lead: t("write.lead"), crumbs: crumbs(visit.lang), choices, before: {}, visit });
};

export const EditPage = ({ choices, ...on }: Awaited<ReturnType<typeof beforeEditing.answer>>, visit: Visit): Sheet =>
  sheet({
    title: texts(visit.lang)("edit.title"),
    lead: on.title,
    crumbs: crumbs(visit.lang, on),
    choices,
    before: {
      title: on.title,
      what: on.what,
      where: on.place?.slug ?? wholeMunicipality,
      area: on.areaSlug,
      phase: on.phase,
      openFor: on.openFor,
      fixed: on.fixed,
      committee: on.committee ?? "",
      decideOn: on.decideOn,
      question: on.question ?? "",
      askUntil: on.askUntil ?? "",
    },
    visit,
  });

type Form = { title: string; lead: string; crumbs: { href: string; text: string }[]; choices: Choices; before: Before; visit: Visit };

function sheet({ title, lead, crumbs: above, choices, before, visit }: Form): Sheet {
  const t = texts(visit.lang);
  return {
    title,
    section: "upcoming",
    crumbs: above,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={lead} />
        <div class="columns">
          <div class="narrow stack-m">
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit} class="stack-m">
              <About choices={choices} before={before} visit={visit} />
              <Ask before={before} visit={visit} />
              <div class="buttons">
                <Button icon="check">{t("write.save")}</Button>
              </div>
              <p class="small quiet">{t("write.note")}</p>
            </FormOf>
          </div>
          <aside class="side">
            <Box>
              <div class="stack-s">
                <h2 class="minor-title">{t("write.then.title")}</h2>
                <p class="small">{t("write.then.days")}</p>
                <p class="small">{t("write.then.fates")}</p>
              </div>
            </Box>
          </aside>
        </div>
      </div>
    ),
  };
}

type Part = { choices: Choices; before: Before; visit: Visit };

function About({ choices, before, visit }: Part) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const choose = { value: "", text: t("write.choose") };
  const named = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, text: name });
  return (
    <>
      <Field {...field("title", before.title)} label={t("write.field.title")} hint={t("write.hint.title")} maxlength={120} required />
      <TextArea {...field("what", before.what)} label={t("write.field.what")} hint={t("write.hint.what")} rows={6} required />
      <Select
        {...field("where", before.where)}
        label={t("write.field.where")}
        required
        options={[choose, { value: wholeMunicipality, text: t("whole-municipality") }, ...choices.localities.map(named)]}
      />
      {choices.areas.length > 1 && (
        <Select
          {...field("area", before.area)}
          label={t("write.field.area")}
          hint={t("write.hint.area")}
          required
          options={[choose, ...choices.areas.map((area) => ({ value: area.slug, text: visit.lang === "da" ? area.name : area.nameEn }))]}
        />
      )}
      <Radios
        {...field("phase", before.phase ?? "idea")}
        label={t("write.field.phase")}
        choices={phases.map((phase) => ({ value: phase, text: t(`phase.${phase}`), hint: t(`phase.${phase}.text`) }))}
      />
      <TextArea {...field("openFor", before.openFor)} label={t("write.field.open-for")} hint={t("write.hint.open-for")} rows={4} required />
      <TextArea {...field("fixed", before.fixed)} label={t("write.field.fixed")} hint={t("write.hint.fixed")} rows={3} required />
      <Select
        {...field("committee", before.committee)}
        label={t("write.field.committee")}
        options={[choices.ownArea ? { value: "", text: t("write.area-decides") } : choose, ...choices.committees.map(named)]}
      />
      <Field
        {...field("decideOn", before.decideOn)}
        type="date"
        short
        label={t("write.field.decide-on")}
        hint={t("write.hint.decide-on")}
        required
      />
    </>
  );
}

/** What citizens are asked: nothing, or one question with an end. */
function Ask({ before, visit }: Omit<Part, "choices">) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return (
    <>
      <TextArea
        {...field("question", before.question)}
        label={t("write.field.question")}
        optional={t("write.may-be-empty")}
        hint={t("write.hint.question")}
        rows={2}
        maxlength={300}
      />
      <Field
        {...field("askUntil", before.askUntil)}
        type="date"
        short
        label={t("write.field.ask-until")}
        optional={t("write.with-question")}
        hint={t("write.hint.ask-until")}
      />
    </>
  );
}
