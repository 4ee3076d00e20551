// SPDX-License-Identifier: EUPL-1.2
import { PageHead, SearchForm, TextArea } from "#design/index.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { languages } from "#platform/i18n/i18n.ts";
import { versionOf } from "#platform/settings/setting.ts";
import { paths } from "../paths.ts";
import type { oneText, ownQueriesOf } from "../queries-own.ts";
import { texts } from "../texts.ts";
import { crumbs, EditPage, Saved, settingsPage, Tasks } from "./parts.tsx";

type Found = Awaited<ReturnType<ReturnType<typeof ownQueriesOf>["texts"]["answer"]>>;
type One = Awaited<ReturnType<typeof oneText.answer>>;

/** Texts are found by what stands on the page: the words themselves, in either language. */
export function TextsPage({ words, texts: found, more }: Found, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const count = found.length;
  const summary = words === "" ? t("texts.own", { count }) : more ? t("texts.many", { count, words }) : t("texts.found", { count, words });
  return settingsPage(
    t("texts.title"),
    crumbs(lang),
    <>
      <PageHead title={t("texts.title")} lead={t("texts.lead")} />
      <div class="stack-m">
        <Saved visit={visit} />
        <SearchForm
          action={paths.texts(lang)}
          value={words}
          label={t("texts.search")}
          placeholder={t("texts.hint")}
          submit={t("texts.button")}
        />
        <p>{summary}</p>
        <Tasks
          tasks={found.map(({ reference, standard, own }) => ({
            title: own[lang] ?? standard[lang],
            href: paths.text(lang, { reference }),
            about: reference,
            state: own.da !== null || own.en !== null ? t("texts.yours") : undefined,
          }))}
        />
      </div>
    </>,
  );
}

export function TextPage(text: One, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  return EditPage({
    visit,
    kind: "text",
    value: undefined,
    inputs: [],
    title: t("text.title"),
    lead: text.names.length > 0 ? t("text.names", { names: text.names.join(" ") }) : t("text.lead"),
    at: crumbs(lang, { href: paths.texts(lang), text: t("texts.title") }),
    children: (
      <>
        <input type="hidden" name="seen" value={versionOf({ da: text.own.da, en: text.own.en }, ["da", "en"])} />
        {languages.map((one) => (
          <div class="stack-s">
            <TextArea
              {...field(one, text.own[one] ?? "")}
              label={t(`field.text.${one}`)}
              hint={t("hint.text")}
              rows={4}
              maxlength={2000}
              optional={t("optional")}
            />
            <p class="desk-standard" lang={one}>
              <span class="small quiet">{t("text.standard")}</span> {text.standard[one]}
            </p>
          </div>
        ))}
      </>
    ),
    after: (
      <p class="desk-links">
        <a href={`${paths.history(lang)}?kind=text&key=${encodeURIComponent(text.reference)}`}>{t("area.history")}</a>
      </p>
    ),
  });
}
