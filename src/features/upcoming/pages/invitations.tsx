// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, ErrorPage, Notice, PageHead, Radios } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { beforeChoosingInvitations, beforeStoppingInvitations } from "../queries-invitations.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

/** Whether somebody who is logged in wants to be asked to join in. */
export function InvitationsPage({ invitations }: Awaited<ReturnType<typeof beforeChoosingInvitations.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("invitations.title"),
    section: "upcoming",
    crumbs: crumbs(visit.lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("invitations.title")} lead={t("invitations.lead")} />
        <div class="narrow stack-m">
          {visit.asked["nyt"] === "saved" && (
            <Notice kind="done" announce>
              <p>{t(invitations ? "invitations.said.yes" : "invitations.said.no")}</p>
            </Notice>
          )}
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="stack-m">
            <Radios
              {...fieldsOf(visit, t)("invitations", invitations ? "yes" : "no")}
              label={t("invitations.field")}
              choices={[
                { value: "yes", text: t("invitations.yes") },
                { value: "no", text: t("invitations.no"), hint: t("invitations.hint.no") },
              ]}
            />
            <Button>{t("invitations.save")}</Button>
          </FormOf>
        </div>
      </div>
    ),
  };
}

/** The link of an invitation: a button; afterwards, that it is done. */
export function StopInvitationsPage(data: Awaited<ReturnType<typeof beforeStoppingInvitations.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const choose = (
    <ButtonLink kind="secondary" href={paths.invitations(visit.lang)}>
      {t("stop.choose")}
    </ButtonLink>
  );
  if (data.state === "gone") {
    return {
      title: t("stop.gone.title"),
      hidden: true,
      body: (
        <ErrorPage title={t("stop.gone.title")} actions={choose}>
          <p>{t("stop.gone.text")}</p>
        </ErrorPage>
      ),
    };
  }
  const title = t(data.state === "stopped" ? "stop.done.title" : "stop.title");
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(data.state === "stopped" ? "stop.done.lead" : "stop.lead", { address: data.address })} />
        {data.state === "stopped" ? (
          choose
        ) : (
          <FormOf visit={visit} class="stack-m">
            <FormErrors visit={visit} say={t} />
            <Button>{t("stop.press")}</Button>
          </FormOf>
        )}
      </div>
    ),
  };
}
