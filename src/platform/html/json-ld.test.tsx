// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { jsx } from "preact/jsx-runtime";
import { JsonLd, jsonInHtml } from "./json-ld.tsx";
import { allowRaw, render } from "./render.ts";

test("X24 data for machines says the same, and nothing in it ends its element or begins another", () => {
  const written = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028", "&lt;/script&gt;", "--!>"),
  );
  fc.assert(
    fc.property(written, written, (title, text) => {
      const json = jsonInHtml({ title, text: [text] });
      assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
      assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify({ title, text: [text] })));
    }),
  );
});

test("only that element takes text as it stands: no other, and no text that did not come through it", () => {
  assert.match(
    render(<JsonLd data={{ title: "</script>" }} />),
    /^<script type="application\/ld\+json">\{"title":"\\u003c\/script\\u003e"\}<\/script>$/,
  );
  assert.throws(() => render(jsx("script", { type: "application/ld+json", dangerouslySetInnerHTML: { __html: "{}" } })), /not allowed/);
  assert.throws(() => render(jsx("div", { type: "application/ld+json", dangerouslySetInnerHTML: allowRaw("{}") })), /not allowed/);
  assert.throws(() => render(jsx("script", { dangerouslySetInnerHTML: allowRaw("{}") })), /not allowed/);
});
