// SPDX-License-Identifier: EUPL-1.2
import { answersForItsArea, either, withRole, type Rule } from "#platform/operations/rule.ts";

/** Only who answers for the area speaks for it. */
export const speaksForArea = answersForItsArea;

/** Handing over: the secretariat too, once a day has passed. Before that an enquiry is not there for it. */
export const keepsInbox: Rule<{ area: string | null }> = either(answersForItsArea, withRole("secretariat"));
