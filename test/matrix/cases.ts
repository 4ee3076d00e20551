// SPDX-License-Identifier: EUPL-1.2
import type { TestWorld } from "../test-world.ts";
import { newsletterCases, newsletterStates } from "./newsletter-cases.ts";
import { listingStates } from "./stage-upcoming.ts";
import { upcomingCases, upcomingStates } from "./upcoming-cases.ts";
import { settingsCases } from "./settings-cases.ts";
import { enquiryCases, enquiryDoorStates } from "./enquiries.ts";
import { exchangeCases, exchangeStates } from "./exchange-cases.ts";
import { introductionStates, postStates } from "./stage-exchange.ts";
import {
  addAPicture,
  aQuestionTo,
  absenceOfSigne,
  aComment,
  aReason,
  anIdea,
  askedIn,
  claimableIdea,
  commentIn,
  ideaIn,
  ideaOfRuth,
  newDays,
  otherArea,
  phraseOfSigne,
  questionIn,
  someMail,
  tokenOfMornings,
  tokenToConfirm,
  tokenToFollow,
  tokenToSayHow,
  tokenToStop,
  tokenToSupport,
  tokenToTakeBackSupport,
} from "./stage.ts";

/** What stands in the address of a door and what is sent through it: valid, so that only who asks decides. */
export type Case = { params?: Record<string, string>; body?: Record<string, string>; query?: Record<string, string> };
export type MakeCase = (t: TestWorld, state: string) => Case | Promise<Case>;

const kindStates: Record<string, string[]> = {
  idea: ["public", "held", "answered", "withdrawn"],
  thing: ["public", "held", "withdrawn"],
  comment: ["open", "answered", "taken-back", "thing-withdrawn"],
  asked: ["asked", "said", "not-asked"],
  listing: listingStates,
  enquiry: ["open", "answered", "withdrawn", "late"],
  post: postStates,
  introduction: introductionStates,
};

/** States of doors that are about no thing but are not the same for everything that is sent. */
const doorStates: Record<string, string[]> = {
  ...enquiryDoorStates,
  ...exchangeStates,
  "settings.module": ["optional", "core"],
  "settings.switch-module": ["optional", "core"],
  ...newsletterStates,
  ...upcomingStates,
  "ideas.confirm": ["mailed", "unknown"],
  "ideas.before-confirming": ["mailed", "unknown"],
  "ideas.claim": ["right-code", "wrong-code"],
  "ideas.case": ["public", "held", "concerned", "answered", "withdrawn"],
  "ideas.note": ["public", "held", "concerned", "answered", "withdrawn"],
  "ideas.reply-to-merge": ["public", "merge-asked"],
  "ideas.before-replying-to-merge": ["public", "merge-asked"],
  "ideas.reply": ["public", "asked", "asked-held"],
  "ideas.before-replying": ["public", "asked", "asked-held"],
  "ideas.withdraw-question": ["public", "asked"],
  "ideas.before-withdrawing-question": ["public", "asked"],
  "dialogue.confirm-following": ["mailed", "unknown"],
  "dialogue.before-yes": ["mailed", "unknown"],
  "dialogue.stop-from-mail": ["mailed", "unknown"],
  "workbench.stop-mornings": ["mailed", "unknown"],
  "workbench.before-stopping-mornings": ["mailed", "unknown"],
  "dialogue.before-no": ["mailed", "unknown"],
  "dialogue.confirm-support": ["mailed", "unknown"],
  "dialogue.before-support-yes": ["mailed", "unknown"],
  "dialogue.take-back-support-from-mail": ["mailed", "unknown"],
  "dialogue.before-support-no": ["mailed", "unknown"],
  "feedback.answer-from-mail": ["mailed", "unknown"],
  "feedback.before-from-mail": ["mailed", "unknown"],
};

export const statesOf = (door: string, kind: string | undefined): string[] => doorStates[door] ?? kindStates[kind ?? ""] ?? ["-"];

const unknownToken = "0".repeat(43);
const onIdea =
  (body: Record<string, string> = {}): MakeCase =>
  async (t, state) => ({ params: { reference: await ideaIn(t, state) }, body });
const onComment =
  (body: Record<string, string> = {}): MakeCase =>
  async (t, state) => ({ params: { reference: await commentIn(t, state) }, body });
const byToken =
  (mailed: (t: TestWorld) => Promise<string>): MakeCase =>
  async (t, state) => ({ params: { token: state === "mailed" ? await mailed(t) : unknownToken } });
const somebody: MakeCase = () => ({ params: { who: "karen" } });

