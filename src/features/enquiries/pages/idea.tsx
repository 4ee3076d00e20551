// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Field, Notice, PageHead, Select, TextArea } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { areaName } from "../enquiry-words.ts";
import { paths } from "../paths.ts";
import type { beforeAnswering, Saying } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, Paragraphs } from "./parts.tsx";

type Places = { slug: string; name: string }[];

/** The contact person proposes the words that all would read. */
export function AskPage(on: Awaited<ReturnType<typeof beforeAnswering.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("asking.title"),
    section: "contact",
    crumbs: crumbs(lang, on),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("asking.title")} lead={t("asking.lead")} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <details>
            <summary>{t("asking.wrote")}</summary>
            <Paragraphs text={on.text} />
          </details>
          <FormOf visit={visit} class="stack-m">
            <Words visit={visit} localities={on.localities} before={{ title: "", text: "", where: null }} />
            <div class="buttons">
              <Button icon="send">{t("asking.button")}</Button>
              <ButtonLink kind="quiet" href={paths.enquiry(lang, { reference: on.reference })}>
                {t("back")}
              </ButtonLink>
            </div>
          </FormOf>
        </div>
      </div>
    ),
  };
}

/** The sender sees what would become public, changes it, and says yes. */
export function YesPage({ state, proposal, localities }: Saying, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  if (!proposal) return saidPage(state, visit);
  const field = fieldsOf(visit, t);
  return {
    title: t("saying.title"),
    section: "contact",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("saying.title")} lead={t("saying.lead", { area: areaName(proposal.area, lang) })} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="stack-m">
            <Words visit={visit} localities={localities} before={proposal} />
            <Field
              {...field("name", firstNameOf(proposal.name ?? ""))}
              label={t("saying.field.name")}
              optional={t("optional")}
              hint={t("saying.hint.name")}
              maxlength={60}
            />
            <p class="small quiet">{t("saying.promise", { day: sayDay(proposal.dueBy, lang, now) })}</p>
            <div class="buttons">
              <Button icon="check">{t("saying.yes")}</Button>
              <ButtonLink kind="quiet" href={inLanguage(visit.path.replace(/\/ja(\/|$)/, "/nej$1"), lang)}>
                {t("saying.no")}
              </ButtonLink>
            </div>
          </FormOf>
        </div>
      </div>
    ),
  };
}

export function NoPage({ state, proposal }: Saying, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  if (!proposal) return saidPage(state, visit);
  return {
    title: t("declining.title"),
    section: "contact",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("declining.title")} lead={t("declining.lead")} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit}>
            <div class="buttons">
              <Button>{t("declining.button")}</Button>
              <ButtonLink kind="quiet" href={inLanguage(visit.path.replace(/\/nej(\/|$)/, "/ja$1"), lang)}>
                {t("declining.back")}
              </ButtonLink>
            </div>
          </FormOf>
        </div>
      </div>
    ),
  };
}

/** What was said, or that there is nothing left to say. */
function saidPage(state: Saying["state"], { lang }: Visit): Sheet {
  const t = texts(lang);
  const said = state === "yes" || state === "no" ? state : "gone";
  return {
    title: t(`said.${said}.title`),
    section: "contact",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t(`said.${said}.title`)} />
        <div class="narrow stack-m">
          <Notice kind={said === "gone" ? "info" : "done"} announce>
            <p>{t(`said.${said}.text`)}</p>
          </Notice>
          <div class="buttons">
            <ButtonLink kind="secondary" href={inLanguage(said === "yes" ? "/ideer" : "/min-side", lang)}>
              {t(said === "yes" ? "said.yes.action" : "said.action")}
            </ButtonLink>
          </div>
        </div>
      </div>
    ),
  };
}

type Before = { title: string; text: string; where: string | null };

function Words({ visit, localities, before }: { visit: Visit; localities: Places; before: Before }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return (
    <>
      <Field {...field("title", before.title)} label={t("words.field.title")} maxlength={120} required />
      <TextArea {...field("text", before.text)} label={t("words.field.text")} hint={t("words.hint.text")} rows={7} required />
      <Select
        {...field("where", before.where ?? wholeMunicipality)}
        label={t("words.field.where")}
        options={[
          { value: wholeMunicipality, text: t("whole-municipality") },
          ...localities.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
    </>
  );
}
