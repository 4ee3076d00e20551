// SPDX-License-Identifier: EUPL-1.2
import { ask } from "#platform/operations/ask.ts";
import { fileFields } from "#platform/files/index.ts";
import { form, page, receiptPage, type Route, type Visit } from "#platform/http/route.ts";
import type { Answer } from "#platform/operations/operation.ts";
import { withAids } from "#features/drafts/index.ts";
import {
  acknowledge,
  addNoteTo,
  answer,
  askColleague,
  change,
  changePictures,
  claim,
  concern,
  confirm,
  fork,
  look,
  move,
  proposeMerge,
  reply,
  replyToMerge,
  submit,
  takeBack,
  takeBackQuestion,
} from "./operations.ts";
import { Writing } from "./input.ts";
import { AnswerPage } from "./pages/answer.tsx";
import { AskedPage, AskPage, CasePage, ConcernsPage, TakeBackQuestionPage } from "./pages/case.tsx";
import { EditPage } from "./pages/edit.tsx";
import { AcknowledgePage, LookPage, MovePage, WithdrawPage } from "./pages/handle.tsx";
import { HistoryPage } from "./pages/history.tsx";
import { IdeaPage } from "./pages/idea.tsx";
import { ListPage } from "./pages/list.tsx";
import { MergeReplyPage, ProposeMergePage } from "./pages/merge.tsx";
import { PicturesPage } from "./pages/pictures.tsx";
import { lookAtAnswer, PreviewPage } from "./pages/preview.tsx";
import { ReceiptPage } from "./pages/receipt.tsx";
import { ClaimPage, ConfirmPage } from "./pages/take.tsx";
import { VariantPage, WritePage } from "./pages/write.tsx";
import { paths } from "./paths.ts";
import {
  beforeAnswering,
  beforeClaiming,
  beforeConfirming,
  beforeSorting,
  beforeWithdrawing,
  beforeWriting,
  detail,
  list,
  receipt,
} from "./queries.ts";
import { beforeAsking, beforeConcerning, beforeForking, beforeReplying, beforeTakingBackQuestion, caseOf } from "./queries-case.ts";
import { beforeMerging, beforeReplyingToMerge } from "./queries-merge.ts";
import { beforeChangingPictures, beforeEditing, history } from "./queries-edits.ts";

/** To the idea, which says what has just been done. */
const toIdea =
  (news: string) =>
  (answered: Answer, { lang }: Visit): string =>
    `${paths.idea(lang, { reference: String(answered.reference) })}?nyt=${news}`;
const toCase = (answered: Answer, { lang }: Visit): string => paths.case(lang, { reference: String(answered["reference"]) });
const toReceipt = (answered: Answer, { lang }: Visit): string => paths.receipt(lang, { reference: String(answered.reference) });

/** What is not public after it is moved may no longer be there for who moved it. */
const afterMove = (answered: Answer, visit: Visit): string =>
  answered["public"] === true ? toIdea("moved")(answered, visit) : paths.list(visit.lang);

/** What the idea is about stands in the address at first, and in the form when something in it was missing. */
const writePage: Route = {
  ...form({
    path: paths.write,
    query: beforeWriting,
    operation: submit,
    view: WritePage,
    then: toReceipt,
    leastSeconds: 3,
    files: fileFields,
  }),
  show: async (world, visit) => {
    const typed = Writing.safeParse({ om: visit.asked["om"] ?? visit.values["about"] });
    const input = typed.success && typed.data.om !== undefined ? { om: typed.data.om } : {};
    return WritePage(await ask(world, beforeWriting, { actor: visit.actor, lang: visit.lang, input }), visit);
  },
};

export const routes: Route[] = [
  page({
    path: paths.list,
    query: list,
    view: ListPage,
    cache: { kinds: ["idea", "support"], keys: ["q", "locality", "status", "theme", "half", "after"] },
  }),
  writePage,
  form({
    path: paths.claim,
    query: beforeClaiming,
    operation: claim,
    view: ClaimPage,
    then: (answered, visit) => (answered["claimed"] === true ? toIdea("claimed")(answered, visit) : `${paths.claim(visit.lang)}?no=1`),
  }),
  form({
    path: paths.confirm,
    query: beforeConfirming,
    operation: confirm,
    view: ConfirmPage,
    then: (answered, visit) => (answered["public"] === true ? toReceipt(answered, visit) : paths.list(visit.lang)),
  }),
  page({ path: paths.idea, query: detail, view: IdeaPage, cache: { kinds: ["idea", "follow", "support", "comment", "need"], keys: [] } }),
  receiptPage({ path: paths.receipt, query: receipt, view: ReceiptPage }),
  form({ path: paths.look, query: beforeSorting, operation: look, view: LookPage, then: toIdea("looked") }),
  form({ path: paths.acknowledge, query: beforeAnswering, operation: acknowledge, view: AcknowledgePage, then: toIdea("acknowledged") }),
  withAids(form({ path: paths.answer, query: beforeAnswering, operation: answer, view: AnswerPage, then: toIdea("answered") }), {
    text: "reason",
    look: lookAtAnswer,
    preview: PreviewPage,
  }),
  form({ path: paths.handOver, query: beforeSorting, operation: move, view: MovePage, then: afterMove }),
  form({ path: paths.edit, query: beforeEditing, operation: change, view: EditPage, then: toIdea("edited") }),
  form({
    path: paths.pictures,
    query: beforeChangingPictures,
    operation: changePictures,
    view: PicturesPage,
    then: toIdea("pictures"),
    files: fileFields,
  }),
  page({ path: paths.history, query: history, view: HistoryPage, cache: { kinds: ["idea"], keys: [] } }),
  form({
    path: paths.variant,
    query: beforeForking,
    operation: fork,
    view: VariantPage,
    then: toReceipt,
    leastSeconds: 3,
    files: fileFields,
  }),
  form({ path: paths.merge, query: beforeMerging, operation: proposeMerge, view: ProposeMergePage, then: toIdea("merge-proposed") }),
  form({
    path: paths.mergeReply,
    query: beforeReplyingToMerge,
    operation: replyToMerge,
    view: MergeReplyPage,
    then: toIdea("merge-replied"),
  }),
  form({ path: paths.case, query: caseOf, operation: addNoteTo, view: CasePage, then: toCase }),
  form({ path: paths.ask, query: beforeAsking, operation: askColleague, view: AskPage, then: toCase }),
  form({ path: paths.asked, query: beforeReplying, operation: reply, view: AskedPage, then: toIdea("replied") }),
  form({
    path: paths.takeBackQuestion,
    query: beforeTakingBackQuestion,
    operation: takeBackQuestion,
    view: TakeBackQuestionPage,
    then: toCase,
  }),
  form({ path: paths.concerns, query: beforeConcerning, operation: concern, view: ConcernsPage, then: toIdea("concerns") }),
  form({ path: paths.withdraw, query: beforeWithdrawing, operation: takeBack, view: WithdrawPage, then: toIdea("withdrawn") }),
];
