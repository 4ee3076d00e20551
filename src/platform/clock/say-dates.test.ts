// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays } from "./local-day.ts";
import { sayAgo, sayDate, sayDay, sayMoment, sayNearDay, sayTime } from "./say-dates.ts";

const now = new Date("2026-11-25T09:00:00Z");
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a day is said with its weekday, and with the year only when it is another", () => {
  assert.equal(plain(sayDay("2026-11-23", "da", now)), "mandag 23. november");
  assert.equal(plain(sayDay("2026-11-23", "en", now)), "Monday 23 November");
  assert.equal(plain(sayDay("2027-01-04", "da", now)), "mandag 4. januar 2027");
  assert.equal(plain(sayDate("2026-11-23", "da")), "mandag 23. november 2026");
  assert.equal(plain(sayDate("2026-11-23", "en")), "Monday 23 November 2026");
});

test("an instant is said as the day it is in Denmark", () => {
  assert.equal(plain(sayDay(new Date("2026-07-31T22:30:00Z"), "da", now)), "lørdag 1. august");
  assert.equal(plain(sayDay(new Date("2026-12-31T23:30:00Z"), "da", now)), "fredag 1. januar 2027");
});

test("the number and the month stay on one line", () => {
  assert.equal(sayDay("2026-11-23", "da", now), "mandag 23.\u00a0november");
});

test("the time of day is said as people write it", () => {
  assert.equal(plain(sayTime(new Date("2026-11-25T13:00:00Z"), "da")), "kl. 14");
  assert.equal(plain(sayTime(new Date("2026-07-25T07:05:00Z"), "da")), "kl. 9.05");
  assert.equal(sayTime(new Date("2026-07-25T07:05:00Z"), "en"), "09:05");
  assert.equal(plain(sayTime(new Date("2026-11-24T23:00:00Z"), "da")), "kl. 0");
  assert.equal(plain(sayMoment(new Date("2026-11-25T13:00:00Z"), "da", now)), "onsdag 25. november kl. 14");
  assert.equal(plain(sayMoment(new Date("2026-11-25T13:00:00Z"), "en", now)), "Wednesday 25 November at 14:00");
});

test("today, tomorrow and yesterday are called so; every other day by its name", () => {
  assert.equal(sayNearDay("2026-11-25", "da", now), "i dag");
  assert.equal(sayNearDay("2026-11-26", "da", now), "i morgen");
  assert.equal(sayNearDay("2026-11-24", "en", now), "yesterday");
  assert.equal(plain(sayNearDay("2026-11-27", "da", now)), "fredag 27. november");
});

test("how long ago is said in the largest unit that is still true", () => {
  const ago = (days: number, lang: "da" | "en" = "da") => sayAgo(addDays("2026-11-25", -days), lang, now);
  assert.equal(ago(0), "i dag");
  assert.equal(ago(1), "i går");
  assert.equal(ago(3), "for 3 dage siden");
  assert.equal(ago(20), "for 2 uger siden");
  assert.equal(ago(60), "for 8 uger siden");
  assert.equal(ago(61), "for 2 måneder siden");
  assert.equal(ago(731), "for 2 år siden");
  assert.equal(ago(-21), "om 3 uger");
  assert.equal(ago(3, "en"), "3 days ago");
});
