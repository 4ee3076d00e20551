// SPDX-License-Identifier: EUPL-1.2
import { claimSheet, linkSheet } from "#platform/html/take-sheets.tsx";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { beforeClaiming, beforeConfirming } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

export function ConfirmPage(link: Awaited<ReturnType<typeof beforeConfirming.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const on = { href: inLanguage("/log-ind", visit.lang), text: t("log-in") };
  if (link.state === "used") return linkSheet(visit, around(visit), { title: t("confirm.used.title"), text: t("confirm.used"), on });
  if (link.state !== "open") return linkSheet(visit, around(visit), { title: t("confirm.gone.title"), text: t("confirm.gone"), on });
  return linkSheet(visit, around(visit), {
    title: t("confirm.title"),
    lead: t(link.answered ? "confirm.lead.answered" : "confirm.lead", { reference: link.reference }),
    button: t("confirm.button"),
    note: t("confirm.note"),
  });
}

export function ClaimPage({ wrong }: Awaited<ReturnType<typeof beforeClaiming.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return claimSheet(visit, around(visit), {
    title: t("claim.title"),
    lead: t("claim.lead"),
    letter: "H",
    wrong: wrong ? t("claim.wrong") : undefined,
    button: t("claim.button"),
  });
}

const around = ({ lang }: Visit) => ({ section: "contact", crumbs: crumbs(lang), say: texts(lang) });
