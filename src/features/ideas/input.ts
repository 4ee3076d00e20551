// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import {
  anyReference,
  atLeast,
  claimOf,
  choice,
  choices,
  oneOf,
  optionalEmail,
  optionalPhone,
  optionalText,
  slug,
  slugOrNone,
  tick,
} from "#platform/forms/fields.ts";
import { pictureFields } from "#platform/files/index.ts";
import { allDuties } from "#features/places/index.ts";
import { nameChoices } from "#platform/text/shown-name.ts";
import { behalfKinds } from "./author.ts";
import { isAnswerStatus } from "./answer.ts";

/** Three fields are needed; the rest may be left open. */
export const NewIdea = z.object({
  title: atLeast(3, 120),
  text: atLeast(10, 6000),
  where: slug(),
  email: optionalEmail(),
  name: optionalText({ max: 60 }),
  showAs: oneOf(nameChoices),
  /** A name of a group, never of a child: the form says so. */
  onBehalf: optionalText({ max: 80 }),
  onBehalfKind: oneOf(behalfKinds),
  phone: optionalPhone(),
  area: slugOrNone(),
  halfDone: tick(),
  ...pictureFields,
  /** What the idea is about: a thing that wants ideas. */
  about: anyReference(),
});

/** What the form for a new idea can be opened with: the address is short, since it is read aloud and printed. */
export const Writing = z.object({ om: anyReference() });

/** A version of one's own of somebody's idea: whoever makes it is logged in. */
export const NewVariant = NewIdea.omit({ email: true, about: true });

export const NewMerge = z.object({ into: choice(40), reason: atLeast(10, 4000) });
export const MergeReply = z.object({ yes: z.enum(["yes", "no"]), said: optionalText({ max: 1000 }) });

export const Concerns = z.object({ areas: choices(40) });
export const NewQuestion = z.object({ colleague: choice(40), question: atLeast(5, 2000), wished: choice(10) });
export const AskedQuestion = z.object({ question: z.uuid() });
export const NewReply = z.object({ reply: atLeast(2, 4000) });
export const NewNote = z.object({ note: atLeast(2, 4000) });

/** Pictures to be put on, and the places of those to be taken away. */
export const ChangedPictures = z.object({ remove: choices(3), ...pictureFields });

/** What its author may change until the final answer. */
export const Edited = NewIdea.pick({ title: true, text: true, where: true, halfDone: true });

export const Claim = claimOf("I");
export const Token = z.object({ token: z.string().max(100).min(1) });
export const Looked = z.object({ letThrough: z.enum(["yes", "no"]), reason: optionalText({ max: 1000 }) });
export const Nothing = z.object({});
export const Move = z.object({ area: slug() });
export const Passed = z.object({ what: z.enum(allDuties) });

export const NewAnswer = z.object({
  status: z.string().max(40).refine(isAnswerStatus),
  reason: atLeast(10, 4000),
  possibleIf: optionalText({ max: 1000 }),
  /** That text is the rule that stands against it, not what would make it possible. */
  byRule: tick(),
  nextStep: optionalText({ max: 1000 }),
  newDay: choice(10),
  partOf: choice(40),
});

/** What the list can be asked for. `after` is the place of the last idea seen. */
export const Filter = z.object({
  q: optionalText({ max: 100 }),
  locality: slugOrNone(),
  status: choices(6),
  theme: slugOrNone(),
  half: z.enum(["1", ""]).optional(),
  after: z
    .string()
    .regex(/^(I-\d{4}-\d{4,9})?$/)
    .optional()
    .transform((value) => value || undefined),
});
