// SPDX-License-Identifier: EUPL-1.2
import fc from "fast-check";
import { addDays } from "#platform/clock/local-day.ts";
import { standings, type State } from "./idea.ts";

const day = fc.integer({ min: -30, max: 30 }).map((days) => addDays("2026-11-23", days));

/** Any idea whatever, also one that should not come to be: no rule may fall over it. */
export const anyIdea: fc.Arbitrary<State> = fc.record({
  public: fc.boolean(),
  withdrawn: fc.boolean(),
  refused: fc.boolean(),
  owned: fc.boolean(),
  hasMailbox: fc.boolean(),
  acknowledged: fc.boolean(),
  edits: fc.integer({ min: 0, max: 21 }),
  postponed: fc.integer({ min: 0, max: 3 }),
  standing: fc.constantFrom(...standings),
  lookBy: day,
  acknowledgeBy: day,
  answerBy: day,
  dueBy: day,
});

/** What a person reads on a page, in one line, with common spaces. */
export const readOn = (html: string): string =>
  html
    .replace(/<(style|script|svg)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replace(/[\s\u00a0]+/g, " ");

/** The reference in an address: "/ideer/I-2026-0001/tak" → "I-2026-0001". */
export const referenceIn = (address: string | undefined): string => /I-\d{4}-\d+/.exec(address ?? "")?.[0] ?? "";

/** The link of a mail that leads below an address. */
export const linkIn = (plain: string, below: string): string => new RegExp(`https?://[^/\\s]+(${below}[^\\s]*)`).exec(plain)?.[1] ?? "";
