// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { answersFor, personOf, type Actor } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { linked, linksOf } from "#platform/links/index.ts";
import { query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone, isOwner, loggedIn } from "#platform/operations/rule.ts";
import { claimHash, peekLink } from "#features/people/index.ts";
import { allAnsweringToday, answeringToday, calendarOf, kept, localitiesOf } from "#features/places/index.ts";
import { isAcknowledged, isOver, shownStatus, whyNot, type Step } from "./enquiry.ts";
import { Nothing, Token } from "./input.ts";
import { keepsInbox, speaksForArea } from "./rules.ts";
import { anyEnquiry, enquiry, enquiryById, type Enquiry } from "./store.ts";

/** One enquiry for its sender, and for who answers; the notes and the number are for the latter alone. */
export const detail = query({
  name: "enquiries.detail",
  input: Nothing,
  on: enquiry,
  may: anyone,
  api: "GET /enquiries/:reference",
  async run({ db, on, actor, now, lang, kinds }) {
    const [shown, ties] = await Promise.all([shownBy(db, on, actor, now), on.standing === "became-idea" ? linksOf(db, on.id) : []]);
    return { ...shown, links: linked(kinds, ties, lang) };
  },
});

const areaSteps = ["acknowledge", "answer", "call", "hand-over", "note", "ask"] as const satisfies Step[];

/** What a page may show of an enquiry. Ids stay inside; what only colleagues need is left out for the sender. */
export async function shownBy(db: Db | Tx, on: Enquiry, actor: Actor, now: Date) {
  const [answering, closed] = await Promise.all([answeringToday(db, on.area, now), calendarOf(db)]);
  const inbox = answersFor(actor, on.area);
  const mine = on.ownerPerson !== null && personOf(actor)?.id === on.ownerPerson;
  const works = inbox || keepsInbox.allows(actor, on);
  const final = on.answers.find(({ status }) => status !== "investigating");
  return {
    reference: on.reference,
    subject: on.subject,
    text: on.text,
    name: on.name,
    area: { slug: on.areaSlug, name: on.areaName, nameEn: on.areaNameEn },
    /** Who answers today, and for whom: the deputy while the contact person is away. */
    contact: answering?.who.name ?? on.contactName,
    away: answering?.away,
    submittedAt: on.submittedAt,
    status: shownStatus(on, localDayOf(now)),
    over: isOver(on),
    standing: on.standing,
    acknowledged: isAcknowledged(on),
    postponed: on.postponed,
    acknowledgeBy: on.acknowledgeBy,
    answerBy: on.answerBy,
    dueBy: on.dueBy,
    answers: on.answers.map(({ id: _, ...answer }) => answer),
    turns: on.turns,
    kept: final && kept(on, final.calledOn === null ? final.at : new Date(`${final.calledOn}T12:00:00Z`), closed),
    mine,
    inbox,
    wantsCall: on.hasPhone,
    missed: on.missed,
    callWhen: on.callWhen,
    asked: on.asked,
    proposal: (mine || works) && on.proposal ? { title: on.proposal.title, text: on.proposal.text, where: on.proposal.where } : undefined,
    phone: mine || works ? on.phone : undefined,
    /** Whether an answer can be written to: a mailbox that is theirs, or one that waits for their yes. */
    reach: on.owned ? ("theirs" as const) : on.hasMailbox ? ("unconfirmed" as const) : ("none" as const),
    notes: works && !mine ? on.notes : [],
    can: inbox
      ? areaSteps.filter((step) => whyNot(step, on) === undefined)
      : works && whyNot("hand-over", on) === undefined
        ? ["hand-over"]
        : [],
  };
}

export type Shown = Awaited<ReturnType<typeof shownBy>>;

/** What the form can choose from, and what was chosen already: the area of the page one comes from. */
export const beforeWriting = query({
  name: "enquiries.before-writing",
  input: z.object({ area: z.string().max(80).optional() }),
  may: anyone,
  api: false,
  run: async ({ db, input, now }) => ({ areas: await areas(db, now), chosen: input.area }),
});

const areas = async (db: Db, now: Date) =>
  (await allAnsweringToday(db, now)).map(({ area: { slug, name, nameEn, answerDays }, who }) => ({
    slug,
    name,
    nameEn,
    answerDays,
    contact: who.name,
  }));

