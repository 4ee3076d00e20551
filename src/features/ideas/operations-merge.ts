// SPDX-License-Identifier: EUPL-1.2
import { answersFor } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { operation, type Act } from "#platform/operations/operation.ts";
import { forbidden, Refusal } from "#platform/operations/refusal.ts";
import { idOf, loggedIn, onlySystem } from "#platform/operations/rule.ts";
import { calendarOf } from "#features/places/index.ts";
import { MergeReply, NewMerge, Nothing } from "./input.ts";
import { hasLapsed, lapsesOn, whoAgrees } from "./merge.ts";
import { isAskedToMerge } from "./rules.ts";
import { must, wholeOf } from "./steps.ts";
import { idea, ideaById, type Idea } from "./store.ts";
import { addMerge, endMerge, lockMerging, mergeById, openMergeOf, type Merge } from "./store-merge.ts";
import { addAnswer } from "./store-write.ts";

/** Proposes that this idea goes into another. The author whose word is needed is asked; nothing moves until they say yes. */
export const proposeMerge = operation({
  name: "ideas.propose-merge",
  input: NewMerge,
  on: idea,
  may: loggedIn,
  audit: "idea.merge-proposed",
  api: "POST /ideas/:reference/merges",
  moves: [],
  budget: { what: "ideas.propose-merge", most: 20, seconds: 60 * 60 },
  async run(act) {
    const { tx, actor, input, on, now, ids, tell, note } = act;
    await lockMerging(tx);
    const whole = await wholeOf(act, input.into, "into");
    const person = idOf(actor);
    const agrees = whoAgrees(person, answersFor(actor, on.area), on, whole);
    if (agrees === "not-yours") throw forbidden();
    must("merge", on);
    if (typeof agrees === "string") throw new Refusal(409, agrees);
    await makeRoom(tx, on.id, now);
    const id = ids.uuid();
    const last = lapsesOn(now, await calendarOf(tx));
    await addMerge(tx, { id, part: on.id, whole: whole.id, ...agrees, proposedBy: person, reason: input.reason, lapsesOn: last, now });
    note(on.id, { side: agrees.side });
    const merge = await mergeById(tx, id);
    // Who proposes and would be asked is one and the same: then there is nobody to wait for.
    const agreed = merge !== undefined && agrees.asked === person;
    if (agreed) await join(act, on, merge);
    else tell({ name: "ideas.merge-proposed", thing: on.id, data: { merge: id } });
    return { reference: on.reference, agreed };
  },
});

/** One proposal at a time; one that has lapsed stands in nobody's way. */
async function makeRoom(tx: Act<unknown, Idea>["tx"], part: string, now: Date): Promise<void> {
  const open = await openMergeOf(tx, part);
  if (open === undefined) return;
  if (!hasLapsed(open, localDayOf(now))) throw new Refusal(409, "merge-asked");
  await endMerge(tx, { id: open.id, outcome: "lapsed", now });
}

/** The yes or no of the author who was asked. A yes is the idea's answer: it goes into the other, and every follower hears of it. */
export const replyToMerge = operation({
  name: "ideas.reply-to-merge",
  input: MergeReply,
  on: idea,
  may: isAskedToMerge,
  audit: "idea.merge-answered",
  api: "POST /ideas/:reference/merge-replies",
  moves: ["idea"],
  async run(act) {
    const { tx, actor, input, on, now, tell, note } = act;
    await lockMerging(tx);
    must("merge", on);
    const merge = await openMergeOf(tx, on.id);
    if (merge === undefined || merge.asked !== idOf(actor)) throw new Refusal(409, "merge-over");
    if (hasLapsed(merge, localDayOf(now))) throw new Refusal(409, "merge-lapsed");
    note(on.id, { yes: input.yes === "yes" });
    if (input.yes === "yes") {
      await join(act, on, merge, input.said);
      return { reference: on.reference, joined: true };
    }
    await endMerge(tx, { id: merge.id, outcome: "declined", said: input.said, now });
    tell({ name: "ideas.merge-declined", thing: on.id, data: { merge: merge.id } });
    return { reference: on.reference, joined: false };
  },
});

/** The part goes into the whole, as it stands now. */
async function join({ tx, now, ids, tell }: Act<unknown, Idea>, on: Idea, merge: Merge, said?: string): Promise<void> {
  const whole = await ideaById(tx, merge.whole);
  if (!whole?.public || whole.withdrawn || whole.standing === "part-of") throw new Refusal(409, "whole-gone");
  await endMerge(tx, { id: merge.id, outcome: "accepted", said, now });
  const id = ids.uuid();
  await addAnswer(tx, {
    id,
    idea: on.id,
    status: "part-of",
    reason: merge.reason,
    possibleIf: undefined,
    nextStep: undefined,
    newDay: undefined,
    ordinal: on.postponed + 1,
    partOf: whole.id,
    area: on.area,
    // Two authors agreed: no employee said it, and what an author is called is their own to show.
    person: merge.side === "area" ? (merge.proposedBy ?? undefined) : undefined,
    merge: merge.id,
    now,
  });
  tell({ name: "ideas.answered", thing: on.id, data: { answer: id, status: "part-of" } });
  tell({ name: "ideas.merged", thing: whole.id, data: { part: on.id } });
}

/** Nobody said yes or no in time: the proposal is over, and who made it hears of it. */
export const lapseMerge = operation({
  name: "ideas.lapse-merge",
  input: Nothing,
  on: idea,
  may: onlySystem,
  audit: "idea.merge-lapsed",
  api: false,
  moves: [],
  async run({ tx, on, now, tell, note }) {
    const merge = await openMergeOf(tx, on.id);
    const lapsed =
      merge !== undefined && hasLapsed(merge, localDayOf(now)) && (await endMerge(tx, { id: merge.id, outcome: "lapsed", now }));
    if (lapsed) tell({ name: "ideas.merge-lapsed", thing: on.id, data: { merge: merge.id } });
    note(on.id, { lapsed });
    return { reference: on.reference, lapsed };
  },
});

export const mergeOperations = [proposeMerge, replyToMerge, lapseMerge];
