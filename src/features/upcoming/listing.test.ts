// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "#platform/clock/local-day.ts";
import {
  daysBefore,
  isAsking,
  newsAfter,
  overdue,
  owesNews,
  phasesAfter,
  shownStatus,
  tellDay,
  whyNot,
  wrongDays,
  type State,
  type Step,
} from "./listing.ts";
import { anyListing } from "./testing.ts";

const steps: Step[] = ["edit", "publish", "discard", "move", "put-off-question", "put-off-decision", "weigh", "tell", "invite"];
const today = "2026-11-23";
const asking: State = {
  public: true,
  discarded: false,
  phase: "planning",
  decideOn: "2027-02-04",
  askUntil: "2026-12-04",
  tellBy: "2026-12-28",
  newsBy: "2027-02-04",
  told: false,
  withoutFate: 2,
  postponed: [],
};
const can = (on: State, day = today): Step[] => steps.filter((step) => whyNot(step, on, day) === undefined);

test("a draft can be changed, shown and thrown away, and nothing else", () => {
  assert.deepEqual(can({ ...asking, public: false }), ["edit", "publish", "discard"]);
  assert.deepEqual(can({ ...asking, public: false, discarded: true }), []);
});

test("while it is asked one can invite, weigh answers and move the days, but not tell", () => {
  assert.deepEqual(can(asking), ["move", "put-off-question", "put-off-decision", "weigh", "invite"]);
  assert.equal(whyNot("tell", asking, today), "still-asking");
  assert.equal(shownStatus(asking, "2026-12-04"), "asking", "the last day counts");
});

test("afterwards it is told, once each answer has its fate", () => {
  assert.equal(whyNot("tell", asking, "2026-12-05"), "without-fate");
  assert.equal(whyNot("tell", { ...asking, withoutFate: 0 }, "2026-12-05"), undefined);
  assert.deepEqual(can({ ...asking, withoutFate: 0, told: true }, "2026-12-05"), ["move", "put-off-decision"]);
  assert.equal(shownStatus(asking, "2026-12-05"), "listening");
  assert.equal(shownStatus(asking, "2026-12-29"), "late");
  assert.equal(shownStatus({ ...asking, told: true }, "2026-12-29"), "told");
});

test("the reminder comes on the day, the secretariat hears when it has passed, and neither when it is told", () => {
  assert.equal(overdue(asking, "2026-12-27"), undefined);
  assert.deepEqual(overdue(asking, "2026-12-28"), { what: "reminder", due: "2026-12-28" });
  assert.deepEqual(overdue(asking, "2026-12-29"), { what: "late", due: "2026-12-28" });
  assert.equal(overdue({ ...asking, told: true }, "2026-12-29"), undefined);
});

test("X36: whatever a listing is, nobody tells over an answer without its fate, and nothing of what was told is undone", () => {
  fc.assert(
    fc.property(anyListing, fc.integer({ min: -30, max: 30 }), (on, days) => {
      const day = addDays(today, days);
      const may = can(on, day);
      if (may.includes("tell")) assert.ok(on.withoutFate === 0 && on.askUntil !== null && on.askUntil < day && !on.told);
      if (on.told) for (const step of ["weigh", "tell", "invite", "put-off-question"] as const) assert.ok(!may.includes(step));
      if (on.public) for (const step of ["edit", "publish", "discard"] as const) assert.ok(!may.includes(step));
      for (const what of on.postponed) assert.ok(!may.includes(`put-off-${what}`), "a day is put off once");
      if (on.discarded) assert.deepEqual(may, []);
      assert.ok(!(isAsking(on, day) && owesNews(on, day)));
      if (isAsking(on, day)) assert.equal(shownStatus(on, day), "asking");
      if (overdue(on, day) !== undefined) assert.ok(owesNews(on, day));
    }),
  );
});

test("X36: phases only go forwards", () => {
  fc.assert(
    fc.property(anyListing, (on) => {
      for (const later of phasesAfter(on.phase)) assert.ok(!phasesAfter(later).includes(on.phase));
      assert.equal(phasesAfter(on.phase).length === 0, on.phase === "doing");
    }),
  );
});

test("what is told comes as many working days after the end as the area takes to answer, over Christmas too", () => {
  assert.equal(tellDay("2026-12-04", 15, new Set()), "2026-12-28");
  assert.equal(tellDay("2026-12-04", 15, new Set(["2026-12-28"])), "2026-12-29");
});

test("days are asked for and looked at, each with its own words", () => {
  const written = { phase: "planning" as const, decideOn: "2027-02-04", question: "Hvor?", askUntil: "2026-12-04" };
  assert.deepEqual(wrongDays(written, today), {});
  assert.deepEqual(wrongDays({ ...written, decideOn: undefined }, today), { decideOn: "required" });
  assert.deepEqual(wrongDays({ ...written, decideOn: "2026-11-22" }, today), { decideOn: "past" });
  assert.deepEqual(wrongDays({ ...written, phase: "doing", decideOn: "2026-09-01" }, today), {}, "it was decided before");
  assert.deepEqual(wrongDays({ ...written, askUntil: today }, today), { askUntil: "past" });
  assert.deepEqual(wrongDays({ ...written, askUntil: undefined }, today), { askUntil: "required" });
  assert.deepEqual(wrongDays({ ...written, question: undefined }, today), { question: "required" });
  assert.deepEqual(wrongDays({ ...written, question: undefined, askUntil: undefined }, today), {});
  assert.deepEqual(wrongDays({ ...written, askUntil: "snart", decideOn: "9999-12-31" }, today), { askUntil: "wrong", decideOn: "too-far" });
});

test("a day of news stands when the decision is put off, unless it was the day of the decision or there was none", () => {
  assert.equal(newsAfter({ newsBy: "2026-12-10", decideOn: "2027-02-04" }, "2027-02-18"), "2026-12-10");
  assert.equal(newsAfter({ newsBy: "2027-02-04", decideOn: "2027-02-04" }, "2027-02-18"), "2027-02-18");
  assert.equal(newsAfter({ newsBy: null, decideOn: "2027-02-04" }, "2027-02-18"), "2027-02-18");
});

test("being asked counts as before the decision only when it was", () => {
  assert.equal(daysBefore({ askedOn: "2026-11-23", decideOn: "2026-12-23" }), 30);
  assert.equal(daysBefore({ askedOn: "2026-12-23", decideOn: "2026-12-23" }), undefined);
  assert.equal(daysBefore({ askedOn: null, decideOn: "2026-12-23" }), undefined);
});
