// SPDX-License-Identifier: EUPL-1.2
import type { Sheet, Visit } from "#platform/http/route.ts";
import { ErrorPage } from "#design/index.ts";
import { texts } from "../texts.ts";

/** A wrong code was counted and answered on another page; here it is said at the field, as any error. */
export function withLastTry(visit: Visit): Visit {
  const kind = { code: "wrong", gone: "gone" }[String(visit.asked["svar"])];
  return kind === undefined || Object.keys(visit.errors).length > 0 ? visit : { ...visit, errors: { code: kind } };
}

/** The mailbox is right, but its person may not come in. */
export function ClosedPage(visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("link.closed-title"),
    hidden: true,
    body: (
      <ErrorPage title={t("link.closed-title")}>
        <p>{t("link.closed")}</p>
      </ErrorPage>
    ),
  };
}
