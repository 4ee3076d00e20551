// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { isLocalDay } from "#platform/clock/local-day.ts";
import { containsCpr } from "#platform/text/cpr.ts";

/**
 * Free text from a person. In: the least and the most characters. Composed to NFC, trimmed, line ends made equal, control
 * characters removed, bidirectional overrides removed; a CPR number is refused (we never keep one).
 */
export function text({ min = 1, max }: { min?: number; max: number }) {
  return (
    z
      .string()
      // Well above any honest text with stray spaces; keeps the work before the real limit linear and small.
      .max(max * 2 + 100, { abort: true })
      .transform(clean)
      .pipe(z.string().min(min).max(max))
      .refine((value) => !containsCpr(value), { params: { kind: "cpr" } })
      .meta({ field: "text" })
  );
}

/** The same, but an empty one is `undefined`. */
export function optionalText({ max }: { max: number }) {
  return text({ min: 0, max })
    .transform((value) => (value === "" ? undefined : value))
    .optional()
    .meta({ field: "text" });
}

/** The same on one line. */
export const line = ({ max }: { max: number }) => text({ max }).refine((value) => !value.includes("\n"), { params: { kind: "wrong" } });

/** A list of words or phrases, one on each line or with commas between: none twice, none longer than `longest`. */
export function words({ most, longest }: { most: number; longest: number }) {
  return z
    .union([z.string().max(most * (longest + 2)), z.array(z.string().max(longest * 2)).max(most)])
    .transform((typed) => (typeof typed === "string" ? typed.split(/[\n,]/) : typed))
    .transform((list) => [...new Set(list.map((word) => clean(word).toLocaleLowerCase("da")).filter((word) => word !== ""))])
    .pipe(z.array(z.string().max(longest)).max(most))
    .refine((list) => !containsCpr(list.join(" ")) && !list.some(containsCpr), { params: { kind: "cpr" } })
    .meta({ field: "words" });
}

/** The same. Nothing at all and too little are told apart: they are mended in different ways. */
export const atLeast = (min: number, max: number) =>
  text({ max }).refine((typed) => typed.length >= min, { params: { kind: "too-short" } });

/** The name of something in an address. What is no slug never reaches the database: it knows no NUL. */
export const slug = () =>
  z
    .string()
    .min(1)
    .max(80)
    .regex(/^[a-z0-9-]*$/);
export const slugOrNone = () =>
  z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]*$/)
    .optional()
    .transform((value) => value || undefined);

/** One of a few, or none: "" is none. */
export const oneOf = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .max(40)
    .optional()
    .transform((value) => value || undefined)
    .pipe(z.enum(values).optional());

/** The reference of any thing, of whatever kind; none where the field is empty. */
export const anyReference = () =>
  z
    .string()
    .max(40)
    .transform((typed) => typed.toUpperCase().replaceAll(/\s/g, ""))
    .pipe(z.string().regex(/^([A-Z]-\d{4}-\d{4,9})?$/))
    .optional()
    .transform((typed) => typed || undefined);

/** A whole number, also as it comes from a form. */
export const wholeNumber = ({ min, max }: { min: number; max: number }) =>
  z
    .union([
      z.number(),
      z
        .string()
        .max(12)
        .regex(/^\s*\d+\s*$/)
        .transform(Number),
    ])
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, { params: { kind: "wrong" } })
    .meta({ field: "number" });

/** The reference of a thing of these kinds, however it is typed. In: their letters. */
export const referenceOf = (letters: string) =>
  z
    .string()
    .max(40)
    .transform((typed) => typed.toUpperCase().replaceAll(/\s/g, ""))
    .pipe(z.string().regex(new RegExp(`^[${letters}]-\\d{4}-\\d{4,9}$`)));

/** What makes a thing that was sent without logging in one's own: the number and the code of its receipt. */
export const claimOf = (letters: string) => z.object({ reference: referenceOf(letters), code: z.string().max(40).min(1) });

export const isPhone = (typed: string): boolean => /^[0-9+ ]{8,20}$/.test(typed);

/** An optional telephone number: an empty field is `undefined`. */
export const optionalPhone = () =>
  optionalText({ max: 20 }).refine((typed) => typed === undefined || isPhone(typed), { params: { kind: "phone" } });

/** A Danish telephone number, or one with its country. */
export const phone = () =>
  z
    .string()
    .max(60)
    .transform(clean)
    .pipe(z.string().min(1))
    .refine((value) => isPhone(value) && !containsCpr(value), { params: { kind: "phone" } })
    .meta({ field: "phone" });

/** A colour as #rrggbb, small letters. */
export const colour = () =>
  z
    .string()
    .max(20)
    .transform((value) => clean(value).toLowerCase())
    .refine((value) => /^#[0-9a-f]{6}$/.test(value), { params: { kind: "colour" } })
    .meta({ field: "colour" });

/** A day of the calendar, YYYY-MM-DD. */
export const day = () =>
  z
    .string()
    .max(10)
    .refine(isLocalDay, { params: { kind: "day" } })
    .meta({ field: "day" });

/** One mailbox. Lower-cased; at most 254 characters (RFC 5321). */
export const email = () =>
  z
    .string()
    .max(600, { abort: true })
    .transform((value) => clean(value).toLowerCase())
    .pipe(
      z
        .string()
        .min(1)
        .max(254)
        .refine(isMailbox, { params: { kind: "email" } }),
    )
    .meta({ field: "email" });

/** An optional mailbox: an empty field is `undefined`. */
export const optionalEmail = () =>
  z
    .string()
    .max(600, { abort: true })
    .transform((value) => clean(value).toLowerCase() || undefined)
    .pipe(
      z
        .string()
        .max(254)
        .refine(isMailbox, { params: { kind: "email" } })
        .optional(),
    )
    .optional()
    .meta({ field: "email" });

/** A checkbox: present is true. */
export const tick = () =>
  z
    .union([z.literal("on"), z.boolean()])
    .optional()
    .transform((value) => value === "on" || value === true)
    .meta({ field: "tick" });

/** A choice that may be left open: "" is `undefined`. */
export const choice = (max = 80) =>
  z
    .string()
    .max(max)
    .optional()
    .transform((value) => (value === undefined ? undefined : clean(value) || undefined))
    .meta({ field: "choice" });

/** One or several of a list from checkboxes. */
export const choices = (max = 40) =>
  z
    .union([z.string().max(80), z.array(z.string().max(80)).max(max)])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat().map(clean)))
    .meta({ field: "choices" });

const controls = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** NFC, one kind of line end, no control characters, no lone surrogates. */
export const clean = (value: string): string =>
  value.toWellFormed().replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(controls, "").normalize("NFC").trim();

/** Local part, one @, a domain with a dot; written without nested repetition, so that it is linear. */
export function isMailbox(value: string): boolean {
  const at = value.indexOf("@");
  const domain = value.slice(at + 1);
  return (
    at > 0 &&
    at <= 64 &&
    at === value.lastIndexOf("@") &&
    /^[^\s"<>(),:;\\[\]]+$/.test(value) &&
    /^[\p{L}\p{N}][\p{L}\p{N}.-]*\.[\p{L}]{2,}$/u.test(domain) &&
    !domain.includes("..")
  );
}
