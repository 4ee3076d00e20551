// SPDX-License-Identifier: EUPL-1.2
import { PageHead } from "#design/index.ts";
import type { Feature } from "#platform/feature.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { callLine } from "../call-line.tsx";
import { texts } from "../texts.ts";

/** What all slices that keep what people write say of it, with what holds for the whole site. */
export const privacyPage =
  (features: Feature[]) =>
  (visit: Visit): Sheet => {
    const t = texts(visit.lang);
    const kept = features.flatMap(({ name, keeps }) => (keeps && !visit.site.off.has(name) ? keeps(visit.lang) : []));
    return {
      title: t("privacy.title"),
      description: t("privacy.description"),
      body: (
        <Prose title={t("privacy.title")} lead={t("privacy.lead")}>
          <h2>{t("privacy.idea")}</h2>
          <p>{t("privacy.idea.text")}</p>
          {kept.map(({ title, text }) => (
            <>
              <h2>{title}</h2>
              {text.map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </>
          ))}
          <h2>{t("privacy.cpr")}</h2>
          <p>{t("privacy.cpr.text")}</p>
          <h2>{t("privacy.cookies")}</h2>
          <p>{t("privacy.cookies.text")}</p>
          <h2>{t("privacy.rights")}</h2>
          <p>{callLine(t, visit.site, "privacy.rights.text")}</p>
        </Prose>
      ),
    };
  };

export function AccessibilityPage(visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("was.title"),
    description: t("was.description"),
    body: (
      <Prose title={t("was.title")} lead={t("was.lead")}>
        <h2>{t("was.now")}</h2>
        <p>{t("was.now.text")}</p>
        <h2>{t("was.not")}</h2>
        <p>{t("was.not.text")}</p>
        <h2>{t("was.tell")}</h2>
        <p>{callLine(t, visit.site, "was.tell.text")}</p>
      </Prose>
    ),
  };
}

const Prose = ({ title, lead, children }: { title: string; lead: string; children: Sheet["body"] }) => (
  <div class="page narrow-page">
    <PageHead title={title} lead={lead} />
    <div class="prose">{children}</div>
  </div>
);
