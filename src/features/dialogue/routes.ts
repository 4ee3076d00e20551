// SPDX-License-Identifier: EUPL-1.2
import { inLanguage } from "#platform/http/path.ts";
import { form, page, type Route, type Sheet, type Visit } from "#platform/http/route.ts";
import { kindsOn } from "#platform/modules.ts";
import { ask } from "#platform/operations/ask.ts";
import type { Operation, Query } from "#platform/operations/operation.ts";
import { tieDoors } from "./operations-tie.ts";
import { correctComment, reply, takeBackComment, writeComment } from "./operations-comment.ts";
import { CommentsPage } from "./pages/comments.tsx";
import { AskForNo, AskForYes } from "./pages/from-mail.tsx";
import { StartPage, StopPage } from "./pages/tie.tsx";
import { CorrectPage, ReplyPage, TakeBackPage, WritePage } from "./pages/write.tsx";
import { anchorOf, paths, tiePaths } from "./paths.ts";
import { beforeCommenting, beforeCorrecting, beforeReplying, comments } from "./queries-comment.ts";
import { tieQueries } from "./queries-tie.ts";
import type { Followed } from "./store.ts";
import type { Tie } from "./tie.ts";

type Spec<Data> = {
  path: { pattern: string };
  query: Query<Data>;
  operation: Operation;
  view(data: Data, href: string | undefined, visit: Visit): Sheet;
  then?: Route["then"];
  oneClick?: boolean;
};

/** A form about a thing of whatever kind, with the address of the thing's own page, which only its kind's slice knows. */
function about<Data extends { thing: Followed | undefined }>({ path, query, operation, view, then, oneClick = false }: Spec<Data>): Route {
  return {
    ...form({
      path,
      query,
      operation,
      oneClick,
      view: (data, visit) => view(data, undefined, visit),
      then: then ?? ((_answer, visit) => inLanguage(visit.path, visit.lang)),
    }),
    async show(world, visit, { reference, ...input }) {
      const data = await ask(world, query, { actor: visit.actor, lang: visit.lang, input, reference });
      return view(data, data.thing && kindsOn(world).get(data.thing.kind)?.page(visit.lang, data.thing), visit);
    },
  };
}

const routesOf = (what: Tie): Route[] => {
  const [paths, queries, operations] = [tiePaths[what], tieQueries[what], tieDoors[what]];
  return [
    about({
      path: paths.start,
      query: queries.before,
      operation: operations.start,
      view: (data, href, visit) => StartPage({ ...data, href, what }, visit),
      then: ({ state }, visit) => `${inLanguage(visit.path, visit.lang)}${state === "mailed" ? "?svar=mailed" : ""}`,
    }),
    about({
      path: paths.stop,
      query: queries.before,
      operation: operations.stop,
      view: (data, href, visit) => StopPage({ ...data, href, what }, visit),
    }),
    about({
      path: paths.yes,
      query: queries.beforeYes,
      operation: operations.confirm,
      view: (data, href, visit) => AskForYes(what, data, href, visit),
    }),
    about({
      path: paths.no,
      query: queries.beforeNo,
      operation: operations.stopFromMail,
      view: (data, href, visit) => AskForNo(what, data, href, visit),
      oneClick: true,
    }),
  ];
};

/** Where the comment can be read: on the page of its thing, or further on in the conversation. */
const toComment: Route["then"] = (answer) => `${String(answer["page"])}#${anchorOf(Number(answer["number"]))}`;

const commentRoutes: Route[] = [
  {
    ...page({
      path: paths.conversation,
      query: comments,
      view: (data, visit) => CommentsPage(data, undefined, visit),
      cache: { kinds: ["comment"], keys: ["after"] },
    }),
    async show(world, visit, { reference }) {
      const { after } = visit.asked;
      const input = typeof after === "string" && /^\d{1,6}$/.test(after) ? { after } : {};
      const data = await ask(world, comments, { actor: visit.actor, lang: visit.lang, input, reference });
      return CommentsPage(data, kindsOn(world).get(data.thing.kind)?.page(visit.lang, data.thing), visit);
    },
  },
  about({ path: paths.write, query: beforeCommenting, operation: writeComment, view: WritePage, then: toComment }),
  about({ path: paths.reply, query: beforeReplying, operation: reply, view: ReplyPage, then: toComment }),
  about({ path: paths.correct, query: beforeCorrecting, operation: correctComment, view: CorrectPage, then: toComment }),
  about({ path: paths.takeBack, query: beforeCorrecting, operation: takeBackComment, view: TakeBackPage, then: toComment }),
];

export const routes: Route[] = [...routesOf("follow"), ...routesOf("support"), ...commentRoutes];
