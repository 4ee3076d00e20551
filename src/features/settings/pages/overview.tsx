// SPDX-License-Identifier: EUPL-1.2
import { PageHead, type Content } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { overviewOf } from "../queries.ts";
import { texts } from "../texts.ts";
import { Changes } from "./history.tsx";
import { Saved, settingsPage, Tasks } from "./parts.tsx";

type Data = Awaited<ReturnType<ReturnType<typeof overviewOf>["answer"]>>;

/** What can be decided here, in plain words, each with how it stands; and what was changed lately. */
export function OverviewPage({ counts, changes, names }: Data, visit: Visit): Sheet {
  const { lang, site } = visit;
  const t = texts(lang);
  const counted = (key: "areas" | "places" | "themes" | "roles" | "days" | "texts", href: string, count: number) => ({
    title: t(`${key}.title`),
    href,
    about: t(`${key}.about`),
    state: t(`${key}.state`, { count }),
  });
  return settingsPage(
    t("title"),
    [],
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div class="stack-l">
        <Saved visit={visit} />
        <Group id="who" title={t("group.who")}>
          <Tasks
            tasks={[
              counted("areas", paths.areas(lang), counts.areas),
              counted("roles", paths.roles(lang), counts.roles),
              { title: t("deadlines.title"), href: paths.deadlines(lang), about: t("deadlines.about") },
              counted("days", paths.closedDays(lang), counts.closedDays),
            ]}
          />
        </Group>
        <Group id="what" title={t("group.what")}>
          <Tasks
            tasks={[counted("places", paths.localities(lang), counts.localities), counted("themes", paths.themes(lang), counts.themes)]}
          />
        </Group>
        <Group id="how" title={t("group.how")}>
          <Tasks
            tasks={[
              { title: t("identity.title"), href: paths.identity(lang), about: t("identity.about"), state: site.municipality },
              { title: t("look.title"), href: paths.look(lang), about: t("look.about"), state: site.wordMark.name },
              counted("texts", paths.texts(lang), counts.texts),
              {
                title: t("modules.title"),
                href: paths.modules(lang),
                about: t("modules.about"),
                state: t("modules.state", { count: counts.off }),
              },
            ]}
          />
        </Group>
        <Group id="lately" title={t("lately.title")}>
          {changes.length === 0 ? <p>{t("history.empty.text")}</p> : <Changes changes={changes} names={names} visit={visit} />}
          <p>
            <a href={paths.history(lang)}>{t("lately.all")}</a>
          </p>
        </Group>
      </div>
    </>,
  );
}

const Group = ({ id, title, children }: { id: string; title: string; children: Content }) => (
  <section class="stack-s" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
