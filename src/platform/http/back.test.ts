// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { backWith, ownPath } from "./back.ts";

test("a form leads back to a page of ours and to nobody else's", () => {
  assert.equal(ownPath("/arbejdsbord?opgave=svar&sted=langaa"), "/arbejdsbord?opgave=svar&sted=langaa");
  for (const foreign of [
    "//evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/a\r\nb: c",
    "arbejdsbord",
    "",
    undefined,
  ])
    assert.equal(ownPath(foreign), undefined, String(foreign));
});

test("whatever is asked for, the address stays on this site", () => {
  const nasty = fc.string({ unit: fc.constantFrom("/", "\\", ":", "@", ".", "%", "?", "#", "a", "\t", "\n", "&", "=") });
  fc.assert(
    fc.property(nasty, (asked) => {
      const path = ownPath(`/${asked}`);
      if (path === undefined) return;
      assert.equal(new URL(path, "https://medborger.example").origin, "https://medborger.example");
      assert.equal(
        new URL(backWith(path, { done: "x.y", about: "I-2026-0001" }), "https://medborger.example").origin,
        "https://medborger.example",
      );
    }),
    { numRuns: 2_000 },
  );
});

test("it is told what was done, once", () => {
  const first = backWith("/arbejdsbord?opgave=svar", { done: "ideas.answer", about: "I-2026-0001" });
  assert.equal(first, "/arbejdsbord?opgave=svar&gjort=ideas.answer&om=I-2026-0001");
  assert.equal(backWith(first, { done: "ideas.look", about: undefined }), "/arbejdsbord?opgave=svar&gjort=ideas.look");
});
