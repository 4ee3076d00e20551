// SPDX-License-Identifier: EUPL-1.2
import { Check, PageHead } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { paths } from "../paths.ts";
import type { ownQueriesOf } from "../queries-own.ts";
import { texts } from "../texts.ts";
import { crumbs, EditPage, Saved, settingsPage, Tasks } from "./parts.tsx";

type Own = ReturnType<typeof ownQueriesOf>;
type All = Awaited<ReturnType<Own["modules"]["answer"]>>;
type One = Awaited<ReturnType<Own["oneModule"]["answer"]>>;

export const moduleWord = (lang: Lang, name: string): string => texts(lang).maybe(`module.${name}`) ?? name;

export function ModulesPage({ optional, core }: All, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return settingsPage(
    t("modules.title"),
    crumbs(lang),
    <>
      <PageHead title={t("modules.title")} lead={t("modules.lead")} />
      <div class="stack-l">
        <Saved visit={visit} />
        {optional.length === 0 ? (
          <p>{t("modules.none")}</p>
        ) : (
          <Tasks
            tasks={optional.map(({ name, on }) => ({
              title: moduleWord(lang, name),
              href: paths.module(lang, { reference: name }),
              state: on ? t("module.on") : t("module.off"),
            }))}
          />
        )}
        <section class="stack-s" aria-labelledby="core">
          <h2 id="core" class="title">
            {t("modules.core")}
          </h2>
          <p>{t("modules.core.text")}</p>
          <p class="quiet">{core.map((name) => moduleWord(lang, name)).join(" · ")}</p>
        </section>
      </div>
    </>,
  );
}

export function ModulePage({ name, on }: One, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return EditPage({
    visit,
    kind: "module",
    value: undefined,
    inputs: [],
    title: moduleWord(lang, name),
    lead: t("module.lead"),
    at: crumbs(lang, { href: paths.modules(lang), text: t("modules.title") }),
    children: <Check name="on" checked={on} text={t("field.module.on")} hint={t("hint.module.on")} />,
  });
}
