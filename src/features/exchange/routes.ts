// SPDX-License-Identifier: EUPL-1.2
import { form, page, plain, receiptPage, type Route, type Visit } from "#platform/http/route.ts";
import { ask } from "#platform/operations/ask.ts";
import type { Answer } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { Writing } from "./input.ts";
import { followUpPost, look, putBack, remove } from "./operations-broker.ts";
import { change, claim, confirm, fulfil, pause, prolong, prolongByLink, resume, submit, takeBack } from "./operations-writer.ts";
import { agree, bringTogether, giveUp, introduce, reply, replyFor, withdraw, write } from "./operations-introduction.ts";
import { followUp, registerHelp, resolve, tellOutcome, thank } from "./operations-outcome.ts";
import { BringTogetherPage, IntroducePage } from "./pages/introduce.tsx";
import {
  AgreePage,
  FollowUpPage,
  GiveUpPage,
  MessagePage,
  OutcomePage,
  ReplyForPage,
  ReplyPage,
  ResolvePage,
  ThankPage,
  WithdrawIntroductionPage,
} from "./pages/introduction-forms.tsx";
import { IntroductionPage } from "./pages/introduction.tsx";
import { RegisterHelpPage } from "./pages/register-help.tsx";
import {
  beforeBringingTogether,
  beforeBrokeringIntroduction,
  beforeIntroducing,
  beforeRegisteringHelp,
  beforeReplying,
  beforeWritingTo,
  introductionDetail,
} from "./queries-introduction.ts";
import { DeskPage } from "./pages/desk.tsx";
import {
  FollowUpPostPage,
  FulfilPage,
  LookPage,
  PausePage,
  PutBackPage,
  RemovePage,
  RenewPage,
  ResumePage,
  WithdrawPage,
} from "./pages/handle.tsx";
import { HowPage } from "./pages/how.tsx";
import { ListPage } from "./pages/list.tsx";
import { MapPage } from "./pages/map.tsx";
import { PostPage } from "./pages/post.tsx";
import { ReceiptPage } from "./pages/receipt.tsx";
import { ClaimPage, ConfirmPage, RenewByLinkPage } from "./pages/take.tsx";
import { EditPage, WritePage } from "./pages/write.tsx";
import { paths } from "./paths.ts";
import { openRoutes, partyRoutes } from "./routes-party.ts";
import { beforeFollowingUpPost, desk } from "./queries-desk.ts";
import {
  beforeBrokering,
  beforeChanging,
  beforeClaiming,
  beforeConfirming,
  beforeOwn,
  beforeRenewingByLink,
  beforeWriting,
  detail,
  list,
  map,
  receipt,
} from "./queries.ts";

/** To the post, which says what has just been done. */
const toPost =
  (news: string) =>
  (answered: Answer, { lang }: Visit): string =>
    `${paths.post(lang, { reference: String(answered.reference) })}?nyt=${news}`;
const toReceipt = (answered: Answer, { lang }: Visit): string => paths.receipt(lang, { reference: String(answered.reference) });

/** What it is for and what it repeats stand in the address at first, and in the form when something in it was missing. */
const writePage: Route = {
  ...form({ path: paths.write, query: beforeWriting, operation: submit, view: WritePage, then: toReceipt, leastSeconds: 3 }),
  show: async (world, visit) => {
    const { asked, values } = visit;
    const typed = Writing.safeParse({
      slags: values["kind"] === undefined ? asked["slags"] : values["kind"] === "need" ? "efterlysning" : "tilbud",
      for: asked["for"] ?? values["for"],
      som: asked["som"] ?? values["like"],
    });
    const { slags, for: wanted, som } = typed.success ? typed.data : {};
    const input = { ...(slags && { slags }), ...(wanted && { for: wanted }), ...(som && { som }) };
    return WritePage(await ask(world, beforeWriting, { actor: visit.actor, lang: visit.lang, input }), visit);
  },
};

const listKeys = ["q", "kind", "type", "theme", "locality", "km", "day", "part", "party", "home", "after"] as const;
const mapKeys = ["kind", "type", "theme", "day", "part", "party", "home"] as const;
const kinds = ["offer", "need"];

