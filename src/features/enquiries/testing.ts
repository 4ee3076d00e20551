// SPDX-License-Identifier: EUPL-1.2
import fc from "fast-check";
import { addDays } from "#platform/clock/local-day.ts";
import { standings, type State } from "./enquiry.ts";

const day = fc.integer({ min: -30, max: 30 }).map((days) => addDays("2026-11-23", days));

/** Any enquiry whatever, also one that should not come to be: no rule may fall over it. */
export const anyState: fc.Arbitrary<State> = fc.record({
  withdrawn: fc.boolean(),
  owned: fc.boolean(),
  hasMailbox: fc.boolean(),
  hasPhone: fc.boolean(),
  acknowledged: fc.boolean(),
  postponed: fc.integer({ min: 0, max: 3 }),
  missed: fc.integer({ min: 0, max: 3 }),
  standing: fc.constantFrom(...standings),
  asked: fc.constantFrom("not" as const, "asked" as const, "yes" as const, "no" as const),
  acknowledgeBy: day,
  answerBy: day,
  dueBy: day,
});

/** The reference in an address: "/henvendelser/H-2026-0001/tak" → "H-2026-0001". */
export const referenceIn = (address: string | undefined): string => /H-\d{4}-\d+/.exec(address ?? "")?.[0] ?? "";

/** The link of a mail that leads below an address. */
export const linkIn = (plain: string, below: string): string => new RegExp(`https?://[^/\\s]+(${below}[^\\s]*)`).exec(plain)?.[1] ?? "";
