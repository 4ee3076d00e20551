// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvOf } from "./csv.ts";

const read = (text: string): string[][] => parse(text, { bom: true });

test("a table by RFC 4180 with a byte order mark, line ends of two signs, and quotes where they are needed", () => {
  assert.equal(
    csvOf(
      ["nummer", "titel"],
      [
        ["I-1", 'Den "nye" bro, igen'],
        ["I-2", null],
        ["I-3", true],
      ],
    ),
    '\ufeffnummer,titel\r\nI-1,"Den ""nye"" bro, igen"\r\nI-2,\r\nI-3,true\r\n',
  );
});

test("what a spreadsheet would take for a formula is only text; a number below nought stays a number", () => {
  for (const evil of ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =HYPERLINK(1)", "＝1+1", "\n@x"]) {
    const [, row] = read(csvOf(["a", "b"], [[evil, -3]]));
    assert.match(row?.[0] ?? "", /^'/, JSON.stringify(evil));
    assert.equal(row?.[1], "-3");
  }
});

test("X33: nor where a spreadsheet takes semicolons for the end of a cell, and every line end for the end of a row", () => {
  const sign = fc.constantFrom("a", '"', ",", ";", "\n", "\r", "=", "-", "+", "@", "\t", " ", "\uff1d");
  fc.assert(
    fc.property(fc.array(fc.string({ unit: sign, maxLength: 12 }), { maxLength: 4 }), (texts) => {
      const table = csvOf(["a"], [texts]).slice(1);
      for (const one of table.split(/[;\t\r\n]/)) assert.doesNotMatch(one, /^[\s"]*[=+\-@\uff1d]/, JSON.stringify(table));
    }),
  );
});

test("whatever stands in it, the table is read as it was written, and no cell of text begins a formula", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "ø", '"', ",", "\n", "\r\n", "=", "-", "+", "@", "\t", " "), maxLength: 10 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), (rows) => {
      const [, ...back] = read(csvOf(["a", "b"], rows));
      assert.deepEqual(
        back.map((row) => row.map((one) => one.replaceAll("'", ""))),
        rows,
      );
      for (const one of back.flat()) assert.doesNotMatch(one, /^\s*[=+\-@]/);
    }),
  );
});
