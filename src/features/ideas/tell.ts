// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { askMailbox, authorOf, toContact, toFollowers, toPersons, type Desk as DeskOf } from "#features/dialogue/index.ts";
import { addressesOf, withRoleToday } from "#features/people/index.ts";
import { answeringToday, isDuty, withAnswerer } from "#features/places/index.ts";
import { becomesPublic } from "./idea.ts";
import {
  acknowledgedLetter,
  answeredLetter,
  broughtInLetter,
  confirmLetter,
  escalatedLetter,
  lookLetter,
  newLetter,
  notLetThroughLetter,
  publishedLetter,
  weighedLetter,
  withdrawnLetter,
} from "./mails.ts";
import { mergedLetter, notMergedLetter, proposedLetter, type Proposed } from "./mails-merge.ts";
import { askedLetter, concernsLetter, forkedLetter, questionWithdrawnLetter, repliedLetter } from "./mails-case.ts";
import { weighedData } from "./operations-fate.ts";
import { ideaById, type Idea } from "./store.ts";
import { mergeById } from "./store-merge.ts";
import { questionById, type Question } from "./store-case.ts";
import { answersTo, whoRead } from "./store-detail.ts";

type Desk = DeskOf<Idea>;

/** The events of this slice, and whom each is told to. */
const tellers: Record<string, (desk: Desk) => Promise<void>> = {
  "ideas.submitted": async (desk) => {
    const { on, event } = desk;
    if (!becomesPublic(on)) return;
    if (on.mailbox === null) return toContact(desk, on.contactPerson, (to) => lookLetter(on, to));
    const lang = event.data["lang"] === "en" ? "en" : "da";
    await askMailbox(desk, { mailbox: on.mailbox, purpose: "confirm-idea", lang, name: on.shownName ?? "" }, (to, link) =>
      confirmLetter(on, to, link),
    );
  },
  "ideas.brought-in": async (desk) => {
    const { on } = desk;
    if (on.mailbox === null || on.ownerPerson !== null) return;
    await askMailbox(desk, { mailbox: on.mailbox, purpose: "confirm-idea", lang: "da", name: "" }, (to, link) =>
      broughtInLetter(on, to, link),
    );
  },
  "ideas.published": async (desk) => {
    const { on } = desk;
    await toContact(desk, on.contactPerson, (to) => newLetter(on, to, false));
    await toPersons(desk, authorOf(desk), (to) => publishedLetter(on, to));
  },
  "ideas.not-let-through": (desk) => toPersons(desk, authorOf(desk), (to) => notLetThroughLetter(desk.on, to)),
  "ideas.acknowledged": async (desk) => {
    const reader = await whoRead(desk.tx, desk.on.id);
    if (reader !== undefined) await toFollowers(desk, (to, tie) => acknowledgedLetter(desk.on, reader, to, tie));
  },
  "ideas.answered": async (desk) => {
    const answer = (await answersTo(desk.tx, desk.on.id)).find(({ id }) => id === desk.event.data["answer"]);
    if (answer) await toFollowers(desk, (to, tie) => answeredLetter(desk.on, answer, to, tie));
  },
  "ideas.weighed": async (desk) => {
    const said = weighedData.safeParse(desk.event.data);
    if (said.success) await toFollowers(desk, (to, tie) => weighedLetter(desk.on, said.data, to, tie));
  },
  "ideas.handed-over": (desk) => toContact(desk, desk.on.contactPerson, (to) => newLetter(desk.on, to, true)),
  "ideas.forked": async (desk) => {
    const { on, event, tx } = desk;
    const variant = typeof event.data["variant"] === "string" ? await ideaById(tx, event.data["variant"]) : undefined;
    if (variant === undefined || on.ownerPerson === null || on.ownerPerson === event.by) return;
    await toPersons(desk, [on.ownerPerson], (to) => forkedLetter(on, variant, to));
  },
  "ideas.concerns": async (desk) => {
    const { on, tx, world, event } = desk;
    const areas = z.object({ areas: z.array(z.string()) }).safeParse(event.data);
    const answering = await Promise.all((areas.data?.areas ?? []).map((area) => answeringToday(tx, area, world.clock.now())));
    const persons = new Set(answering.flatMap((one) => (one && one.who.id !== event.by ? [one.who.id] : [])));
    await toPersons(desk, [...persons], (to) => concernsLetter(on, to));
  },
  "ideas.asked": async (desk) => {
    const question = await questionOf(desk);
    if (question) await toPersons(desk, [question.asked], (to) => askedLetter(desk.on, question, to));
  },
  "ideas.question-withdrawn": async (desk) => {
    const question = await questionOf(desk);
    if (question) await toPersons(desk, [question.asked], (to) => questionWithdrawnLetter(desk.on, question, to));
  },
  "ideas.replied": async (desk) => {
    const question = await questionOf(desk);
    if (question) await toPersons(desk, [question.askedBy], (to) => repliedLetter(desk.on, question, to));
  },
  "ideas.merge-proposed": async (desk) => {
    const proposed = await proposedIn(desk);
    if (proposed?.merge.asked) await toPersons(desk, [proposed.merge.asked], (to) => proposedLetter(proposed, to));
  },
  "ideas.merge-declined": tellProposer,
  "ideas.merge-lapsed": tellProposer,
  "ideas.merged": async (desk) => {
    const { on, event, tx } = desk;
    const part = typeof event.data["part"] === "string" ? await ideaById(tx, event.data["part"]) : undefined;
    if (part === undefined) return;
    const persons = [...new Set([...authorOf(desk), on.contactPerson])].filter((person) => person !== event.by);
    await toPersons(desk, persons, (to, person) => mergedLetter(on, part, to, person === on.ownerPerson));
  },
  "ideas.withdrawn": (desk) => toFollowers(desk, (to, tie) => withdrawnLetter(desk.on, to, tie), { author: false }),
  "ideas.escalated": async (desk) => {
    const { what, due } = desk.event.data;
    if (!isDuty(what) || typeof due !== "string") return;
    const secretariat = await withRoleToday(desk.tx, "secretariat", localDayOf(desk.world.clock.now()));
    const contact = desk.on.contactPerson;
    await toPersons(desk, [...new Set([contact, ...secretariat])], (to, person) =>
      escalatedLetter(desk.on, to, { what, due, inbox: person === contact }),
    );
  },
};

