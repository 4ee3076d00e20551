// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, PageHead } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { paths } from "../paths.ts";
import { helpAfterDays } from "../post.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

const parts = ["look", "never", "fair", "none", "yours"] as const;

/** "Hvorfor ser jeg det?": how counterparts are found, in words that anybody can check. */
export function HowPage(visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("how.title"),
    description: t("how.description"),
    section: "exchange",
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead title={t("how.title")} lead={t("how.lead")} />
        <div class="narrow stack-l">
          {parts.map((part) => (
            <section class="stack-s">
              <h2 class="minor-title">{t(`how.${part}.title`)}</h2>
              <p>{t(`how.${part}`, { days: helpAfterDays, name: firstNameOf(visit.site.contact) })}</p>
            </section>
          ))}
          <div class="buttons">
            <ButtonLink kind="secondary" href={paths.list(lang)}>
              {t("receipt.others")}
            </ButtonLink>
          </div>
        </div>
      </div>
    ),
  };
}
