// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { askMailbox, authorOf, toContact, toPersons, type Desk as DeskOf } from "#features/dialogue/index.ts";
import { addressesOf, withRoleToday } from "#features/people/index.ts";
import { areaById, withAnswerer } from "#features/places/index.ts";
import { isOver } from "./enquiry.ts";
import {
  acknowledgedLetter,
  answeredLetter,
  answerWaitsLetter,
  askLetter,
  confirmLetter,
  escalatedLetter,
  newLetter,
  notReachedLetter,
  saidLetter,
  sentLetter,
  withdrawnLetter,
} from "./mails.ts";
import { enquiryById, type Enquiry } from "./store.ts";
import type { Answer } from "./store-story.ts";

type Desk = DeskOf<Enquiry>;

/** The events of this slice, and whom each is told to: the sender of all that concerns them, whatever their settings. */
const tellers: Record<string, (desk: Desk) => Promise<void>> = {
  "enquiries.sent": async (desk) => {
    const { on } = desk;
    await toContact(desk, on.contactPerson, (to) => newLetter(on, to, false));
    await toPersons(desk, authorOf(desk), (to) => sentLetter(on, to));
    await toUnconfirmed(desk, "confirm-enquiry", confirmLetter);
  },
  // What was answered before the sender was known.
  "enquiries.confirmed": async (desk) => {
    const newest = desk.on.answers.at(-1);
    if (newest) await toSender(desk, newest);
  },
  "enquiries.acknowledged": (desk) => toPersons(desk, authorOf(desk), (to) => acknowledgedLetter(desk.on, to)),
  "enquiries.answered": async (desk) => {
    const answer = desk.on.answers.find(({ id }) => id === desk.event.data["answer"]);
    if (answer) await toSender(desk, answer);
    // A call was answered in the sender's ear: nothing waits for them.
    if (answer && answer.status !== "called") await toUnconfirmed(desk, "confirm-enquiry", answerWaitsLetter);
  },
  "enquiries.not-reached": async (desk) => {
    const { phone = "" } = (await areaById(desk.tx, desk.on.area)) ?? {};
    await toPersons(desk, authorOf(desk), (to) => notReachedLetter(desk.on, to, phone));
  },
  "enquiries.handed-over": (desk) => toContact(desk, desk.on.contactPerson, (to) => newLetter(desk.on, to, true)),
  "enquiries.asked-for-idea": async (desk) => {
    if (isOver(desk.on)) return;
    await toUnconfirmed(desk, "enquiry-idea", askLetter);
    for (const { mailbox, lang, name } of (await addressesOf(desk.tx, authorOf(desk))).values())
      await askMailbox(desk, { mailbox, purpose: "enquiry-idea", lang, name }, (to, link) => askLetter(desk.on, to, link));
  },
  "enquiries.became-idea": (desk) => toAsker(desk, "yes"),
  "enquiries.stays-private": (desk) => toAsker(desk, "no"),
  "enquiries.withdrawn": (desk) => toContact(desk, desk.on.contactPerson, (to) => withdrawnLetter(desk.on, to)),
  "enquiries.escalated": async (desk) => {
    const { what, due } = desk.event.data;
    if ((what !== "acknowledge" && what !== "answer") || typeof due !== "string") return;
    const secretariat = await withRoleToday(desk.tx, "secretariat", localDayOf(desk.world.clock.now()));
    const contact = desk.on.contactPerson;
    await toPersons(desk, [...new Set([contact, ...secretariat])], (to, person) =>
      escalatedLetter(desk.on, to, { what, due, inbox: person === contact }),
    );
  },
};

export const toldOf = Object.keys(tellers);

/** Writes the letters of one happening. Done again, it writes none twice. */
export async function tellOf(world: World, event: Happening): Promise<void> {
  await world.write.transaction().execute(async (tx) => {
    const on = await enquiryById(tx, event.thing);
    if (on) await tellers[event.name]?.({ world, tx, event, on: await withAnswerer(tx, on, world.clock.now()) });
  });
}

const toSender = (desk: Desk, answer: Answer): Promise<void> =>
  toPersons(desk, authorOf(desk), (to) => answeredLetter(desk.on, answer, to));

const toAsker = (desk: Desk, said: "yes" | "no"): Promise<void> =>
  desk.on.proposal ? toPersons(desk, [desk.on.proposal.person], (to) => saidLetter(desk.on, to, said)) : Promise.resolve();

/** To the mailbox of a sender who has not said yes to it yet. */
async function toUnconfirmed(desk: Desk, purpose: string, letter: typeof confirmLetter): Promise<void> {
  const { on, event } = desk;
  if (on.owned || on.mailbox === null || on.withdrawn) return;
  const lang = event.data["lang"] === "en" ? "en" : "da";
  await askMailbox(desk, { mailbox: on.mailbox, purpose, lang, name: on.name ?? "" }, (to, link) => letter(on, to, link));
}
