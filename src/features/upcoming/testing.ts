// SPDX-License-Identifier: EUPL-1.2
import fc from "fast-check";
import { addDays } from "#platform/clock/local-day.ts";
import { movable, phases, type State } from "./listing.ts";

const day = fc.integer({ min: -30, max: 30 }).map((days) => addDays("2026-11-23", days));

/** Any listing whatever, also one that should not come to be: no rule may fall over it. */
export const anyListing: fc.Arbitrary<State> = fc.record({
  public: fc.boolean(),
  discarded: fc.boolean(),
  phase: fc.constantFrom(...phases),
  decideOn: day,
  askUntil: fc.option(day),
  tellBy: fc.option(day),
  newsBy: fc.option(day),
  told: fc.boolean(),
  withoutFate: fc.nat({ max: 3 }),
  postponed: fc.subarray([...movable]),
});

/** What somebody of Miljø og Teknik writes, with a question that ends on Friday 4 December. */
export const aListing = {
  title: "Cykelsti fra Stevnstrup til Langå",
  what: "Vejen er smal, og der køres stærkt. Vi ser på en sti langs banen, så man kan komme trygt af sted.",
  where: "langaa",
  area: "miljoe-og-teknik",
  phase: "planning",
  openFor: "Hvor stien skal gå over vejen, og hvor der er brug for lys.",
  fixed: "Der er penge til tre kilometer.",
  committee: "miljoe-og-teknikudvalg",
  decideOn: "2027-02-04",
  question: "Hvor er det svært at komme over vejen?",
  askUntil: "2026-12-04",
};

/** The reference in an address: "/paa-vej/V-2026-0001?nyt=drafted" → "V-2026-0001". */
export const referenceIn = (address: string | undefined): string => /V-\d{4}-\d+/.exec(address ?? "")?.[0] ?? "";

/** What a person reads on a page, in one line, with common spaces. */
export const readOn = (html: string): string =>
  html
    .replace(/<(style|script|svg)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replace(/[\s\u00a0]+/g, " ");
