// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, ErrorPage } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { noThanksPage, wantedPage } from "#features/people/index.ts";
import { paths } from "../paths.ts";
import type { beforeChoosingInvitations, beforeStoppingInvitations } from "../queries-invitations.ts";
import { texts } from "../texts.ts";
import { crumbs } from "./parts.tsx";

/** Whether somebody who is logged in wants to be asked to join in. */
export function InvitationsPage({ invitations }: Awaited<ReturnType<typeof beforeChoosingInvitations.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const words = {
    title: t("invitations.title"),
    lead: t("invitations.lead"),
    saved: t(invitations ? "invitations.said.yes" : "invitations.said.no"),
    field: t("invitations.field"),
    yes: t("invitations.yes"),
    no: t("invitations.no"),
    hintNo: t("invitations.hint.no"),
    save: t("invitations.save"),
  };
  return wantedPage(visit, t, { name: "invitations", wanted: invitations, words }, { section: "upcoming", crumbs: crumbs(visit.lang) });
}

/** The link of an invitation: a button; afterwards, that it is done. */
export function StopInvitationsPage(data: Awaited<ReturnType<typeof beforeStoppingInvitations.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const again = { href: paths.invitations(visit.lang), text: t("stop.choose") };
  if (data.state === "gone") {
    const choose = (
      <ButtonLink kind="secondary" href={again.href}>
        {again.text}
      </ButtonLink>
    );
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
  const done = data.state === "stopped";
  const words = {
    title: t(done ? "stop.done.title" : "stop.title"),
    lead: t(done ? "stop.done.lead" : "stop.lead", { address: data.address }),
    press: t("stop.press"),
  };
  return noThanksPage(visit, t, { done, words, again });
}
