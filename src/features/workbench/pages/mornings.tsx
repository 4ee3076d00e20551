// SPDX-License-Identifier: EUPL-1.2
import { ErrorPage } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { noThanksPage, wantedPage } from "#features/people/index.ts";
import type { beforeChoosing, beforeStopping } from "../queries-mornings.ts";
import { texts } from "../texts.ts";
import { deskCrumb } from "./absence.tsx";

export function MorningsPage({ mornings }: Awaited<ReturnType<typeof beforeChoosing.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const words = {
    title: t("mornings.title"),
    lead: t("mornings.lead"),
    saved: t(mornings ? "mornings.said.yes" : "mornings.said.no"),
    field: t("mornings.field"),
    yes: t("mornings.yes"),
    no: t("mornings.no"),
    hintNo: t("mornings.hint.no"),
    save: t("mornings.save"),
  };
  return wantedPage(visit, t, { name: "mornings", wanted: mornings, words }, { section: "workbench", crumbs: [deskCrumb(visit)] });
}

/** The link of the mail: a button; afterwards, that it is done. */
export function StopPage(data: Awaited<ReturnType<typeof beforeStopping.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  if (data.state === "gone")
    return { title: t("stop.gone.title"), hidden: true, body: <ErrorPage title={t("stop.gone.title")}>{t("stop.gone.text")}</ErrorPage> };
  const done = data.state === "stopped";
  const words = {
    title: t(done ? "stop.done.title" : "stop.title"),
    lead: t(done ? "stop.done.lead" : "stop.lead", { address: data.address }),
    press: t("stop.press"),
  };
  return noThanksPage(visit, t, { done, words });
}
