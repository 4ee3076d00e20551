// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  awaited,
  isAcknowledged,
  isFinal,
  isOver,
  overdue,
  shownStatus,
  whyNot,
  wrongWithCallDay,
  type State,
  type Step,
} from "./enquiry.ts";
import { anyState } from "./testing.ts";

const steps: Step[] = ["confirm", "claim", "acknowledge", "investigate", "answer", "call", "hand-over", "note", "ask", "say", "withdraw"];
const today = "2026-11-23";
const open: State = {
  withdrawn: false,
  owned: true,
  hasMailbox: false,
  hasPhone: true,
  acknowledged: false,
  postponed: 0,
  missed: 0,
  standing: "waiting",
  asked: "not",
  acknowledgeBy: "2026-11-26",
  answerBy: "2026-12-14",
  dueBy: "2026-12-14",
};
const can = (on: State): Step[] => steps.filter((step) => whyNot(step, on) === undefined);

test("a new enquiry can be read, answered, called, passed on, noted, asked about and taken back", () => {
  assert.deepEqual(can(open), ["acknowledge", "investigate", "answer", "call", "hand-over", "note", "ask", "withdraw"]);
  assert.equal(whyNot("call", { ...open, hasPhone: false }), "no-phone");
});

test("what is over is over: only colleagues' notes may follow", () => {
  fc.assert(
    fc.property(anyState, fc.constantFrom(...steps), (on, step) => {
      if (!isFinal(on.standing) || step === "confirm" || step === "claim" || on.withdrawn) return;
      assert.equal(whyNot(step, on), step === "note" ? undefined : "answered");
    }),
  );
  fc.assert(
    fc.property(anyState, fc.constantFrom(...steps), (on, step) => assert.equal(whyNot(step, { ...on, withdrawn: true }), "withdrawn")),
  );
});

test("the sender is asked once whether it may become an idea, and only where there is somebody to ask", () => {
  assert.equal(whyNot("ask", { ...open, asked: "no" }), "asked-already");
  assert.equal(whyNot("ask", { ...open, owned: false }), "nobody-to-ask");
  assert.equal(whyNot("ask", { ...open, owned: false, hasMailbox: true }), undefined);
  for (const asked of ["not", "yes", "no"] as const) assert.equal(whyNot("say", { ...open, asked }), "not-asked");
});

test("a call in vain shows that it was read, and still leaves the answer to be given", () => {
  const tried = { ...open, missed: 1 };
  assert.ok(isAcknowledged(tried));
  assert.deepEqual(awaited(tried), [{ duty: "answer", day: "2026-12-14" }]);
  assert.equal(shownStatus(tried, today), "waiting");
});

test("as long as it is not over an answer is awaited, and what is overdue stays so until it is done", () => {
  fc.assert(
    fc.property(anyState, (on) => {
      const duties = awaited(on).map(({ duty }) => duty);
      assert.equal(duties.includes("answer"), !isOver(on));
      if (shownStatus(on, today) === "late") assert.ok(overdue(on, today).some(({ duty }) => duty === "answer"));
    }),
  );
});

test("a call lies between the day it was sent and today", () => {
  const days = { sent: "2026-11-20", today };
  assert.equal(wrongWithCallDay("2026-11-20", days), undefined);
  assert.equal(wrongWithCallDay(today, days), undefined);
  assert.equal(wrongWithCallDay("2026-11-24", days), "future");
  assert.equal(wrongWithCallDay("2026-11-19", days), "before");
});
