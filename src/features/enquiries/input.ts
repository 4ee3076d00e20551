// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { atLeast, claimOf, isMailbox, isPhone, optionalPhone, optionalText, slug, slugOrNone, text } from "#platform/forms/fields.ts";
import { isLocalDay } from "#platform/clock/local-day.ts";
import { allDuties } from "#features/places/index.ts";

/** One field for how we reach somebody: a mailbox or a number. */
const reach = () =>
  optionalText({ max: 254 }).refine((typed) => typed === undefined || isMailbox(typed) || isPhone(typed), { params: { kind: "reach" } });

/** In: what was typed. Out: as the one or the other. */
export const reachOf = (typed: string | undefined): { email?: string; phone?: string } =>
  typed === undefined ? {} : isMailbox(typed) ? { email: typed.toLowerCase() } : { phone: typed };

/** Three fields are needed; the rest may be left open. */
export const NewEnquiry = z.object({
  subject: atLeast(3, 120),
  text: atLeast(10, 6000),
  reach: reach(),
  name: optionalText({ max: 60 }),
  phone: optionalPhone(),
  callWhen: optionalText({ max: 200 }),
  area: slugOrNone(),
});

export const Claim = claimOf("H");
export const Token = z.object({ token: z.string().max(100).min(1) });
export const Nothing = z.object({});
export const Move = z.object({ area: slug() });
export const Passed = z.object({ what: z.enum(allDuties).exclude(["look"]) });
export const Note = z.object({ text: text({ max: 2000 }) });

const day = () =>
  z
    .string()
    .max(10)
    .optional()
    .transform((value) => value || undefined);

export const answerStatuses = ["answered", "investigating"] as const;

export const NewAnswer = z.object({ status: z.enum(answerStatuses), text: atLeast(10, 6000), newDay: day() });

/** A call: whether somebody took it, what was said in short, and which day it was (today where none is said). */
export const Call = z.object({
  taken: z.enum(["yes", "no"]),
  said: optionalText({ max: 2000 }),
  calledOn: day().refine((value) => value === undefined || isLocalDay(value), { params: { kind: "wrong" } }),
});

/** The words that all would read: as the contact person proposes them, and as the sender lets them stand. */
const words = { title: atLeast(3, 120), text: atLeast(10, 6000), where: slug() };
export const Proposal = z.object(words);
export const Yes = z.object({ ...words, name: optionalText({ max: 60 }) });
export const YesByLink = Yes.extend(Token.shape);
