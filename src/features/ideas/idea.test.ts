// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyIdea } from "./testing.ts";
import { becomesPublic, isFinal, isOver, shownStatus, whyNot, type State, type Step } from "./idea.ts";

const steps: Step[] = ["confirm", "claim", "look", "acknowledge", "investigate", "answer", "hand-over", "withdraw"];
const today = "2026-11-23";

const open: State = {
  public: true,
  withdrawn: false,
  refused: false,
  owned: true,
  hasMailbox: false,
  acknowledged: false,
  postponed: 0,
  edits: 0,
  standing: "waiting",
  lookBy: "2026-11-24",
  acknowledgeBy: "2026-11-26",
  answerBy: "2026-12-14",
  dueBy: "2026-12-14",
};

test("a new public idea can be acknowledged, answered, put off, handed over and withdrawn, and need not be looked at", () => {
  const can = steps.filter((step) => whyNot(step, open) === undefined);
  assert.deepEqual(can, ["acknowledge", "investigate", "answer", "hand-over", "withdraw"]);
});

test("an idea that nobody has confirmed is looked at before it is answered", () => {
  const held = { ...open, public: false, owned: false };
  assert.equal(whyNot("look", held), undefined);
  assert.equal(whyNot("answer", held), "not-public");
  assert.equal(whyNot("acknowledge", held), "not-public");
  assert.equal(whyNot("hand-over", held), undefined, "it may lie with the wrong people");
});

test("a final answer is given once, and nothing comes after it", () => {
  fc.assert(
    fc.property(anyIdea, fc.constantFrom(...steps), (idea, step) => {
      if (!isFinal(idea.standing) || step === "confirm" || step === "claim") return;
      assert.notEqual(whyNot(step, idea), undefined);
    }),
  );
});

test("nothing can be done with an idea that was withdrawn", () => {
  fc.assert(
    fc.property(anyIdea, fc.constantFrom(...steps), (idea, step) => assert.equal(whyNot(step, { ...idea, withdrawn: true }), "withdrawn")),
  );
});

test("»we are looking into it« can be said twice, never a third time", () => {
  assert.equal(whyNot("investigate", { ...open, standing: "investigating", postponed: 1 }), undefined);
  assert.equal(whyNot("investigate", { ...open, standing: "investigating", postponed: 2 }), "postponed-twice");
  assert.equal(whyNot("answer", { ...open, standing: "investigating", postponed: 2 }), undefined);
});

test("an answer shows that it was read: nobody acknowledges after it", () => {
  assert.equal(whyNot("acknowledge", { ...open, standing: "investigating", postponed: 1 }), "acknowledged");
  assert.equal(whyNot("acknowledge", { ...open, acknowledged: true }), "acknowledged");
});

test("what was not let through stays that way, also when its author turns up", () => {
  const refused = { ...open, public: false, refused: true, owned: false };
  assert.equal(becomesPublic(refused), false);
  assert.equal(whyNot("confirm", refused), undefined, "the author may still hear why");
  assert.equal(whyNot("answer", refused), "not-let-through");
});

test("an idea has one author: nobody claims another's", () => {
  fc.assert(
    fc.property(anyIdea, fc.constantFrom<Step>("claim", "confirm"), (idea, step) =>
      assert.notEqual(whyNot(step, { ...idea, owned: true }), undefined),
    ),
  );
});

test("the status shown is always one of the known, and late only where something is still awaited", () => {
  fc.assert(
    fc.property(anyIdea, (idea) => {
      const shown = shownStatus(idea, today);
      if (shown === "late") assert.ok(!isOver(idea) && idea.public && idea.dueBy < today);
      if (!isOver(idea) && idea.public && idea.dueBy < today) assert.equal(shown, "late");
    }),
  );
  assert.equal(shownStatus(open, today), "received");
  assert.equal(shownStatus({ ...open, acknowledged: true }, today), "waiting");
  assert.equal(shownStatus(open, "2026-12-14"), "received", "the last day is in time");
  assert.equal(shownStatus(open, "2026-12-15"), "late");
  assert.equal(shownStatus({ ...open, standing: "not-possible" }, "2027-01-01"), "not-possible");
});
