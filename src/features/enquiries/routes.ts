// SPDX-License-Identifier: EUPL-1.2
import { inLanguage } from "#platform/http/path.ts";
import { form, page, receiptPage, type Route, type Visit } from "#platform/http/route.ts";
import type { Answer } from "#platform/operations/operation.ts";
import { withAids } from "#features/drafts/index.ts";
import * as does from "./operations.ts";
import { AnswerPage, CallPage } from "./pages/answer.tsx";
import { EnquiryPage } from "./pages/enquiry.tsx";
import { AcknowledgePage, MovePage, NotePage, WithdrawPage } from "./pages/handle.tsx";
import { AskPage, NoPage, YesPage } from "./pages/idea.tsx";
import { lookAtAnswer, PreviewPage } from "./pages/preview.tsx";
import { ReceiptPage } from "./pages/receipt.tsx";
import { ClaimPage, ConfirmPage } from "./pages/take.tsx";
import { WritePage } from "./pages/write.tsx";
import { paths } from "./paths.ts";
import * as asks from "./queries.ts";

/** To the enquiry, which says what has just been done. */
const toEnquiry =
  (news: string) =>
  (answered: Answer, { lang }: Visit): string =>
    `${paths.enquiry(lang, { reference: String(answered.reference) })}?nyt=${news}`;

const toReceipt = (answered: Answer, { lang }: Visit): string => paths.receipt(lang, { reference: String(answered.reference) });

/** Whoever gave it to another area no longer sees it: back to the workbench, which says so. */
const afterMove = (_answered: Answer, { lang }: Visit): string => inLanguage("/arbejdsbord", lang);

/** A mailed link's page says itself what was done with it. */
const stay = (_answered: Answer, { path, lang }: Visit): string => inLanguage(path, lang);

export const routes: Route[] = [
  form({ path: paths.write, query: asks.beforeWriting, operation: does.send, view: WritePage, then: toReceipt, leastSeconds: 3 }),
  form({
    path: paths.claim,
    query: asks.beforeClaiming,
    operation: does.claim,
    view: ClaimPage,
    then: (answered, visit) => (answered["claimed"] === true ? toEnquiry("claimed")(answered, visit) : `${paths.claim(visit.lang)}?no=1`),
  }),
  form({
    path: paths.confirm,
    query: asks.beforeConfirming,
    operation: does.confirm,
    view: ConfirmPage,
    then: stay,
  }),
  page({ path: paths.enquiry, query: asks.detail, view: EnquiryPage }),
  receiptPage({ path: paths.receipt, query: asks.receipt, view: ReceiptPage }),
  form({
    path: paths.acknowledge,
    query: asks.beforeAnswering,
    operation: does.acknowledge,
    view: AcknowledgePage,
    then: toEnquiry("acknowledged"),
  }),
  withAids(
    form({ path: paths.answer, query: asks.beforeAnswering, operation: does.answer, view: AnswerPage, then: toEnquiry("answered") }),
    {
      text: "text",
      look: lookAtAnswer,
      preview: PreviewPage,
    },
  ),
  form({
    path: paths.call,
    query: asks.beforeAnswering,
    operation: does.noteCall,
    view: CallPage,
    then: (answered, visit) => toEnquiry(answered["taken"] === true ? "called" : "missed")(answered, visit),
  }),
  form({ path: paths.handOver, query: asks.beforeMoving, operation: does.move, view: MovePage, then: afterMove }),
  form({ path: paths.note, query: asks.beforeAnswering, operation: does.addANote, view: NotePage, then: toEnquiry("noted") }),
  form({ path: paths.ask, query: asks.beforeAnswering, operation: does.ask, view: AskPage, then: toEnquiry("asked") }),
  form({ path: paths.yes, query: asks.beforeSaying, operation: does.sayYes, view: YesPage, then: toEnquiry("yes") }),
  form({ path: paths.no, query: asks.beforeSaying, operation: does.sayNo, view: NoPage, then: toEnquiry("no") }),
  form({
    path: paths.yesByLink,
    query: asks.beforeSayingByLink,
    operation: does.sayYesByLink,
    view: YesPage,
    then: stay,
  }),
  form({
    path: paths.noByLink,
    query: asks.beforeSayingByLink,
    operation: does.sayNoByLink,
    view: NoPage,
    then: stay,
  }),
  form({ path: paths.withdraw, query: asks.beforeWithdrawing, operation: does.takeBack, view: WithdrawPage, then: toEnquiry("withdrawn") }),
];
