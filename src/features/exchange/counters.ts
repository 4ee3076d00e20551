// SPDX-License-Identifier: EUPL-1.2
import type { Counter } from "#platform/counter.ts";
import { contactWithinDays } from "./measures.ts";
import { contactRecords, usefulRecords } from "./store-measures.ts";
import { texts } from "./texts.ts";

const counted = (rows: { thing: string; counts: boolean }[]) => ({
  outOf: rows.map(({ thing }) => thing),
  counted: rows.filter(({ counts }) => counts).map(({ thing }) => thing),
});

/** How many found contact soon after they were put up. */
const contactIn = (kind: "offer" | "need"): Counter => ({
  name: `exchange.${kind}-contact`,
  kind,
  words: (lang) => texts(lang)(`counter.contact.${kind}`, { days: contactWithinDays }),
  count: async (db, period) => counted(await contactRecords(db, kind, period)),
});

/** How many of those that were brought together both found it good. */
const bothUseful: Counter = {
  name: "exchange.both-useful",
  kind: "introduction",
  words: (lang) => texts(lang)("counter.both-useful"),
  count: async (db, period) => counted(await usefulRecords(db, period)),
};

export const counters = [contactIn("offer"), contactIn("need"), bothUseful];