const cases: Record<string, MakeCase> = {
  ...enquiryCases,
  ...exchangeCases,
  ...settingsCases,
  ...newsletterCases,
  ...upcomingCases,
  "ideas.submit": () => ({ body: anIdea }),
  "ideas.confirm": byToken(tokenToConfirm),
  "ideas.before-confirming": byToken(tokenToConfirm),
  "ideas.claim": async (t, state) => {
    const { reference, code } = await claimableIdea(t);
    return { body: { reference, code: state === "right-code" ? code : "XXXX-XXXX" } };
  },
  "ideas.look": onIdea({ letThrough: "yes" }),
  "ideas.acknowledge": onIdea(),
  "ideas.answer": onIdea({ status: "we-do-it", ...aReason }),
  "ideas.hand-over": onIdea({ area: otherArea }),
  "ideas.withdraw": onIdea(),
  "ideas.detail": onIdea(),
  "site.share-thing": onIdea(),
  "files.picture": async (t, state) => {
    const reference = await ideaIn(t, state);
    await addAPicture(t, reference);
    return { params: { reference, place: "1", size: "lille" } };
  },
  "ideas.receipt": onIdea(),
  "ideas.before-answering": onIdea(),
  "ideas.before-sorting": onIdea(),
  "ideas.before-withdrawing": onIdea(),
  "ideas.fork": onIdea({ title: "To bænke ved åen", text: anIdea.text, where: anIdea.where }),
  "ideas.before-forking": onIdea(),
  "ideas.concern": onIdea({ areas: otherArea }),
  "ideas.before-concerning": onIdea(),
  "ideas.propose-merge": async (t, state) => ({
    params: { reference: await ideaIn(t, state) },
    body: { into: await ideaOfRuth(t), ...aReason },
  }),
  "ideas.before-merging": onIdea(),
  "ideas.reply-to-merge": onIdea({ yes: "yes" }),
  "ideas.before-replying-to-merge": onIdea(),
  "ideas.case": onIdea(),
  "ideas.note": onIdea({ note: "Pengene ligger i næste års budget." }),
  "ideas.ask": async (t, state) => ({ params: { reference: await ideaIn(t, state) }, body: await aQuestionTo(t, "tine") }),
  "ideas.before-asking": onIdea(),
  "ideas.reply": onIdea({ reply: "Det har vi prøvet før." }),
  "ideas.before-replying": onIdea(),
  "ideas.withdraw-question": async (t, state) => {
    const { reference, question } = await questionIn(t, state);
    return { params: { reference, question }, body: { question } };
  },
  "ideas.before-withdrawing-question": async (t, state) => ({ params: await questionIn(t, state) }),
  "ideas.edit": onIdea({ title: "To bænke ved åen", text: anIdea.text, where: anIdea.where }),
  "ideas.before-editing": onIdea(),
  "ideas.change-pictures": async (t, state) => {
    const reference = await ideaIn(t, state);
    await addAPicture(t, reference);
    return { params: { reference }, body: { remove: "1" } };
  },
  "ideas.before-changing-pictures": onIdea(),
  "ideas.history": onIdea(),
  "dialogue.follow": onIdea({ email: "nora@example.dk" }),
  "dialogue.stop-following": onIdea(),
  "dialogue.before-following": onIdea(),
  "dialogue.confirm-following": byToken(tokenToFollow),
  "dialogue.before-yes": byToken(tokenToFollow),
  "dialogue.stop-from-mail": byToken(tokenToStop),
  "dialogue.before-no": byToken(tokenToStop),
  "dialogue.support": onIdea({ email: "nora@example.dk" }),
  "dialogue.take-back-support": onIdea(),
  "dialogue.before-supporting": onIdea(),
  "dialogue.confirm-support": byToken(tokenToSupport),
  "dialogue.before-support-yes": byToken(tokenToSupport),
  "dialogue.take-back-support-from-mail": byToken(tokenToTakeBackSupport),
  "dialogue.before-support-no": byToken(tokenToTakeBackSupport),
  "dialogue.comments": onIdea(),
  "dialogue.comment": onIdea(aComment),
  "dialogue.before-commenting": onIdea(),
  "dialogue.reply": onComment(aComment),
  "dialogue.before-replying": onComment(),
  "dialogue.correct-comment": onComment({ text: "Jeg mener to bænke." }),
  "dialogue.take-back-comment": onComment(),
  "dialogue.before-correcting": onComment(),
  "feedback.answer": async (t, state) => ({ params: { reference: await askedIn(t, state) }, body: { score: "4" } }),
  "feedback.before-answering": async (t, state) => ({ params: { reference: await askedIn(t, state) } }),
  "feedback.answer-from-mail": async (t, state) => ({
    params: { token: state === "mailed" ? await tokenToSayHow(t) : unknownToken },
    body: { score: "4" },
  }),
  "feedback.before-from-mail": byToken(tokenToSayHow),
  "mail.show": async (t) => ({ params: { reference: await someMail(t) } }),
  "people.ask-to-log-in": () => ({ body: { email: "nora@example.dk" } }),
  "people.log-in-with-code": () => ({ body: { code: "000000" } }),
  "people.log-in-with-link": () => ({ params: { token: unknownToken } }),
  "people.where-link-leads": () => ({ params: { token: unknownToken } }),
  "people.step-into": somebody,
  "people.one-to-be": somebody,
  "places.go-away": () => ({ body: newDays() }),
  "places.come-back": async (t) => ({ params: { reference: await absenceOfSigne(t) } }),
  "places.area": () => ({ params: { area: otherArea } }),
  "workbench.choose-mornings": () => ({ body: { mornings: "no" } }),
  "workbench.stop-mornings": byToken(tokenOfMornings),
  "workbench.before-stopping-mornings": byToken(tokenOfMornings),
  "workbench.before-coming-back": async (t) => ({ params: { reference: await absenceOfSigne(t) } }),
  "drafts.add-phrase": () => ({ body: { title: "Asfalt", text: "Vi lægger asfalt, når det er varmt nok." } }),
  "drafts.before-removing": async (t) => ({ params: { reference: await phraseOfSigne(t) } }),
  "drafts.remove-phrase": async (t) => ({ params: { reference: await phraseOfSigne(t) } }),
  "people.choose-name": () => ({ body: { name: "Karen Holm" } }),
};

export const caseOf = async (t: TestWorld, door: string, state: string): Promise<Case> => (await cases[door]?.(t, state)) ?? {};
