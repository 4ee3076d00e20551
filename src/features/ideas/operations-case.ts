// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import { operation } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { areaBySlug, calendarOf, colleaguesOf, wrongWithNewDay } from "#features/places/index.ts";
import { mostConcerns } from "./idea.ts";
import { AskedQuestion, Concerns, NewNote, NewQuestion, NewReply } from "./input.ts";
import { hasAsked, isAsked, keepsInbox, speaksForArea, worksOnIt } from "./rules.ts";
import { must } from "./steps.ts";
import { idea } from "./store.ts";
import { addNote, addQuestion, answerQuestion, setConcerns, withdrawQuestion } from "./store-case.ts";

/** Which areas the idea concerns besides the one that answers it: the whole list, as the form shows it. */
export const concern = operation({
  name: "ideas.concern",
  input: Concerns,
  on: idea,
  may: keepsInbox,
  audit: "idea.concerns-said",
  api: "POST /ideas/:reference/concerns",
  moves: ["idea"],
  async run({ tx, actor, input, on, now, tell, note }) {
    must("concern", on);
    const chosen = await Promise.all([...new Set(input.areas)].map((slug) => areaBySlug(tx, slug)));
    const areas = chosen.flatMap((area) => (area ? [area.id] : []));
    if (areas.length < chosen.length) throw invalid({ areas: "wrong" });
    if (areas.length > mostConcerns) throw invalid({ areas: "too-many" });
    if (areas.includes(on.area)) throw invalid({ areas: "own" });
    await setConcerns(tx, { idea: on.id, areas, person: idOf(actor), now });
    const before = new Set(on.concerns.map(({ area }) => area));
    const added = areas.filter((area) => !before.has(area));
    if (added.length > 0) tell({ name: "ideas.concerns", thing: on.id, data: { areas: added } });
    note(on.id, { areas: areas.length, added: added.length });
    return { reference: on.reference };
  },
});

/** Asks a named colleague, who sees the idea and this question. The idea's own days stand. */
export const askColleague = operation({
  name: "ideas.ask",
  input: NewQuestion,
  on: idea,
  may: speaksForArea,
  audit: "idea.colleague-asked",
  api: "POST /ideas/:reference/questions",
  moves: [],
  async run({ tx, actor, input, on, now, ids, tell, note }) {
    must("ask", on);
    const today = localDayOf(now);
    const wrong = wrongWithNewDay(input.wished, { today, closed: await calendarOf(tx) });
    if (input.wished === undefined || wrong !== undefined) throw invalid({ wished: wrong ?? "required" });
    const asker = idOf(actor);
    const colleague = (await colleaguesOf(tx, today)).find(({ id }) => id === input.colleague);
    if (!colleague || colleague.id === asker) throw invalid({ colleague: "wrong" });
    if (on.asked.some(({ person, open }) => open && person === colleague.id)) throw new Refusal(409, "asked-already");
    const id = ids.uuid();
    await addQuestion(tx, { id, idea: on.id, by: asker, asked: colleague.id, text: input.question, wished: input.wished, now });
    tell({ name: "ideas.asked", thing: on.id, data: { question: id } });
    note(on.id);
    return { reference: on.reference, question: id };
  },
});

/** The colleague's answer to the question that is open to them. */
export const reply = operation({
  name: "ideas.reply",
  input: NewReply,
  on: idea,
  may: isAsked,
  audit: "idea.colleague-answered",
  api: "POST /ideas/:reference/replies",
  moves: [],
  async run({ tx, actor, input, on, now, tell, note }) {
    must("reply", on);
    const question = await answerQuestion(tx, { idea: on.id, asked: idOf(actor), reply: input.reply, now });
    if (question === undefined) throw new Refusal(409, "nothing-asked");
    tell({ name: "ideas.replied", thing: on.id, data: { question } });
    note(on.id);
    return { reference: on.reference };
  },
});

/** Who asked takes the question back while nobody has replied: the colleague need not answer, and the case keeps that it was asked. */
export const takeBackQuestion = operation({
  name: "ideas.withdraw-question",
  input: AskedQuestion,
  on: idea,
  may: hasAsked,
  audit: "idea.question-withdrawn",
  api: "POST /ideas/:reference/question-withdrawals",
  moves: [],
  async run({ tx, actor, input, on, now, tell, note }) {
    must("withdraw-question", on);
    if (!(await withdrawQuestion(tx, { id: input.question, idea: on.id, by: idOf(actor), now }))) throw new Refusal(409, "question-over");
    tell({ name: "ideas.question-withdrawn", thing: on.id, data: { question: input.question } });
    note(on.id);
    return { reference: on.reference };
  },
});

/** A note that the municipality writes to itself. The audit says that it was written, never what. */
export const addNoteTo = operation({
  name: "ideas.note",
  input: NewNote,
  on: idea,
  may: worksOnIt,
  audit: "idea.noted",
  api: "POST /ideas/:reference/notes",
  moves: [],
  async run({ tx, actor, input, on, now, ids, note }) {
    must("note", on);
    await addNote(tx, { id: ids.uuid(), idea: on.id, text: input.note, person: idOf(actor), now });
    note(on.id);
    return { reference: on.reference };
  },
});

export const caseOperations = [concern, askColleague, reply, takeBackQuestion, addNoteTo];
