// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import { query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { idOf, loggedIn } from "#platform/operations/rule.ts";
import { areasOf, colleaguesOf } from "#features/places/index.ts";
import { AskedQuestion, Nothing } from "./input.ts";
import { hasAsked, isAsked, keepsInbox, speaksForArea, worksOnIt } from "./rules.ts";
import { places, shownBy } from "./shown.ts";
import { idea } from "./store.ts";
import { notesOn, questionById, questionsOn } from "./store-case.ts";

/** The case inside the municipality: notes and questions to colleagues. No JSON door: what is internal leaves by one page only. */
export const caseOf = query({
  name: "ideas.case",
  input: Nothing,
  on: idea,
  may: worksOnIt,
  api: false,
  async run({ db, on, actor, now }) {
    const [shown, notes, questions] = await Promise.all([shownBy(db, on, actor, now), notesOn(db, on.id), questionsOn(db, on.id)]);
    return { ...shown, notes, questions };
  },
});

/** The form in which a colleague is asked. */
export const beforeAsking = query({
  name: "ideas.before-asking",
  input: Nothing,
  on: idea,
  may: speaksForArea,
  api: false,
  async run({ db, on, actor, now }) {
    const me = idOf(actor);
    const colleagues = (await colleaguesOf(db, localDayOf(now))).filter(({ id }) => id !== me);
    const areas = await areasOf(db);
    return {
      ...(await shownBy(db, on, actor, now)),
      colleagues: colleagues.map(({ id, name }) => ({
        id,
        name,
        area: areas.find(({ contactPerson, deputy }) => contactPerson.id === id || deputy.id === id),
      })),
    };
  },
});

/** What somebody was asked, and nothing else of the case. */
export const beforeReplying = query({
  name: "ideas.before-replying",
  input: Nothing,
  on: idea,
  may: isAsked,
  api: false,
  async run({ db, on, actor, now }) {
    const [shown, questions] = await Promise.all([shownBy(db, on, actor, now), questionsOn(db, on.id, idOf(actor))]);
    return { ...shown, questions };
  },
});

/** A question of one's own, to be taken back. */
export const beforeTakingBackQuestion = query({
  name: "ideas.before-withdrawing-question",
  input: AskedQuestion,
  on: idea,
  may: hasAsked,
  api: false,
  async run({ db, on, actor, input, now }) {
    const [shown, question] = await Promise.all([shownBy(db, on, actor, now), questionById(db, input.question)]);
    if (question?.idea !== on.id || question.askedBy !== idOf(actor)) throw notFound();
    return { ...shown, question };
  },
});

/** Which areas an idea concerns, to be changed. */
export const beforeConcerning = query({
  name: "ideas.before-concerning",
  input: Nothing,
  on: idea,
  may: keepsInbox,
  api: false,
  run: async ({ db, on, actor, now }) => ({ ...(await shownBy(db, on, actor, now)), areas: (await places(db, now)).areas }),
});

/** The form for a version of one's own, filled with the words of the idea that it builds on. */
export const beforeForking = query({
  name: "ideas.before-forking",
  input: Nothing,
  on: idea,
  may: loggedIn,
  api: false,
  run: async ({ db, on, now }) => ({
    ...(await places(db, now)),
    about: undefined,
    original: { reference: on.reference, title: on.title, text: on.text, place: on.localitySlug },
  }),
});

export const caseQueries = [caseOf, beforeAsking, beforeReplying, beforeTakingBackQuestion, beforeConcerning, beforeForking];
