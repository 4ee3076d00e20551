// SPDX-License-Identifier: EUPL-1.2
import { inLanguage } from "#platform/http/path.ts";
import { form, page, type Route, type Visit } from "#platform/http/route.ts";
import type { Answer } from "#platform/operations/operation.ts";
import { withAids } from "#features/drafts/index.ts";
import { chooseInvitations, discarded, draft, edit, invite, move, publish, putOff, stopInvitations, tell, weigh } from "./operations.ts";
import { InvitationsPage, StopInvitationsPage } from "./pages/invitations.tsx";
import { ListingPage } from "./pages/listing.tsx";
import { ListPage } from "./pages/list.tsx";
import { DiscardPage, InvitePage, MovePage, PublishPage, PutOffPage } from "./pages/steps.tsx";
import { lookAtTold, PreviewPage } from "./pages/preview.tsx";
import { TellPage } from "./pages/tell.tsx";
import { WeighPage } from "./pages/weigh.tsx";
import { EditPage, WritePage } from "./pages/write.tsx";
import { paths } from "./paths.ts";
import { beforeEditing, beforeInviting, beforeStep, beforeTelling, beforeWeighing, beforeWriting, detail, list } from "./queries.ts";
import { beforeChoosingInvitations, beforeStoppingInvitations } from "./queries-invitations.ts";

/** To the listing, which says what has just been done. */
const toListing =
  (news: string) =>
  (answered: Answer, { lang }: Visit): string =>
    `${paths.listing(lang, { reference: String(answered.reference) })}?nyt=${news}`;

export const routes: Route[] = [
  page({
    path: paths.list,
    query: list,
    view: ListPage,
    cache: { kinds: ["listing", "idea"], keys: ["phase", "locality", "asked", "after"] },
  }),
  form({ path: paths.write, query: beforeWriting, operation: draft, view: WritePage, then: toListing("drafted") }),
  form({
    path: paths.invitations,
    query: beforeChoosingInvitations,
    operation: chooseInvitations,
    view: InvitationsPage,
    then: (_answer, { lang }) => `${paths.invitations(lang)}?nyt=saved`,
  }),
  form({
    path: paths.noInvitations,
    query: beforeStoppingInvitations,
    operation: stopInvitations,
    view: StopInvitationsPage,
    then: (_answer, visit) => inLanguage(visit.path, visit.lang),
    oneClick: true,
  }),
  page({ path: paths.listing, query: detail, view: ListingPage, cache: { kinds: ["listing", "idea", "follow"], keys: [] } }),
  form({ path: paths.edit, query: beforeEditing, operation: edit, view: EditPage, then: toListing("edited") }),
  form({ path: paths.publish, query: beforeStep, operation: publish, view: PublishPage, then: toListing("published") }),
  form({ path: paths.discard, query: beforeStep, operation: discarded, view: DiscardPage, then: (_answer, { lang }) => paths.list(lang) }),
  form({ path: paths.move, query: beforeStep, operation: move, view: MovePage, then: toListing("moved") }),
  form({ path: paths.putOff, query: beforeStep, operation: putOff, view: PutOffPage, then: toListing("put-off") }),
  form({
    path: paths.invite,
    query: beforeInviting,
    operation: invite,
    view: InvitePage,
    then: (answered, visit) => `${toListing("invited")(answered, visit)}&antal=${Number(answered["invited"])}`,
  }),
  form({
    path: paths.weigh,
    query: beforeWeighing,
    operation: weigh,
    view: WeighPage,
    then: (answered, { lang }) => paths.tell(lang, { reference: String(answered.reference) }),
  }),
  withAids(form({ path: paths.tell, query: beforeTelling, operation: tell, view: TellPage, then: toListing("told") }), {
    text: "doing",
    look: lookAtTold,
    preview: PreviewPage,
  }),
];
