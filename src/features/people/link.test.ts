// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import {
  hashOfBrowser,
  hashOfCode,
  judge,
  linkCode,
  linkToken,
  mayMail,
  nameFromMailbox,
  sixDigits,
  stateOf,
  type LogInLink,
} from "./link.ts";

const now = new Date("2026-11-23T09:00:00+01:00");
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const link = (over: Partial<LogInLink> = {}): LogInLink => ({
  id: "link",
  attempts: 0,
  usedAt: null,
  expiresAt: later(10),
  browserHash: hashOfBrowser("asked-here"),
  codeHash: hashOfCode("link", "042195"),
  ...over,
});

test("in the browser that asked, one press is enough", () => {
  assert.equal(judge(link(), { browser: "asked-here", code: undefined, now }), "in");
});

test("in another browser it takes the code of the mail, with or without a space", () => {
  const elsewhere = (code: string | undefined) => judge(link(), { browser: "another", code, now });
  assert.equal(elsewhere(undefined), "code-needed");
  assert.equal(elsewhere("042196"), "code-wrong");
  assert.equal(elsewhere("042195"), "in");
  assert.equal(elsewhere("042 195"), "in");
});

test("a browser without a name is never the one that asked", () => {
  assert.equal(judge(link({ browserHash: hashOfBrowser("") }), { browser: "", code: undefined, now }), "code-needed");
});

test("used, expired and five times wrong are all over, also with the right code in the right browser", () => {
  for (const over of [{ usedAt: now }, { expiresAt: now }, { attempts: 5 }]) {
    assert.equal(judge(link(over), { browser: "asked-here", code: "042195", now }), "gone");
  }
});

test("a link lives to the last millisecond of its ten minutes and no longer", () => {
  assert.equal(stateOf(link(), new Date(later(10).getTime() - 1)), "open");
  assert.equal(stateOf(link(), later(10)), "expired");
});

test("who presses a used link late hears that it was used, not that it is old", () => {
  assert.equal(stateOf(link({ usedAt: now }), later(60)), "used");
});

test("the code of one link says nothing on another", () => {
  assert.equal(judge(link({ id: "other" }), { browser: "another", code: "042195", now }), "code-wrong");
});

test("tokens and codes follow from the secret and the id alone, and differ with each", () => {
  const [one, two] = [randomBytes(32), randomBytes(32)];
  assert.equal(linkToken(one, "a"), linkToken(one, "a"));
  assert.match(linkToken(one, "a"), /^[\w-]{43}$/);
  assert.equal(new Set([linkToken(one, "a"), linkToken(one, "b"), linkToken(two, "a")]).size, 3);
  assert.match(linkCode(one, "a"), /^\d{6}$/);
  assert.equal(sixDigits(Buffer.from([0, 0, 0, 0, 0, 7])), "000007");
});

/** Times at which a mail was allowed, when one is asked for after each of these pauses (minutes). */
function mailsAfter(pauses: number[]): Date[] {
  const sent: Date[] = [];
  let at = now;
  for (const pause of pauses) {
    at = new Date(at.getTime() + pause * 60_000);
    if (mayMail(sent, at)) sent.push(at);
  }
  return sent;
}

const within = (sent: Date[], from: Date, minutes: number): number =>
  sent.filter((at) => at.getTime() >= from.getTime() && at.getTime() < from.getTime() + minutes * 60_000).length;

test("however it is asked, no quarter of an hour has more than three mails and no day more than six", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 120 }), (pauses) => {
      const sent = mailsAfter(pauses);
      for (const from of sent) assert.ok(within(sent, from, 15) <= 3 && within(sent, from, 24 * 60) <= 6);
    }),
  );
});

test("the budget holds nobody back who asks rarely", () => {
  assert.equal(mailsAfter([0, 1, 1]).length, 3);
  assert.equal(mailsAfter(Array.from({ length: 20 }, () => 5 * 60)).length, 20);
});

test("somebody who gave no name is called by the first part of the mailbox", () => {
  assert.equal(nameFromMailbox("karen.holm@example.dk"), "Karen Holm");
  assert.equal(nameFromMailbox("øjvind_r+idéer@example.dk"), "Øjvind R Idéer");
  assert.equal(nameFromMailbox("1947@example.dk"), "1947");
});
