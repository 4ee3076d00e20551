// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { firstNameOf, initialsOf } from "./first-name.ts";

test("a first name is what one would call the person", () => {
  assert.equal(firstNameOf("Karen Holm"), "Karen");
  assert.equal(firstNameOf(" Anne-Marie  Bech Juhl "), "Anne-Marie");
  assert.equal(firstNameOf("Signe"), "Signe");
  assert.equal(firstNameOf(""), "");
});

test("initials are the first and the last name's", () => {
  assert.equal(initialsOf("Karen Holm"), "KH");
  assert.equal(initialsOf("Åge von der Østergård"), "ÅØ");
  assert.equal(initialsOf("Aage Asps"), "AA");
});

test("a company is called by its name, not by its form", () => {
  assert.equal(initialsOf("Nordlys ApS"), "NO");
  assert.equal(initialsOf("Fjordens Is A/S"), "FI");
  assert.equal(initialsOf("Åens Brugs A.m.b.a."), "ÅB");
  assert.equal(initialsOf("ApS"), "AP");
});

test("a name of one word gives two letters, and a sign is no letter", () => {
  assert.equal(initialsOf("Signe"), "SI");
  assert.equal(initialsOf("Bo (stedfortræder)"), "BS");
  assert.equal(initialsOf("»Ruth« –"), "RU");
  assert.equal(initialsOf("Q"), "Q");
  assert.equal(initialsOf("–"), "");
});
