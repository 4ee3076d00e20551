// SPDX-License-Identifier: EUPL-1.2
import type { Ids } from "#platform/clock/ids.ts";
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import { addWorkingDays, type ClosedDays } from "#platform/clock/working-days.ts";
import type { Tx } from "#platform/db/connect.ts";
import { addLink } from "#platform/links/index.ts";
import type { DemoEnquiry } from "#platform/municipality/demo-schema-enquiries.ts";
import { passedAt } from "#platform/municipality/demo-times.ts";
import { promisedDays, type Area } from "#features/places/index.ts";
import {
  addAcknowledgement,
  addAnswer,
  addEnquiry,
  addEscalation,
  addMissedCall,
  addNote,
  addProposal,
  agree,
  handOver,
  withdraw,
} from "./store-write.ts";

/** Who and what a story can name. */
export type Scene = {
  tx: Tx;
  ids: Ids;
  now: Date;
  closed: ClosedDays;
  persons: Map<string, string>;
  names: Map<string, string>;
  areas: Map<string, Area>;
  localities: Map<string, string>;
  titles: Map<string, string>;
  sent: Date;
  /** So many working days after it was sent; undefined where that is still to come. */
  after(days: number | undefined): Date | undefined;
};

/** An enquiry, from the day it was sent to now. */
export async function tellEnquiry(scene: Scene, told: DemoEnquiry): Promise<void> {
  const { tx, ids, closed, sent, after } = scene;
  const owner = scene.persons.get(told.author);
  const area = scene.areas.get(told.area);
  const first = scene.areas.get(told.handOver?.from ?? told.area);
  if (owner === undefined || !area || !first) return;
  const id = ids.uuid();
  const person = area.contactPerson.id;
  const days = promisedDays(sent, first, closed);
  const { subject, text, phone, callWhen } = told;
  const own = { id, subject, text, phone, callWhen, owner, name: scene.names.get(told.author), mailbox: undefined, claimHash: undefined };
  await addEnquiry(tx, { ...own, area: first.id, now: sent, ...days });
  const moved = after(told.handOver?.daysAfter);
  if (moved) await handOver(tx, { id: ids.uuid(), enquiry: id, from: first.id, to: area.id, person: first.contactPerson.id, now: moved });
  const read = after(told.acknowledgedAfter);
  if (read) await addAcknowledgement(tx, { enquiry: id, person, now: read });
  const calls = (told.missed ?? []).flatMap((one) => after(one) ?? []);
  for (const now of calls) await addMissedCall(tx, { id: ids.uuid(), enquiry: id, person, calledOn: localDayOf(now), now });
  const noted = after(told.note?.daysAfter);
  if (noted && told.note) await addNote(tx, { id: ids.uuid(), enquiry: id, person, text: told.note.text, now: noted });
  await proposeTold(scene, told, id, person);
  const answered = await answerTold(scene, told, { id, person, area: area.id });
  const withdrawn = after(told.withdrawnAfterDays);
  if (withdrawn) await withdraw(tx, { enquiry: id, person: owner, now: withdrawn });
  if (withdrawn || told.became) return;
  await passed(scene, id, "acknowledge", days.acknowledgeBy, read ?? calls[0] ?? answered[0]?.at);
  const due = [days.answerBy, ...answered.flatMap(({ newDay }) => newDay ?? [])];
  for (const [at, day] of due.entries()) await passed(scene, id, "answer", day, answered[at]?.at);
}

async function answerTold(
  { tx, ids, closed, after }: Scene,
  { answers = [] }: DemoEnquiry,
  { id, person, area }: { id: string; person: string; area: string },
): Promise<{ at: Date; newDay: LocalDay | undefined }[]> {
  const given: { at: Date; newDay: LocalDay | undefined }[] = [];
  for (const [index, answer] of answers.entries()) {
    const at = after(answer.daysAfter);
    if (!at) break;
    const said = { id: ids.uuid(), enquiry: id, person, area, text: answer.text, ordinal: index + 1, now: at };
    const newDay = answer.status === "investigating" ? addWorkingDays(at, answer.newInDays, closed).day : undefined;
    if (newDay !== undefined) await addAnswer(tx, { ...said, status: "investigating", newDay });
    else if (answer.status === "called") await addAnswer(tx, { ...said, status: "called", calledOn: localDayOf(at) });
    else await addAnswer(tx, { ...said, status: "answered" });
    given.push({ at, newDay });
  }
  return given;
}

/** A question whether it may become an idea, or the idea that it became. */
async function proposeTold({ tx, after, localities, titles }: Scene, told: DemoEnquiry, enquiry: string, person: string): Promise<void> {
  const { proposal, became } = told;
  const asked = after(proposal?.daysAfter);
  if (proposal && asked) {
    const { title, text, locality } = proposal;
    await addProposal(tx, { enquiry, person, title, text, locality: localities.get(locality), now: asked });
  }
  const [askedAt, saidAt] = [after(became?.askedAfter), after(became?.saidAfter)];
  const idea = became && (await ideaCalled(tx, titles.get(became.idea) ?? ""));
  if (!idea || !askedAt || !saidAt) return;
  const words = { title: idea.title, text: idea.title, locality: undefined };
  await addProposal(tx, { enquiry, person, ...words, now: askedAt });
  await agree(tx, { enquiry, ...words, name: undefined, now: saidAt });
  await addLink(tx, { from: enquiry, to: idea.id, relation: "became", now: saidAt });
}

const ideaCalled = (tx: Tx, title: string) =>
  tx
    .selectFrom("platform.thing as thing")
    .innerJoin("platform.search_document as document", "document.thing", "thing.id")
    .select(["thing.id", "document.title"])
    .where("thing.kind", "=", "idea")
    .where("document.title", "=", title)
    .executeTakeFirst();

/** A day that passed before it was done, or without it, was told of in the first minutes of the next. */
async function passed(
  { tx, now }: Scene,
  enquiry: string,
  what: "acknowledge" | "answer",
  due: LocalDay,
  done: Date | undefined,
): Promise<void> {
  const at = passedAt(due, done, now);
  if (at) await addEscalation(tx, { enquiry, what, due, now: at });
}
