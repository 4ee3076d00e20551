// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseXml, type Element } from "#platform/feeds/testing.ts";
import { paletteOf, standardColours } from "./palette.ts";
import { drawSharePicture, type SharePicture } from "./share-picture.ts";

/** Every letter half as wide as it is high. */
const measure = (text: string): number => [...text].length * 50;
const picture = (over: Partial<SharePicture> = {}): Element =>
  parseXml(
    drawSharePicture(
      {
        sign: { icon: "lightbulb", text: "Idé fra Langå" },
        title: "En bænk ved åen",
        line: "Karen",
        wordMark: { name: "Medborger", beside: "Randers Kommune" },
        place: "Langå",
        colours: paletteOf(standardColours),
        ...over,
      },
      measure,
    ),
  );
const textsIn = (element: Element): Element[] => [...(element.name === "text" ? [element] : []), ...element.children.flatMap(textsIn)];
const said = (element: Element): string =>
  textsIn(element)
    .map(({ text }) => text)
    .join(" ");

test("the picture says what it is about, who and where, with Danish letters", () => {
  assert.match(said(picture()), /Idé fra Langå En bænk ved åen Karen Medborger Randers Kommune/);
});

test("a long title gets smaller and wraps at words, up to four lines; what is longer still ends with three dots", () => {
  const sizes = (title: string): number[] =>
    textsIn(picture({ title })).flatMap(({ attributes }) =>
      attributes["font-family"] === "Drawn Serif" ? [Number(attributes["font-size"])] : [],
    );
  assert.equal(sizes("Kort")[0], 86);
  assert.ok((sizes("En meget længere titel på en idé om noget, som mange vil have glæde af")[0] ?? 0) < 86);
  assert.match(said(picture({ title: "ord ".repeat(200).trim() })), /ord …/);
});

test("whatever is written, the picture stays whole, fetches nothing and keeps within its edges", () => {
  const written = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(written, written, written, written, (title, line, place, name) => {
      const drawn = picture({ title, line, place, wordMark: { name, beside: line } });
      for (const { attributes, text } of textsIn(drawn)) {
        const end = Number(attributes["x"]) + (measure(text) * Number(attributes["font-size"])) / 100;
        assert.ok(end <= 1_200, `${end} ${text}`);
      }
      const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];
      for (const { name, attributes } of all(drawn)) {
        assert.ok(["svg", "rect", "text", "path", "circle", "g"].includes(name), name);
        assert.ok(!Object.keys(attributes).some((key) => /href|^on|style/.test(key)));
      }
    }),
    { numRuns: 60 },
  );
});

test("other Latin letters are set from the file that has them, and the title with them in the sans", () => {
  const families = textsIn(picture({ title: "Łódź" })).map(({ attributes, text }) => `${text}:${attributes["font-family"]}`);
  assert.ok(families.includes("Ł:Drawn Sans Ext") && families.includes("ód:Drawn Sans"), families.join());
});
