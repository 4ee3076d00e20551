// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, PageHead, Select } from "#design/index.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { versionOf } from "#platform/settings/setting.ts";
import { onTwoLevels } from "#features/themes/index.ts";
import { paths } from "../paths.ts";
import type { allThemes, beforeAddingTheme, oneTheme } from "../queries-own.ts";
import { texts } from "../texts.ts";
import { ConfirmPage, crumbs, EditPage, Saved, settingsPage, Tasks, type Crumb, type Input } from "./parts.tsx";

type All = Awaited<ReturnType<typeof allThemes.answer>>;
type One = Awaited<ReturnType<typeof oneTheme.answer>> | Awaited<ReturnType<typeof beforeAddingTheme.answer>>;

const toThemes = (lang: Lang): Crumb => ({ href: paths.themes(lang), text: texts(lang)("themes.title") });

export function ThemesPage({ themes }: All, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const link = ({ key, name }: All["themes"][number]) => ({ title: name[lang], href: paths.theme(lang, { reference: key }) });
  return settingsPage(
    t("themes.title"),
    crumbs(lang),
    <>
      <PageHead
        title={t("themes.title")}
        lead={t("themes.lead")}
        action={<ButtonLink href={paths.newTheme(lang)}>{t("themes.new")}</ButtonLink>}
      />
      <div class="stack-l">
        <Saved visit={visit} />
        {onTwoLevels(themes, lang).map(({ theme, below }) => (
          <section class="stack-s" aria-labelledby={theme.key}>
            <h2 id={theme.key} class="title">
              <a href={paths.theme(lang, { reference: theme.key })}>{theme.name[lang]}</a>
            </h2>
            {below.length > 0 && <Tasks tasks={below.map(link)} />}
          </section>
        ))}
      </div>
    </>,
  );
}

const inputs: Input[] = [
  { name: "name", as: "line", max: 80 },
  { name: "nameEn", as: "line", max: 80 },
  { name: "words", as: "words", rows: 8 },
  { name: "wordsEn", as: "words", rows: 8 },
];

/** A theme that is there, or a new one. */
export function ThemePage({ theme, tops, areas }: One, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const keyOf = (id: string | null | undefined): string => tops.find((top) => top.id === id)?.key ?? "";
  const slugOf = (id: string | null | undefined): string => areas.find((area) => area.id === id)?.slug ?? "";
  return EditPage({
    visit,
    kind: "theme",
    // What it saw is said below, with the two choices.
    value: undefined,
    filled: theme,
    inputs,
    title: theme ? theme[lang === "en" ? "nameEn" : "name"] : t("themes.new"),
    lead: t("theme.lead"),
    at: crumbs(lang, toThemes(lang)),
    children: (
      <>
        {theme && <input type="hidden" name="seen" value={versionOf(theme, ["name", "nameEn", "words", "wordsEn", "parent", "area"])} />}
        <Select
          {...field("parent", keyOf(theme?.parent))}
          name="parent"
          label={t("field.theme.parent")}
          hint={t("hint.theme.parent")}
          options={[{ value: "", text: t("theme.top") }, ...tops.map(({ key, name }) => ({ value: key, text: name[lang] }))]}
        />
        <Select
          {...field("area", slugOf(theme?.area))}
          label={t("field.theme.area")}
          hint={t("hint.theme.area")}
          options={[
            { value: "", text: t("choose") },
            ...areas.map((area) => ({ value: area.slug, text: lang === "en" ? area.nameEn : area.name })),
          ]}
        />
      </>
    ),
    after: theme && (
      <p class="desk-links">
        <a href={`${paths.history(lang)}?kind=theme&key=${theme.id}`}>{t("area.history")}</a>
        {theme.things + theme.below === 0 && <a href={paths.removeTheme(lang, { reference: theme.key })}>{t("place.remove")}</a>}
      </p>
    ),
  });
}

export function RemoveThemePage({ theme }: Awaited<ReturnType<typeof oneTheme.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const uses = theme.things + theme.below;
  return ConfirmPage({
    visit,
    title: t("remove.title", { name: lang === "en" ? theme.nameEn : theme.name }),
    lead: uses > 0 ? t("theme.in-use", { things: theme.things, below: theme.below }) : t("remove.lead"),
    button: uses > 0 ? undefined : t("remove.button"),
    at: crumbs(lang, toThemes(lang)),
  });
}
