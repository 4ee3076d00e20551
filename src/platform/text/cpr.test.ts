// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { containsCpr, findCpr } from "./cpr.ts";

// No number here belongs to anybody: they are made from a date and a serial that break modulus 11 or are well-known samples.
const pad = (value: number, length = 2) => String(value).padStart(length, "0");
const birthday = fc
  .date({ min: new Date("1937-01-01"), max: new Date("1999-12-31"), noInvalidDate: true })
  .map((date) => ({ day: pad(date.getUTCDate()), month: pad(date.getUTCMonth() + 1), year: pad(date.getUTCFullYear() % 100) }));
const serial = fc.integer({ min: 0, max: 3999 }).map((number) => pad(number, 4));
const around = fc.constantFrom(
  ["", ""],
  ["Mit nummer er ", "."],
  ["(", ")"],
  ["cpr: ", ", ring til mig"],
  ["CPR", " tak"],
  ["Jeg\n", "\nHilsen"],
);

test("a CPR number is found however it is written", () => {
  const shapes = [
    "DMY-S",
    "DMYS",
    "DMY S",
    "DMY - S",
    "DMY–S",
    "D.M.Y-S",
    "D.M.Y.S",
    "D/M-Y-S",
    "D-M-Y-S",
    "D/M/Y-S",
    "D M Y S",
    "DMY.S",
    "DMY/S",
    "DMY\u00a0S",
  ];
  fc.assert(
    fc.property(birthday, serial, fc.constantFrom(...shapes), around, ({ day, month, year }, number, shape, [before, after]) => {
      const written = shape.replace("D", day).replace("M", month).replace("Y", year).replace("S", number);
      const text = `${before}${written}${after}`;
      assert.deepEqual(findCpr(text), [{ at: before.length, length: written.length }], text);
    }),
  );
});

test("a number given out after 2007, which breaks modulus 11, is found too", () => {
  assert.equal(containsCpr("010165-4000"), true);
});

test("children born after 2000 and the very old are found by their century", () => {
  assert.equal(containsCpr("290200-4123"), true, "29 February 2000");
  assert.equal(containsCpr("290200-0123"), false, "there was no 29 February 1900");
  assert.equal(containsCpr("290216-7123"), true, "29 February 2016");
});

test("several numbers in one text are all found, and where", () => {
  assert.deepEqual(findCpr("Mor 010190-1234 og far 020288 4321."), [
    { at: 4, length: 11 },
    { at: 23, length: 11 },
  ]);
});

test("a date that does not exist is no CPR number", () => {
  for (const text of ["320190-1234", "011390-1234", "310490-1234", "000090-1234", "300290-1234"])
    assert.equal(containsCpr(text), false, text);
});

test("telephone numbers are let through", () => {
  const phone = fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String);
  const shape = fc.constantFrom("ABCD", "A B C D", "+45 A B C D", "+45ABCD", "0045 ABCD", "A.B.C.D", "A-B-C-D");
  fc.assert(
    fc.property(
      phone,
      shape,
      fc.constantFrom("", " mellem 16 og 18", " eller 20 21 22 23", ", 8900 Randers C", " 8870 Langå"),
      (number, how, after) => {
        const [a = "", b = "", c = "", d = ""] = number.match(/../g) ?? [];
        const text = `Ring ${how.replace("A", a).replace("B", b).replace("C", c).replace("D", d)}${after}`;
        assert.equal(containsCpr(text), false, text);
      },
    ),
  );
});

test("a telephone number in pairs whose middle looks like a date is let through, with whatever stands between them", () => {
  assert.equal(containsCpr("Ring 93-18-01-00 8870 Langå"), false);
  assert.equal(containsCpr("Ring 20 11 12 78 8900 Randers"), false);
  assert.equal(containsCpr("Nr. 7 18-01-00 8870"), true, "a number before it is not part of it");
  assert.equal(containsCpr("18-01-00 8870"), true);
});

test("dates and times are let through", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }), (date) => {
      const [day, month, year] = [pad(date.getUTCDate()), pad(date.getUTCMonth() + 1), String(date.getUTCFullYear())];
      const written = [
        `${day}.${month}.${year}`,
        `${day}/${month}-${year}`,
        `${day}-${month}-${year}`,
        `${day}${month}${year}`,
        `${year}-${month}-${day}`,
        `${day}.${month}.${year.slice(2)}`,
        `${day}/${month} ${year}`,
        `${year}${month}${day}`,
        `${day}.${month}.${year} kl. 19.30`,
        `${day}.${month}.${year} 19:30`,
        `${day}/${month}-${year.slice(2)} kl. 1930`,
        `${day}.${month}.${year}-${day}.${month}.${year}`,
        date.toISOString(),
      ];
      for (const text of written) assert.equal(containsCpr(`Vi mødes ${text} i hallen`), false, text);
    }),
  );
});

test("EAN numbers, references, postal codes, sums and coordinates are let through", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (rest) => {
      assert.equal(containsCpr(`EAN 5798${pad(rest, 9)}`), false);
    }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom("I", "T", "E", "H", "O", "P", "A", "S"),
      fc.integer({ min: 2020, max: 2039 }),
      fc.integer({ min: 1, max: 99_999 }),
      (kind, year, number) => {
        assert.equal(containsCpr(`Se ${kind}-${year}-${pad(number, 4)}.`), false);
      },
    ),
  );
  const texts = [
    "8870 Langå og 8900 Randers C",
    "Vestergade 12, 8900 Randers",
    "1.250.000 kr. over 3 år",
    "12.000 m2 på 2-4 måneder",
    "CVR 12345678",
    "56.460700,10.036400",
    "DK50 0040 0440 1162 43",
    "kl. 10.11-12.13",
    "3 x 4 meter, 2026/2027",
    "Det var 12.11.26. 1930 mødte op",
    "fra 01.02.26 - 2803 skridt",
    "https://eksempel.dk/opslag/12345678901234",
    "ring 20 11 12 78 8900 Randers",
  ];
  for (const text of texts) assert.equal(containsCpr(text), false, text);
});

test("a long text without a number takes no longer than its length", () => {
  const text = "12 11 ".repeat(40_000);
  const started = process.cpuUsage();
  assert.equal(containsCpr(text), false);
  assert.ok(process.cpuUsage(started).user < 2_000_000);
});