const postRoutes: Route[] = [
  page({ path: paths.list, query: list, view: ListPage, cache: { kinds, keys: listKeys } }),
  page({ path: paths.map, query: map, view: MapPage, cache: { kinds, keys: mapKeys } }),
  plain({ path: paths.how, may: anyone, view: HowPage, cache: { kinds: [], keys: [] } }),
  writePage,
  form({
    path: paths.claim,
    query: beforeClaiming,
    operation: claim,
    view: ClaimPage,
    then: (answered, visit) => (answered["claimed"] === true ? toPost("claimed")(answered, visit) : `${paths.claim(visit.lang)}?no=1`),
  }),
  form({ path: paths.confirm, query: beforeConfirming, operation: confirm, view: ConfirmPage, then: toReceiptOrList }),
  form({
    path: paths.renewByLink,
    query: beforeRenewingByLink,
    operation: prolongByLink,
    view: RenewByLinkPage,
    then: toPost("renewed"),
  }),
  // It names what it is for, who it is from and to whom it may fit.
  page({
    path: paths.post,
    query: detail,
    view: PostPage,
    cache: { kinds: [...kinds, "introduction", "idea", "person", "theme"], keys: [] },
  }),
  receiptPage({ path: paths.receipt, query: receipt, view: ReceiptPage }),
  form({ path: paths.look, query: beforeBrokering, operation: look, view: LookPage, then: toPost("looked") }),
  form({ path: paths.edit, query: beforeChanging, operation: change, view: EditPage, then: toPost("edited") }),
  form({ path: paths.pause, query: beforeOwn, operation: pause, view: PausePage, then: toPost("paused") }),
  form({ path: paths.resume, query: beforeOwn, operation: resume, view: ResumePage, then: toPost("resumed") }),
  form({ path: paths.renew, query: beforeChanging, operation: prolong, view: RenewPage, then: toPost("renewed") }),
  form({ path: paths.fulfil, query: beforeChanging, operation: fulfil, view: FulfilPage, then: toPost("fulfilled") }),
  form({ path: paths.withdraw, query: beforeOwn, operation: takeBack, view: WithdrawPage, then: toPost("withdrawn") }),
  form({ path: paths.remove, query: beforeBrokering, operation: remove, view: RemovePage, then: toPost("removed") }),
  page({ path: paths.desk, query: desk, view: DeskPage }),
  form({
    path: paths.followUpPost,
    query: beforeFollowingUpPost,
    operation: followUpPost,
    view: FollowUpPostPage,
    then: toPost("followed-up"),
  }),
  form({ path: paths.putBack, query: beforeBrokering, operation: putBack, view: PutBackPage, then: toPost("put-back") }),
];

const toIntroduction =
  (news: string) =>
  (answered: Answer, { lang }: Visit): string =>
    `${paths.introduction(lang, { reference: String(answered.reference) })}?nyt=${news}`;

const introductionRoutes: Route[] = [
  form({ path: paths.introduce, query: beforeIntroducing, operation: introduce, view: IntroducePage, then: toIntroduction("introduced") }),
  form({
    path: paths.broker,
    query: beforeBringingTogether,
    operation: bringTogether,
    view: BringTogetherPage,
    then: toIntroduction("brokered"),
  }),
  form({
    path: paths.registerHelp,
    query: beforeRegisteringHelp,
    operation: registerHelp,
    view: RegisterHelpPage,
    then: toIntroduction("registered"),
  }),
  page({ path: paths.introduction, query: introductionDetail, view: IntroductionPage }),
  form({ path: paths.reply, query: beforeReplying, operation: reply, view: ReplyPage, then: toIntroduction("replied") }),
  form({
    path: paths.replyFor,
    query: beforeBrokeringIntroduction,
    operation: replyFor,
    view: ReplyForPage,
    then: toIntroduction("replied"),
  }),
  form({
    path: paths.withdrawIntroduction,
    query: beforeWritingTo,
    operation: withdraw,
    view: WithdrawIntroductionPage,
    then: toIntroduction("ended"),
  }),
  form({ path: paths.message, query: beforeWritingTo, operation: write, view: MessagePage, then: toIntroduction("wrote") }),
  form({ path: paths.agree, query: beforeReplying, operation: agree, view: AgreePage, then: toIntroduction("agreed") }),
  form({ path: paths.giveUp, query: beforeReplying, operation: giveUp, view: GiveUpPage, then: toIntroduction("ended") }),
  form({ path: paths.outcome, query: beforeReplying, operation: tellOutcome, view: OutcomePage, then: toIntroduction("told") }),
  form({ path: paths.thank, query: beforeReplying, operation: thank, view: ThankPage, then: toIntroduction("thanked") }),
  form({
    path: paths.resolve,
    query: beforeBrokeringIntroduction,
    operation: resolve,
    view: ResolvePage,
    then: toIntroduction("resolved"),
  }),
  form({
    path: paths.followUp,
    query: beforeBrokeringIntroduction,
    operation: followUp,
    view: FollowUpPage,
    then: toIntroduction("followed-up"),
  }),
];

/** A new party's post is not there for whoever has no session, until somebody has looked. */
function toReceiptOrList(answered: Answer, visit: Visit): string {
  return answered["public"] === true ? toReceipt(answered, visit) : paths.list(visit.lang);
}

export const routes: Route[] = [...postRoutes, ...introductionRoutes, ...partyRoutes, ...openRoutes];
