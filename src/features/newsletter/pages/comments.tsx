// SPDX-License-Identifier: EUPL-1.2
import type { Sheet, Visit } from "#platform/http/route.ts";
import { noThanksPage, wantedPage } from "#features/people/index.ts";
import { paths } from "../paths.ts";
import type { beforeChoosingComments, beforeStoppingComments } from "../queries-comments.ts";
import { texts } from "../texts.ts";
import { GonePage } from "./from-mail.tsx";

/** Whether somebody who is logged in wants mails about comments. */
export function CommentMailsPage({ comments }: Awaited<ReturnType<typeof beforeChoosingComments.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const words = {
    title: t("comments.title"),
    lead: t("comments.lead"),
    saved: t(comments ? "comments.said.yes" : "comments.said.no"),
    field: t("comments.field"),
    yes: t("comments.yes"),
    hintYes: t("comments.hint.yes"),
    no: t("comments.no"),
    hintNo: t("comments.hint.no"),
    save: t("comments.save"),
  };
  return wantedPage(visit, t, { name: "comments", wanted: comments, words });
}

/** "No thanks" to all mails about comments: a button; afterwards, that it is done. */
export function StopCommentsPage(data: Awaited<ReturnType<typeof beforeStoppingComments.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  if (data.state === "gone") return GonePage(visit);
  const done = data.state === "stopped";
  const words = {
    title: t(done ? "no-comments.done" : "no-comments.title"),
    lead: t(done ? "no-comments.done.lead" : "no-comments.lead", { address: data.address }),
    press: t("no-comments.press"),
  };
  return noThanksPage(visit, t, { done, words, again: { href: paths.comments(visit.lang), text: t("no-comments.again") } });
}