async function proposedIn({ tx, event, on }: Desk): Promise<Proposed | undefined> {
  const merge = typeof event.data["merge"] === "string" ? await mergeById(tx, event.data["merge"]) : undefined;
  const whole = merge && (await ideaById(tx, merge.whole));
  const employee = merge?.side === "area" && merge.proposedBy !== null ? merge.proposedBy : undefined;
  const proposer = employee === undefined ? undefined : (await addressesOf(tx, [employee])).get(employee)?.name;
  return merge && whole && { part: on, whole, merge, proposer };
}

async function tellProposer(desk: Desk): Promise<void> {
  const proposed = await proposedIn(desk);
  if (proposed?.merge.proposedBy) await toPersons(desk, [proposed.merge.proposedBy], (to) => notMergedLetter(proposed, to));
}

const questionOf = async ({ tx, event }: Desk): Promise<Question | undefined> =>
  typeof event.data["question"] === "string" ? questionById(tx, event.data["question"]) : undefined;

export const toldOf = Object.keys(tellers);

/** Writes the letters of one happening. Done again, it writes none twice. */
export async function tellOf(world: World, event: Happening): Promise<void> {
  await world.write.transaction().execute(async (tx) => {
    const on = await ideaById(tx, event.thing);
    if (on) await tellers[event.name]?.({ world, tx, event, on: await withAnswerer(tx, on, world.clock.now()) });
  });
}
