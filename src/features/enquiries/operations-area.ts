// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import { operation } from "#platform/operations/operation.ts";
import { invalid } from "#platform/operations/refusal.ts";
import { idOf, onlySystem } from "#platform/operations/rule.ts";
import { dropDraft } from "#features/drafts/index.ts";
import { areaBySlug, calendarOf, wrongWithNewDay } from "#features/places/index.ts";
import { overdue, triesBeforeLetter, wrongWithCallDay } from "./enquiry.ts";
import { Call, Move, NewAnswer, Note, Nothing, Passed } from "./input.ts";
import { keepsInbox, speaksForArea } from "./rules.ts";
import { must } from "./steps.ts";
import { enquiry } from "./store.ts";
import { addAcknowledgement, addAnswer, addEscalation, addMissedCall, addNote, handOver } from "./store-write.ts";

/** "We have read it": the sender hears who answers, and when. */
export const acknowledge = operation({
  name: "enquiries.acknowledge",
  input: Nothing,
  on: enquiry,
  may: speaksForArea,
  audit: "enquiry.acknowledged",
  api: "POST /enquiries/:reference/acknowledgement",
  moves: ["enquiry"],
  async run({ tx, actor, on, now, tell, note }) {
    must("acknowledge", on);
    await addAcknowledgement(tx, { enquiry: on.id, person: idOf(actor), now });
    tell({ name: "enquiries.acknowledged", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

/** The area's answer in writing, or why it takes longer and until when. */
export const answer = operation({
  name: "enquiries.answer",
  input: NewAnswer,
  on: enquiry,
  may: speaksForArea,
  audit: "enquiry.answered",
  api: "POST /enquiries/:reference/answers",
  moves: ["enquiry"],
  async run({ tx, actor, input: { status, text, newDay = "" }, on, now, ids, tell, note }) {
    must(status === "investigating" ? "investigate" : "answer", on);
    const wrong =
      status === "investigating" && wrongWithNewDay(newDay || undefined, { today: localDayOf(now), closed: await calendarOf(tx) });
    if (wrong) throw invalid({ newDay: wrong });
    const id = ids.uuid();
    const given = { id, enquiry: on.id, text, ordinal: on.postponed + 1, area: on.area, person: idOf(actor), now };
    await addAnswer(tx, status === "investigating" ? { ...given, status, newDay } : { ...given, status });
    await dropDraft(tx, { person: idOf(actor), form: "enquiries.answer", thing: on.id });
    tell({ name: "enquiries.answered", thing: on.id, data: { answer: id } });
    note(on.id, { status });
    return { reference: on.reference, status };
  },
});

/** A call was made. Taken, the note is the answer, and the day of the call keeps the promise; not taken, that is noted too. */
export const noteCall = operation({
  name: "enquiries.note-call",
  input: Call,
  on: enquiry,
  may: speaksForArea,
  audit: "enquiry.called",
  api: "POST /enquiries/:reference/calls",
  moves: ["enquiry"],
  async run({ tx, actor, input, on, now, ids, tell, note }) {
    must("call", on);
    const today = localDayOf(now);
    const calledOn = input.calledOn ?? today;
    const wrong = wrongWithCallDay(calledOn, { sent: localDayOf(on.submittedAt), today });
    if (wrong) throw invalid({ calledOn: wrong });
    const id = ids.uuid();
    const made = { id, enquiry: on.id, calledOn, person: idOf(actor), now };
    const taken = input.taken === "yes";
    if (taken) {
      if (input.said === undefined) throw invalid({ said: "required" });
      await addAnswer(tx, { ...made, status: "called", text: input.said, ordinal: on.postponed + 1, area: on.area });
      tell({ name: "enquiries.answered", thing: on.id, data: { answer: id } });
    } else {
      await addMissedCall(tx, made);
      if (on.missed + 1 === triesBeforeLetter) tell({ name: "enquiries.not-reached", thing: on.id });
    }
    note(on.id, { taken });
    return { reference: on.reference, taken, tries: on.missed + 1 };
  },
});

/** Another area is to answer. The days that were promised stand. */
export const move = operation({
  name: "enquiries.hand-over",
  input: Move,
  on: enquiry,
  may: keepsInbox,
  audit: "enquiry.handed-over",
  api: "POST /enquiries/:reference/hand-over",
  moves: ["enquiry"],
  async run({ tx, actor, input, on, now, ids, tell, note }) {
    must("hand-over", on);
    const to = await areaBySlug(tx, input.area);
    if (!to) throw invalid({ area: "wrong" });
    if (to.id === on.area) throw invalid({ area: "same" });
    await handOver(tx, { id: ids.uuid(), enquiry: on.id, from: on.area, to: to.id, person: idOf(actor), now });
    tell({ name: "enquiries.handed-over", thing: on.id });
    note(on.id, { to: input.area });
    return { reference: on.reference };
  },
});

/** Something for colleagues. Its sender never sees it. */
export const addANote = operation({
  name: "enquiries.note",
  input: Note,
  on: enquiry,
  may: speaksForArea,
  audit: "enquiry.noted",
  api: "POST /enquiries/:reference/notes",
  moves: ["enquiry"],
  async run({ tx, actor, input, on, now, ids, note }) {
    must("note", on);
    await addNote(tx, { id: ids.uuid(), enquiry: on.id, text: input.text, person: idOf(actor), now });
    note(on.id);
    return { reference: on.reference };
  },
});

/** A deadline has passed: written down once, and the secretariat is told. Asked of the clock again, under the lock. */
export const escalate = operation({
  name: "enquiries.escalate",
  input: Passed,
  on: enquiry,
  may: onlySystem,
  audit: "enquiry.escalated",
  api: false,
  moves: ["enquiry"],
  async run({ tx, input, on, now, tell, note }) {
    const due = overdue(on, localDayOf(now)).find(({ duty }) => duty === input.what);
    const escalated = due !== undefined && (await addEscalation(tx, { enquiry: on.id, what: due.duty, due: due.day, now }));
    if (escalated) tell({ name: "enquiries.escalated", thing: on.id, data: { what: due.duty, due: due.day } });
    note(on.id, { what: input.what, escalated });
    return { reference: on.reference, escalated };
  },
});
