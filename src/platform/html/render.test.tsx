// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { jsx } from "preact/jsx-runtime";
import { render, safeUrl } from "./render.ts";

test("an address that would run a script is taken out of the page", () => {
  for (const url of [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "/\\evil.example",
  ]) {
    assert.equal(render(<a href={url}>x</a>), '<a href="#">x</a>', url);
  }
});

test("our own addresses, fragments, mail and phone stay", () => {
  for (const url of ["/ideer?side=2", "#svar", "?a=b", "https://example.dk/a", "mailto:lone@example.dk", "tel:12345678", "ideer"])
    assert.equal(safeUrl(url), url);
});

test("an element cannot bring script, style or raw HTML", () => {
  assert.throws(() => render(jsx("p", { onclick: "alert(1)" })), /not allowed/);
  assert.throws(() => render(jsx("p", { style: "color:red" })), /not allowed/);
  assert.throws(() => render(jsx("iframe", { srcdoc: "<p>" })), /not allowed/);
  assert.throws(() => render(jsx("p", { dangerouslySetInnerHTML: { __html: "<script>" } })), /not allowed/);
});

test("whatever a person writes comes out as text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const html = render(
        <p title={typed}>
          <a href={typed}>{typed}</a>
        </p>,
      );
      assert.equal((html.match(/<[a-z/]/g) ?? []).length, 4, html);
    }),
  );
});
