// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, Field, FieldRow, PageHead, Select, TextArea } from "#design/index.ts";
import { personOf } from "#platform/auth/actor.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { areaName } from "../enquiry-words.ts";
import type { beforeWriting } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof beforeWriting.answer>>;

/** Three fields, no account: what it is about, a little more, and how we reach you. */
export function WritePage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const chosen = data.areas.find(({ slug }) => slug === data.chosen);
  return {
    title: t("write.title"),
    description: t("write.description"),
    section: "contact",
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead
          title={chosen ? t("write.title.to", { name: firstNameOf(chosen.contact), area: areaName(chosen, lang) }) : t("write.title")}
          lead={t("write.lead")}
        />
        <div class="columns">
          <div class="narrow stack-m">
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit} class="stack-m">
              <Needed visit={visit} />
              <More data={data} visit={visit} />
              <div class="buttons">
                <Button icon="send">{t("write.send")}</Button>
              </div>
            </FormOf>
          </div>
          <aside class="side">
            <Box>
              <h2 class="minor-title">{t("write.private.title")}</h2>
              <ul class="stack-s">
                <li>{t("write.private.who")}</li>
                <li>{t("write.private.when", { days: (chosen ?? data.areas[0])?.answerDays ?? 15 })}</li>
                <li>{t("write.private.cpr")}</li>
              </ul>
            </Box>
          </aside>
        </div>
      </div>
    ),
  };
}

function Needed({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return (
    <>
      <Field {...field("subject")} label={t("write.field.subject")} hint={t("write.hint.subject")} maxlength={120} required />
      <TextArea {...field("text")} label={t("write.field.text")} hint={t("write.hint.text")} rows={7} required />
      {personOf(visit.actor) === undefined ? (
        <Field {...field("reach")} label={t("write.field.reach")} hint={t("write.hint.reach")} required />
      ) : (
        <Field
          {...field("phone")}
          type="tel"
          autocomplete="tel"
          label={t("write.field.phone")}
          optional={t("optional")}
          hint={t("write.hint.phone")}
          maxlength={20}
        />
      )}
    </>
  );
}

/** What may be left open. It stays open where something in it was written, is wrong or was chosen on the way here. */
function More({ data, visit }: { data: Data; visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const inside = ["name", "callWhen", "area"] as const;
  const open = data.chosen !== undefined || inside.some((name) => (visit.values[name] ?? "") !== "" || visit.errors[name] !== undefined);
  const person = personOf(visit.actor);
  return (
    <details open={open}>
      <summary>{t("write.more")}</summary>
      <div class="stack-m">
        <FieldRow>
          <Field
            {...field("name", person?.name ?? "")}
            autocomplete="name"
            label={t("write.field.name")}
            optional={t("optional")}
            maxlength={60}
          />
          <Field
            {...field("callWhen")}
            label={t("write.field.call-when")}
            optional={t("optional")}
            hint={t("write.hint.call-when")}
            maxlength={200}
          />
        </FieldRow>
        <Select
          {...field("area", data.chosen ?? "")}
          label={t("write.field.area")}
          hint={t("write.hint.area")}
          options={[
            { value: "", text: t("write.you-know-best") },
            ...data.areas.map((area) => ({
              value: area.slug,
              text: t("write.area", { area: areaName(area, visit.lang), name: firstNameOf(area.contact) }),
            })),
          ]}
        />
      </div>
    </details>
  );
}
