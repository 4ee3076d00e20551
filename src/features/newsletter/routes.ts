// SPDX-License-Identifier: EUPL-1.2
import { form, type Route } from "#platform/http/route.ts";
import { inLanguage } from "#platform/http/path.ts";
import { confirm, startTelling, stop, stopFromMail } from "./operations.ts";
import { chooseComments, stopCommentsFromMail } from "./operations-comments.ts";
import { CommentMailsPage, StopCommentsPage } from "./pages/comments.tsx";
import { ConfirmPage, StopFromMailPage } from "./pages/from-mail.tsx";
import { FollowPage } from "./pages/follow.tsx";
import { StopPage } from "./pages/stop.tsx";
import { paths } from "./paths.ts";
import { beforeChoosingComments, beforeStoppingComments } from "./queries-comments.ts";
import { beforeConfirming, beforeStopping, beforeStoppingFromMail, beforeSubscribing } from "./queries.ts";

const back: Route["then"] = (_answer, visit) => inLanguage(visit.path, visit.lang);

export const routes: Route[] = [
  form({
    path: paths.follow,
    query: beforeSubscribing,
    operation: startTelling,
    view: FollowPage,
    then: ({ state }, { lang }) => `${paths.follow(lang)}?svar=${String(state)}`,
  }),
  form({ path: paths.yes, query: beforeConfirming, operation: confirm, view: ConfirmPage, then: back }),
  form({ path: paths.no, query: beforeStoppingFromMail, operation: stopFromMail, view: StopFromMailPage, then: back, oneClick: true }),
  form({
    path: paths.comments,
    query: beforeChoosingComments,
    operation: chooseComments,
    view: CommentMailsPage,
    then: (_answer, { lang }) => `${paths.comments(lang)}?nyt=saved`,
  }),
  form({
    path: paths.noComments,
    query: beforeStoppingComments,
    operation: stopCommentsFromMail,
    view: StopCommentsPage,
    then: back,
    oneClick: true,
  }),
  form({
    path: paths.stop,
    query: beforeStopping,
    operation: stop,
    view: StopPage,
    then: (_answer, { lang }) => `${paths.follow(lang)}?svar=stopped`,
  }),
];
