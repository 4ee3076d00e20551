// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { anyReference, atLeast, choice, choices, optionalText, slug, slugOrNone, tick } from "#platform/forms/fields.ts";
import { fates, isPhase, movable, phases } from "./listing.ts";

export const Written = z.object({
  title: atLeast(3, 120),
  what: atLeast(10, 4000),
  where: slug(),
  area: slugOrNone(),
  phase: z.string().max(20).refine(isPhase),
  openFor: atLeast(5, 2000),
  fixed: atLeast(5, 2000),
  committee: slugOrNone(),
  decideOn: choice(10),
  question: optionalText({ max: 300 }),
  askUntil: choice(10),
});

export const Nothing = z.object({});
export const Moved = z.object({ phase: z.enum(phases), note: atLeast(5, 1000), newsBy: choice(10) });
export const PutOff = z.object({ what: z.enum(movable), newDay: choice(10), reason: atLeast(5, 1000) });
export const Weighed = z.object({
  /** Which answer. */
  idea: z.string().regex(/^[A-Z]-\d{4}-\d{4,9}$/),
  fate: z.enum(fates),
  because: atLeast(10, 2000),
  possibleIf: optionalText({ max: 1000 }),
});
export const WhichAnswer = z.object({ idea: z.string().regex(/^[A-Z]-\d{4}-\d{4,9}$/) });
export const Told = z.object({ heard: atLeast(10, 4000), doing: atLeast(10, 4000) });
export const Invited = z.object({ place: tick(), theme: tick(), organisation: tick() });
export const Passed = z.object({ what: z.enum(["reminder", "late"]) });

/** What the list can be asked for. `after` is the place of the last one seen. */
export const Filter = z.object({
  phase: choices(4),
  locality: slugOrNone(),
  asked: z
    .enum(["before", "not", ""])
    .optional()
    .transform((value) => value || undefined),
  after: anyReference(),
});