const places = async (db: Db) => (await localitiesOf(db)).map(({ slug, name }) => ({ slug, name }));

/** The receipt: for whoever may see the enquiry, and for whoever has just been shown its code. */
export const receipt = query({
  name: "enquiries.receipt",
  input: z.object({ code: z.string().max(40).optional() }),
  on: anyEnquiry,
  may: anyone,
  api: false,
  async run({ db, input, on, actor, now }) {
    const holds = input.code !== undefined && on.claimHash?.equals(claimHash(input.code)) === true;
    if (!holds && !(await enquiry.find(db, on.reference, { actor, lock: false }))) throw notFound();
    return { ...(await shownBy(db, on, actor, now)), code: holds ? input.code : undefined };
  },
});

/** What a mailed link is about, before the button is pressed. Nothing changes, and no word of the enquiry is shown. */
export const beforeConfirming = query({
  name: "enquiries.before-confirming",
  input: Token,
  may: anyone,
  api: false,
  async run({ db, input, now }) {
    const link = await peekLink(db, { token: input.token, purpose: "confirm-enquiry", now });
    const on = link?.thing ? await enquiryById(db, link.thing) : undefined;
    if (!link || !on || on.withdrawn) return { state: "gone" as const };
    return { state: link.state, reference: on.reference, answered: isOver(on) };
  },
});

/** The words that would become public, for who holds the mailed link. */
export const beforeSayingByLink = query({
  name: "enquiries.before-saying-by-link",
  input: Token,
  may: anyone,
  api: false,
  async run({ db, input, now }) {
    const link = await peekLink(db, { token: input.token, purpose: "enquiry-idea", now });
    const on = link?.thing ? await enquiryById(db, link.thing) : undefined;
    return sayingOf(db, link && on);
  },
});

/** The same for the sender who is logged in. */
export const beforeSaying = query({
  name: "enquiries.before-saying",
  input: Nothing,
  on: enquiry,
  may: isOwner,
  api: false,
  run: ({ db, on }) => sayingOf(db, on),
});

/** What is asked, or what was said already; nothing is left to say where it is over in another way. */
async function sayingOf(db: Db, on: Enquiry | undefined) {
  const localities = await places(db);
  if (on && (on.asked === "yes" || on.asked === "no")) return { state: on.asked, proposal: undefined, localities };
  const proposal = on && whyNot("say", on) === undefined ? proposalOf(on) : undefined;
  return { state: proposal ? ("open" as const) : ("gone" as const), proposal, localities };
}

export type Saying = Awaited<ReturnType<typeof sayingOf>>;

const proposalOf = ({ reference, proposal, name, areaName, areaNameEn, dueBy }: Enquiry) =>
  proposal
    ? {
        reference,
        title: proposal.title,
        text: proposal.text,
        where: proposal.where,
        name,
        area: { name: areaName, nameEn: areaNameEn },
        dueBy,
      }
    : undefined;

export const beforeClaiming = query({
  name: "enquiries.before-claiming",
  input: z.object({ no: z.literal("1").optional() }),
  may: loggedIn,
  api: false,
  run: async ({ input }) => ({ wrong: input.no === "1" }),
});

/** The form pages of who answers for the area. */
export const beforeAnswering = query({
  name: "enquiries.before-answering",
  input: Nothing,
  on: enquiry,
  may: speaksForArea,
  api: false,
  run: async ({ db, on, actor, now }) => ({ ...(await shownBy(db, on, actor, now)), localities: await places(db), today: localDayOf(now) }),
});

export const beforeMoving = query({
  name: "enquiries.before-moving",
  input: Nothing,
  on: enquiry,
  may: keepsInbox,
  api: false,
  run: async ({ db, on, actor, now }) => ({ ...(await shownBy(db, on, actor, now)), areas: await areas(db, now) }),
});

export const beforeWithdrawing = query({
  name: "enquiries.before-withdrawing",
  input: Nothing,
  on: enquiry,
  may: isOwner,
  api: false,
  run: async ({ db, on, actor, now }) => shownBy(db, on, actor, now),
});

export const queries = [
  detail,
  beforeWriting,
  receipt,
  beforeConfirming,
  beforeClaiming,
  beforeSaying,
  beforeSayingByLink,
  beforeAnswering,
  beforeMoving,
  beforeWithdrawing,
];
