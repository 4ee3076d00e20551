// SPDX-License-Identifier: EUPL-1.2
import { personOf } from "#platform/auth/actor.ts";
import type { Rule } from "#platform/operations/rule.ts";

/** In: who speaks for the thing's organisation today (`speakersOf`); nobody where it has none. */
export const speaksForIt: Rule<{ speakers: readonly string[] }> = {
  name: "who speaks for its organisation",
  allows: (actor, { speakers }) => speakers.includes(personOf(actor)?.id ?? ""),
};
