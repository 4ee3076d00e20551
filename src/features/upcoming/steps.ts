// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { whyNot, type Step } from "./listing.ts";
import type { Listing } from "./store.ts";

/** Refuses a step that the listing's state does not allow. */
export function must(step: Step, on: Listing, now: Date): void {
  const code = whyNot(step, on, localDayOf(now));
  if (code !== undefined) throw new Refusal(409, code);
}
