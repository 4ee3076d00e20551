// SPDX-License-Identifier: EUPL-1.2
import type { Counter } from "#platform/counter.ts";
import { decidedIn } from "./store-list.ts";
import { texts } from "./texts.ts";

/** Of what was decided, how much were citizens asked about before? */
const askedBefore: Counter = {
  name: "upcoming.asked-before-decision",
  kind: "listing",
  words: (lang) => texts(lang)("counter.asked-before"),
  async count(db, period) {
    const rows = await decidedIn(db, period);
    return { outOf: rows.map(({ thing }) => thing), counted: rows.filter(({ counts }) => counts).map(({ thing }) => thing) };
  },
};

export const counters = [askedBefore];
