// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Notice, PageHead, Radios } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { beforeChoosingComments, beforeStoppingComments } from "../queries-comments.ts";
import { texts } from "../texts.ts";
import { GonePage } from "./from-mail.tsx";

/** Whether somebody who is logged in wants mails about comments. */
export function CommentMailsPage({ comments }: Awaited<ReturnType<typeof beforeChoosingComments.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("comments.title"),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("comments.title")} lead={t("comments.lead")} />
        <div class="narrow stack-m">
          {visit.asked["nyt"] === "saved" && (
            <Notice kind="done" announce>
              <p>{t(comments ? "comments.said.yes" : "comments.said.no")}</p>
            </Notice>
          )}
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="stack-m">
            <Radios
              {...fieldsOf(visit, t)("comments", comments ? "yes" : "no")}
              label={t("comments.field")}
              choices={[
                { value: "yes", text: t("comments.yes"), hint: t("comments.hint.yes") },
                { value: "no", text: t("comments.no"), hint: t("comments.hint.no") },
              ]}
            />
            <Button>{t("comments.save")}</Button>
          </FormOf>
        </div>
      </div>
    ),
  };
}

/** "No thanks" to all mails about comments: a button; afterwards, that it is done. */
export function StopCommentsPage(data: Awaited<ReturnType<typeof beforeStoppingComments.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  if (data.state === "gone") return GonePage(visit);
  const done = data.state === "stopped";
  const title = t(done ? "no-comments.done" : "no-comments.title");
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(done ? "no-comments.done.lead" : "no-comments.lead", { address: data.address })} />
        {done ? (
          <ButtonLink kind="secondary" href={paths.comments(visit.lang)}>
            {t("no-comments.again")}
          </ButtonLink>
        ) : (
          <FormOf visit={visit} class="stack-m">
            <FormErrors visit={visit} say={t} />
            <Button>{t("no-comments.press")}</Button>
          </FormOf>
        )}
      </div>
    ),
  };
}
