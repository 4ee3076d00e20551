// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { operation } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { Invited, Moved, Passed, PutOff } from "./input.ts";
import { newsAfter, overdue, phasesAfter, wrongDay } from "./listing.ts";
import { tellBy } from "./operations-draft.ts";
import { onlySystem, ownsListing } from "./rules.ts";
import { must } from "./steps.ts";
import { listing } from "./store.ts";
import { inviteConcerned, whys } from "./store-concerned.ts";
import { addEscalation, move as goOn, putOff as moveDay } from "./store-write.ts";

/** It goes on to a later phase. Followers hear what happened and when there is more. */
export const move = operation({
  name: "upcoming.move",
  input: Moved,
  on: listing,
  may: ownsListing,
  audit: "listing.moved",
  api: "POST /upcoming/:reference/phases",
  moves: ["listing"],
  async run({ tx, actor, input, on, now, tell, note }) {
    must("move", on, now);
    const { phase, note: said, newsBy } = input;
    if (!phasesAfter(on.phase).includes(phase)) throw invalid({ phase: "backwards" });
    const today = localDayOf(now);
    // What is being carried out may have no further news; before that there is always a day.
    const wrong = newsBy === undefined ? (phase === "doing" ? undefined : "required") : wrongDay(newsBy, addDays(today, 1), today);
    if (wrong !== undefined) throw invalid({ newsBy: wrong });
    await goOn(tx, { id: on.id, phase, note: said, newsBy: newsBy ?? null, person: idOf(actor), now });
    tell({ name: "upcoming.moved", thing: on.id, data: { phase } });
    note(on.id, { phase });
    return { reference: on.reference };
  },
});

/** The end of the question or the day of the decision comes later: once, with a reason that everybody can read. */
export const putOff = operation({
  name: "upcoming.put-off",
  input: PutOff,
  on: listing,
  may: ownsListing,
  audit: "listing.put-off",
  api: "POST /upcoming/:reference/postponements",
  moves: ["listing"],
  async run({ tx, actor, input, on, now, tell, note }) {
    const { what, newDay, reason } = input;
    must(what === "question" ? "put-off-question" : "put-off-decision", on, now);
    const from = what === "question" ? on.askUntil : on.decideOn;
    if (from === null) throw new Refusal(409, "nothing-asked");
    const wrong = newDay === undefined ? "required" : wrongDay(newDay, addDays(from, 1), localDayOf(now));
    if (newDay === undefined || wrong !== undefined) throw invalid({ newDay: wrong === "past" ? "not-later" : (wrong ?? "required") });
    const later = what === "question" ? await tellBy(tx, on.area, newDay) : null;
    const newsBy = newsAfter(on, newDay);
    await moveDay(tx, { id: on.id, what, from, to: newDay, reason, tellBy: later, newsBy, person: idOf(actor), now });
    tell({ name: "upcoming.put-off", thing: on.id, data: { what } });
    note(on.id, { what, to: newDay });
    return { reference: on.reference };
  },
});

/** Those whom it concerns are asked to join in: each at most once, and only who has not had enough suggestions lately. */
export const invite = operation({
  name: "upcoming.invite",
  input: Invited,
  on: listing,
  may: ownsListing,
  audit: "listing.invited",
  api: "POST /upcoming/:reference/invitations",
  moves: [],
  async run({ tx, actor, input, on, now, tell, note }) {
    must("invite", on, now);
    const ways = whys.filter((why) => input[why]);
    if (ways.length === 0) throw invalid({ place: "required" });
    const asked = { listing: on.id, locality: on.locality, ways, today: localDayOf(now), now, not: idOf(actor) };
    const { invited, spared } = await inviteConcerned(tx, asked);
    if (invited > 0) tell({ name: "upcoming.invited", thing: on.id });
    note(on.id, { invited, spared });
    return { reference: on.reference, invited, spared };
  },
});

/** A day has come or passed: written down once, and told. Asked of the clock again, under the lock. */
export const escalate = operation({
  name: "upcoming.escalate",
  input: Passed,
  on: listing,
  may: onlySystem,
  audit: "listing.escalated",
  api: false,
  moves: ["listing"],
  async run({ tx, input, on, now, tell, note }) {
    const due = overdue(on, localDayOf(now));
    const escalated = due?.what === input.what && (await addEscalation(tx, { id: on.id, ...due, now }));
    if (escalated) tell({ name: "upcoming.escalated", thing: on.id, data: { what: due.what, due: due.due } });
    note(on.id, { what: input.what, escalated });
    return { reference: on.reference, escalated };
  },
});
