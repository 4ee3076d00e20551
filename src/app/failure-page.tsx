// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink } from "#design/index.ts";
import type { FailurePage } from "#platform/http/failures.ts";
import { inLanguage } from "#platform/http/path.ts";
import { callLine } from "./call-line.tsx";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

const known = [403, 404, 422, 429, 500, 503] as const;
type Known = (typeof known)[number];

/** What happened, that nothing was lost, and what to do – in the site's own look. */
export const failurePage: FailurePage = (failure, visit) => {
  const t = texts(visit.lang);
  const status: Known = known.find((one) => one === failure.status) ?? (failure.status >= 500 ? 500 : 422);
  // Whoever is logged out may be let in once they are somebody, and comes back here then.
  const stranger = visit.actor.kind === "anonymous";
  const logIn = `${inLanguage("/log-ind", visit.lang)}${stranger ? `?tilbage=${encodeURIComponent(inLanguage(visit.path, visit.lang))}` : ""}`;
  const door = stranger && status === 403;
  const action = {
    403: logIn,
    404: visit.site.off.has("ideas") ? paths.front(visit.lang) : inLanguage("/ideer", visit.lang),
    503: inLanguage(visit.path, visit.lang),
  };
  const off = failure.code === "switched-off";
  const href = status === 403 || status === 404 || status === 503 ? action[status] : paths.front(visit.lang);
  const title = off ? t("fail.off.title", { name: visit.site.municipality }) : door ? t("fail.door.title") : t(`fail.${status}.title`);
  return {
    title,
    hidden: true,
    body: (
      <div class="page section">
        <div class="prose stack">
          <h1>{title}</h1>
          <p class="lead">{off ? t("fail.off.text") : door ? t("fail.door.text") : t(`fail.${status}.text`)}</p>
          {failure.incident && <p>{t("fail.code", { code: `${failure.incident.slice(0, 3)} ${failure.incident.slice(3)}` })}</p>}
          <p>{callLine(t, visit.site, "fail.call")}</p>
          <p class="buttons">
            <ButtonLink href={href}>
              {href === paths.front(visit.lang) ? t("fail.422.action") : door ? t("fail.door.action") : t(`fail.${status}.action`)}
            </ButtonLink>
            {stranger && status === 404 && !off && (
              <ButtonLink kind="secondary" href={logIn}>
                {t("fail.404.log-in")}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" href={inLanguage("/kontakt", visit.lang)}>
              {t("fail.contact")}
            </ButtonLink>
          </p>
        </div>
      </div>
    ),
  };
};
