// SPDX-License-Identifier: EUPL-1.2
import { FormErrors, fieldsOf } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { Button, Columns, Field, More, PageHead, Section } from "#design/index.ts";
import { texts } from "../texts.ts";
import { DemoPeople, type Listed } from "./demo-people.tsx";

export function LogInPage({ people }: { people: Listed[] }, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("log-in.title"),
    description: t("log-in.description"),
    body: (
      <>
        <div class="page">
          <PageHead title={t("log-in.title")} lead={t("log-in.lead")} />
          <Columns main={<EmailForm visit={visit} />} aside={<NoNeed visit={visit} />} />
        </div>
        {visit.demo && people.length > 0 && (
          <Section id="demo" title={t("demo.title")} lead={t("demo.lead")} band>
            <DemoPeople people={people} visit={visit} />
          </Section>
        )}
      </>
    ),
  };
}

function EmailForm({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return (
    <FormOf visit={visit} class="stack-m narrow">
      <FormErrors visit={visit} say={t} />
      {visit.back !== undefined && <input type="hidden" name="back" value={visit.back} />}
      <Field
        {...field("email")}
        type="email"
        autocomplete="email"
        inputmode="email"
        required
        label={t("log-in.email")}
        hint={t("log-in.email-hint")}
      />
      <Button icon="mail">{t("log-in.send")}</Button>
    </FormOf>
  );
}

function NoNeed({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <div class="stack-s">
      <p>{t("log-in.no-need")}</p>
      <p>
        <More href={inLanguage("/ideer/ny", visit.lang)}>{t("log-in.no-need-link")}</More>
      </p>
    </div>
  );
}
