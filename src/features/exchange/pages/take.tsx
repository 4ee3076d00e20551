// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { claimSheet, linkSheet } from "#platform/html/take-sheets.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import { renewedUntil } from "../post.ts";
import type { beforeClaiming, beforeConfirming } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

type Link = Awaited<ReturnType<typeof beforeConfirming.answer>>;

export function ConfirmPage(link: Link, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const { post } = link;
  if (post === undefined || link.state !== "open") return over(link, visit);
  return linkSheet(visit, around(visit), {
    title: t("confirm.title"),
    lead: t("confirm.lead", { title: post.title }),
    button: t("confirm.button"),
    note: t("confirm.note"),
  });
}

/** As long again, from the mail. */
export function RenewByLinkPage(link: Link, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  const { post } = link;
  if (post === undefined || link.state !== "open") return over(link, visit);
  return linkSheet(visit, around(visit), {
    title: t("renew.title"),
    lead: t("renew.lead", { title: post.title, day: sayDay(renewedUntil(localDayOf(now), post.expiresOn), lang, now) }),
    button: t("renew.button"),
    note: t("renew.note"),
  });
}

function over({ state }: Link, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const on = { href: paths.list(visit.lang), text: t("receipt.others") };
  return linkSheet(
    visit,
    around(visit),
    state === "used"
      ? { title: t("link.used.title"), text: t("link.used"), on }
      : { title: t("link.gone.title"), text: t("link.gone"), on },
  );
}

export function ClaimPage({ wrong }: Awaited<ReturnType<typeof beforeClaiming.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return claimSheet(visit, around(visit), {
    title: t("claim.title"),
    lead: t("claim.lead"),
    letter: "T",
    wrong: wrong ? t("claim.wrong") : undefined,
    button: t("claim.button"),
  });
}

const around = ({ lang }: Visit) => ({ section: "exchange", crumbs: crumbs(lang), say: texts(lang) });
