// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { slugOf } from "./slug.ts";

test("places and themes get the address one would guess", () => {
  const known: readonly [string, string][] = [
    ["Øster Bjerregrav", "oester-bjerregrav"],
    ["Langå", "langaa"],
    ["Ålum", "aalum"],
    ["Udbyhøj", "udbyhoej"],
    ["Randers C", "randers-c"],
    ["Sundhed, Kultur og Omsorg", "sundhed-kultur-og-omsorg"],
    ["Albæk", "albaek"],
    ["  Café Müller & Søn  ", "cafe-mueller-soen"],
    ["Yıldız ÉÑ", "yildiz-en"],
    ["2. påskedag", "2-paaskedag"],
  ];
  for (const [name, slug] of known) assert.equal(slugOf(name), slug);
});

test("a letter written as two signs gives the same address", () => {
  assert.equal(slugOf("Langa\u030a"), "langaa");
});

test("any text becomes an address of plain letters, and stays so", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const slug = slugOf(text);
      assert.match(slug, /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      assert.equal(slugOf(slug), slug);
    }),
  );
});
