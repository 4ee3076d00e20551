// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { missingIn, readyOf, type Draft } from "./answer.ts";

const monday = { today: "2026-11-23", closed: new Set(["2026-12-24"]) };
const draft: Draft = { status: "we-do-it", reason: "Ja. Vi stiller bænken op." };

test("a »no« says what would make it possible and what to do instead", () => {
  assert.deepEqual(missingIn({ ...draft, status: "not-possible" }, monday), { possibleIf: "required", nextStep: "required" });
  assert.deepEqual(missingIn({ ...draft, status: "not-possible", possibleIf: "Ejeren siger ja.", nextStep: "Spørg ham." }, monday), {});
});

test("»we are looking into it« names a working day after today, within a year", () => {
  const kind = (newDay: string | undefined) => missingIn({ ...draft, status: "investigating", newDay }, monday)["newDay"];
  assert.equal(kind(undefined), "required");
  assert.equal(kind("snart"), "wrong");
  assert.equal(kind("2026-02-30"), "wrong");
  assert.equal(kind("2026-11-23"), "past");
  assert.equal(kind("2026-11-28"), "closed", "a Saturday");
  assert.equal(kind("2026-12-25"), "closed", "Christmas Day");
  assert.equal(kind("2026-12-24"), "closed", "the municipality's own");
  assert.equal(kind("9999-12-31"), "too-far");
  assert.equal(kind("2026-12-04"), undefined);
});

test("»part of another« names the other; a yes needs no more than its reason", () => {
  assert.deepEqual(missingIn({ ...draft, status: "part-of" }, monday), { partOf: "required" });
  assert.deepEqual(missingIn(draft, monday), {});
});

test("fields that the status has no use for are left out", () => {
  const full: Draft = { ...draft, possibleIf: "a", byRule: true, nextStep: "b", newDay: "2026-12-04", partOf: "I-2026-0001" };
  assert.deepEqual(readyOf(full), {
    status: "we-do-it",
    reason: draft.reason,
    nextStep: "b",
    possibleIf: undefined,
    byRule: false,
    newDay: undefined,
    partOf: undefined,
  });
});
