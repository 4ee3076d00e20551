// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Empty, Field, Notice, PageHead, Select, TextArea } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { beforeRemoving, phrases } from "../queries.ts";
import { texts } from "../texts.ts";

type Data = Awaited<ReturnType<typeof phrases.answer>>;

const deskCrumb = ({ lang }: Visit) => ({ href: inLanguage("/arbejdsbord", lang), text: texts(lang)("desk") });

/** Somebody's phrases and those of their areas, and a form for one more. */
export function PhrasesPage({ phrases: all, areas }: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const said = (["added", "removed"] as const).find((one) => one === visit.asked["nyt"]);
  const named = ({ name, nameEn }: { name: string; nameEn: string }): string => (lang === "da" ? name : nameEn);
  return {
    title: t("phrases.title"),
    section: "workbench",
    crumbs: [deskCrumb(visit)],
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("phrases.title")} lead={t("phrases.lead")} />
        <div class="stack-l narrow">
          {said && (
            <Notice kind="done" announce>
              <p>{t(`phrases.${said}`)}</p>
            </Notice>
          )}
          {all.length === 0 ? (
            <Empty title={t("phrases.empty.title")}>{t("phrases.empty.text")}</Empty>
          ) : (
            <ul class="plain stack-m">
              {all.map((phrase) => (
                <li class="desk-phrase stack-s">
                  <h2 class="title">{phrase.title}</h2>
                  <p>{phrase.text}</p>
                  <p class="small quiet">
                    {phrase.area ? t("phrases.of-area", { area: named(phrase.area) }) : t("phrases.own")}{" "}
                    <a href={paths.remove(lang, { reference: phrase.id })}>
                      {t("phrases.remove")}
                      <span class="hidden-text"> {phrase.title}</span>
                    </a>
                  </p>
                </li>
              ))}
            </ul>
          )}
          <section class="stack-m" aria-labelledby="new">
            <h2 id="new">{t("phrases.new")}</h2>
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit} class="stack-m">
              <Field {...field("title")} label={t("phrases.field.title")} hint={t("phrases.hint.title")} maxlength={60} required />
              <TextArea {...field("text")} label={t("phrases.field.text")} rows={5} required />
              {areas.length > 0 && (
                <Select
                  {...field("area")}
                  label={t("phrases.field.area")}
                  options={[
                    { value: "", text: t("phrases.only-me") },
                    ...areas.map((area) => ({ value: area.slug, text: t("phrases.with-area", { area: named(area) }) })),
                  ]}
                />
              )}
              <Button>{t("phrases.save")}</Button>
            </FormOf>
          </section>
        </div>
      </div>
    ),
  };
}

export function RemovePage(phrase: Awaited<ReturnType<typeof beforeRemoving.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("remove.title", { title: phrase.title }),
    section: "workbench",
    crumbs: [deskCrumb(visit), { href: paths.phrases(visit.lang), text: t("phrases.title") }],
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("remove.title", { title: phrase.title })} lead={t(phrase.mine ? "remove.own" : "remove.shared")} />
        <div class="narrow stack-m">
          <blockquote class="desk-phrase">{phrase.text}</blockquote>
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="buttons">
            <Button>{t("remove.press")}</Button>
            <ButtonLink kind="quiet" href={paths.phrases(visit.lang)}>
              {t("remove.keep")}
            </ButtonLink>
          </FormOf>
        </div>
      </div>
    ),
  };
}
