// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from "#platform/operations/refusal.ts";
import { whyNot, type Step } from "./enquiry.ts";
import type { Enquiry } from "./store.ts";

/** Refuses a step that the enquiry's state does not allow. */
export function must(step: Step, on: Enquiry): void {
  const code = whyNot(step, on);
  if (code !== undefined) throw new Refusal(409, code);
}
