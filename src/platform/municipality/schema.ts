// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { isLocalDay } from "#platform/clock/local-day.ts";

/** What stands in the files of `municipalities/<code>-<name>/`. Read once, into an empty database; edited there afterwards. */

export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "write small letters a–z, digits and single hyphens");
export const line = z.string().trim().min(1, "write something").max(200);
export const paragraph = z.string().trim().min(1, "write something").max(1200);
export const day = z.string().refine(isLocalDay, "write a day of the calendar as YYYY-MM-DD");
const colour = z.string().regex(/^#[0-9a-f]{6}$/, "write a colour as # and six of 0–9 a–f");
const lightAndDark = z.strictObject({ light: colour, dark: colour });
const twice = (list: readonly string[]) => list.find((word, at) => list.indexOf(word) !== at);
const words = z.array(z.string().trim().min(2).max(40)).refine((list) => twice(list) === undefined, {
  error: ({ input }) => `take out "${String(twice(z.array(z.string()).parse(input)))}" where it stands twice`,
});

export const municipality = z.strictObject({
  /** Four digits, as in the register of municipalities (kommunekode). */
  code: z.string().regex(/^\d{4}$/, "write four digits"),
  name: line,
  /** How people say it, without the word municipality. */
  place: line,
  population: z.int().positive(),
  populationDay: day,
  areaKm2: z.number().positive(),
  councilSeats: z.int().positive(),
  locale: z.enum(["da-DK"]),
  languages: z.array(z.enum(["da", "en"])).min(1),
  secretariat: z.strictObject({ person: slug, phone: z.string().regex(/^[0-9+ ]{8,20}$/, "write eight digits or more"), email: z.email() }),
  /** Working days. That an answer is put off at most twice is a rule of the platform. */
  deadlines: z.strictObject({
    lookDays: z.int().min(1).max(30),
    acknowledgeDays: z.int().min(1).max(30),
    answerDays: z.int().min(1).max(90),
    /** So many working days before the day who answers is reminded; the workbench sees no further ahead. */
    remindDays: z.int().min(1).max(9).default(3),
  }),
  /** When the deputy gets the contact person's inbox. */
  deputyTakesOver: z.enum(["at-once-when-absent"]),
  closedDays: z.array(z.strictObject({ day, name: line, nameEn: line })),
  postalCodes: z.record(z.string().regex(/^\d{4}$/), line),
  wordMark: z.strictObject({ name: line, beside: line }),
  colours: z.strictObject({ fjord: lightAndDark, fjordTint: lightAndDark, thread: lightAndDark, threadTint: lightAndDark }),
});

const phone = z.string().regex(/^[0-9+ ]{8,20}$/, "write eight digits or more");

export const area = z
  .strictObject({
    slug,
    name: line,
    nameEn: line,
    about: paragraph,
    aboutEn: paragraph,
    /** Everyday words from which the area is suggested: whole words or the last part of a compound, with their common endings. */
    keywords: words.min(20, "write at least 20 everyday words"),
    contactPerson: slug,
    deputy: slug,
    phone,
    hours: line,
    hoursEn: line,
  })
  .refine((one) => one.contactPerson !== one.deputy, { path: ["deputy"], message: "choose somebody else than the contact person" });

export const locality = z.strictObject({
  slug,
  name: line,
  postalCode: z.string().regex(/^\d{4}$/, "write four digits"),
  lat: z.number().min(54).max(58),
  lon: z.number().min(7).max(16),
  /** True: within about two kilometres. */
  approximate: z.boolean(),
});

/** The stream through the fields on the map, from where it comes in to where it leaves: [latitude, longitude]. */
export const water = z.strictObject({
  name: line,
  approximate: z.boolean(),
  line: z.array(z.tuple([z.number().min(54).max(58), z.number().min(7).max(16)])).min(2),
});

export const pattern = z.enum(["waves", "rings", "dots", "twill", "zigzag", "basket"]);
export const theme = z.strictObject({
  key: slug,
  /** Two levels: a theme with a parent has no children. */
  parent: slug.nullable(),
  da: line,
  en: line,
  pattern,
  area: slug,
  synonyms: z.strictObject({ da: words.min(4, "write at least 4 words"), en: words.min(4, "write at least 4 words") }),
});

export const committees = z.strictObject({
  terms: z.array(z.strictObject({ from: day, until: day, committees: z.array(z.strictObject({ slug, name: line })).min(1) })).min(1),
});

export const commitment = z.strictObject({
  /** Its number through the policy's text. */
  id: z.int().positive(),
  type: z.enum(["aim", "way", "initiative", "role", "principle", "communication", "action", "example", "follow-up"]),
  /** The heading it stands under. */
  section: line,
  /** In the platform's words, never the policy's. */
  da: paragraph,
  en: paragraph,
});
export const policy = z.strictObject({
  title: line,
  titleEn: line,
  sections: z.array(z.strictObject({ title: line, titleEn: line })).min(1),
  commitments: z.array(commitment).min(1),
});

const told = z.strictObject({ who: paragraph, what: paragraph, where: paragraph, why: paragraph });
export const example = z.strictObject({
  slug,
  localities: z.array(slug),
  themes: z.array(slug).min(1),
  area: slug,
  title: line,
  titleEn: line,
  da: told,
  en: told,
});

export type Municipality = z.infer<typeof municipality>;
export type Area = z.infer<typeof area>;
export type Locality = z.infer<typeof locality>;
export type Water = z.infer<typeof water>;
export type Theme = z.infer<typeof theme>;
export type Committees = z.infer<typeof committees>;
export type Policy = z.infer<typeof policy>;
export type Example = z.infer<typeof example>;
