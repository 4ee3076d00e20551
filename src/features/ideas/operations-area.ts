// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import { operation } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { idOf, onlySystem } from "#platform/operations/rule.ts";
import { areaBySlug, calendarOf } from "#features/places/index.ts";
import { dropDraft } from "#features/drafts/index.ts";
import { missingIn, readyOf } from "./answer.ts";
import { overdue } from "./deadline.ts";
import { Looked, Move, NewAnswer, Nothing, Passed } from "./input.ts";
import { keepsInbox, speaksForArea } from "./rules.ts";
import { must, open, wholeOf } from "./steps.ts";
import { idea } from "./store.ts";
import { lockMerging } from "./store-merge.ts";
import { addAcknowledgement, addAnswer, addEscalation, addLook, handOver } from "./store-write.ts";

/** Somebody has read an idea that nobody confirmed, and lets it through or says why not. */
export const look = operation({
  name: "ideas.look",
  input: Looked,
  on: idea,
  may: keepsInbox,
  audit: "idea.looked-at",
  api: "POST /ideas/:reference/look",
  moves: ["idea"],
  async run({ tx, actor, input, on, now, tell, note }) {
    must("look", on);
    const letThrough = input.letThrough === "yes";
    if (!letThrough && input.reason === undefined) throw invalid({ reason: "required" });
    await addLook(tx, { idea: on.id, letThrough, reason: letThrough ? undefined : input.reason, person: idOf(actor), now });
    if (letThrough) await open({ tx, now, tell }, on, "looked");
    else tell({ name: "ideas.not-let-through", thing: on.id });
    note(on.id, { letThrough });
    return { reference: on.reference, letThrough };
  },
});

/** "We have read it": the author and all followers hear who answers, and when. */
export const acknowledge = operation({
  name: "ideas.acknowledge",
  input: Nothing,
  on: idea,
  may: speaksForArea,
  audit: "idea.acknowledged",
  api: "POST /ideas/:reference/acknowledgement",
  moves: ["idea"],
  async run({ tx, actor, on, now, tell, note }) {
    must("acknowledge", on);
    await addAcknowledgement(tx, { idea: on.id, person: idOf(actor), now });
    tell({ name: "ideas.acknowledged", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

/** The area's answer. Everyone who follows hears of it, whatever it says. */
export const answer = operation({
  name: "ideas.answer",
  input: NewAnswer,
  on: idea,
  may: speaksForArea,
  audit: "idea.answered",
  api: "POST /ideas/:reference/answers",
  moves: ["idea"],
  async run({ tx, actor, input, on, now, ids, tell, note }) {
    must(input.status === "investigating" ? "investigate" : "answer", on);
    const missing = missingIn(input, { today: localDayOf(now), closed: await calendarOf(tx) });
    if (Object.keys(missing).length > 0) throw invalid(missing);
    const ready = readyOf(input);
    const id = ids.uuid();
    if (ready.status === "part-of") {
      // Whose author can be asked is asked: their yes is the answer (`ideas.propose-merge`).
      if (on.owned) throw new Refusal(409, "ask-author");
      await lockMerging(tx);
    }
    const partOf = ready.partOf === undefined ? undefined : (await wholeOf({ tx, actor, on }, ready.partOf, "partOf")).id;
    await addAnswer(tx, { ...ready, id, partOf, idea: on.id, ordinal: on.postponed + 1, area: on.area, person: idOf(actor), now });
    await dropDraft(tx, { person: idOf(actor), form: "ideas.answer", thing: on.id });
    tell({ name: "ideas.answered", thing: on.id, data: { answer: id, status: ready.status } });
    note(on.id, { status: ready.status });
    return { reference: on.reference, status: ready.status };
  },
});

/** Another area is to answer. The days that were promised stand. */
export const move = operation({
  name: "ideas.hand-over",
  input: Move,
  on: idea,
  may: keepsInbox,
  audit: "idea.handed-over",
  api: "POST /ideas/:reference/hand-over",
  moves: ["idea"],
  async run({ tx, actor, input, on, now, ids, tell, note }) {
    must("hand-over", on);
    const to = await areaBySlug(tx, input.area);
    if (!to) throw invalid({ area: "wrong" });
    if (to.id === on.area) throw invalid({ area: "same" });
    await handOver(tx, { id: ids.uuid(), idea: on.id, from: on.area, to: to.id, person: idOf(actor), now });
    tell({ name: "ideas.handed-over", thing: on.id });
    note(on.id, { to: input.area });
    return { reference: on.reference, public: on.public };
  },
});

/** A deadline has passed: written down once, and the secretariat is told. Asked of the clock again, under the lock. */
export const escalate = operation({
  name: "ideas.escalate",
  input: Passed,
  on: idea,
  may: onlySystem,
  audit: "idea.escalated",
  api: false,
  moves: ["idea"],
  async run({ tx, input, on, now, tell, note }) {
    const due = overdue(on, localDayOf(now)).find(({ duty }) => duty === input.what);
    const escalated = due !== undefined && (await addEscalation(tx, { idea: on.id, what: due.duty, due: due.day, now }));
    if (escalated) tell({ name: "ideas.escalated", thing: on.id, data: { what: due.duty, due: due.day } });
    note(on.id, { what: input.what, escalated });
    return { reference: on.reference, escalated };
  },
});
