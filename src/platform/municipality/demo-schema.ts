// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { line, paragraph, slug } from "./schema.ts";

/** The small world of a demo and of the tests: named people, what they belong to, and ideas told back from "now". */

const role = z.discriminatedUnion("role", [
  z.strictObject({ role: z.enum(["secretariat", "employee", "council-member"]) }),
  z.strictObject({ role: z.literal("committee-member"), committee: slug }),
]);

export const person = z.strictObject({
  key: slug,
  name: line,
  email: z.email().endsWith("@example.dk", "write an address at example.dk: a demo must reach nobody").nullable(),
  locality: slug,
  organisations: z.array(z.strictObject({ organisation: slug, part: z.enum(["member", "speaks-for"]) })),
  roles: z.array(role),
  /** Whom this person acts for. */
  helps: z.array(slug),
  /** Stands on the log-in page, in this order; null: is only in the stories. */
  logIn: z.strictObject({ order: z.int().positive(), line, lineEn: line, about: paragraph, aboutEn: paragraph }).nullable(),
});

export const organisation = z.strictObject({
  slug,
  name: line,
  kind: z.enum(["association", "business", "institution", "local-council", "group", "municipality"]),
  locality: slug,
  about: paragraph,
  aboutEn: paragraph,
});

const at = {
  daysAfter: z.int().min(0).max(120),
  /** Who answers, where it is not the area's contact person. */
  by: slug.optional(),
};
const reason = paragraph;
/** `daysAfter`: working days after the idea was sent. `newInDays`: working days from the answer to its new day. */
const answer = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("investigating"), ...at, reason, newInDays: z.int().min(1).max(60), nextStep: paragraph.optional() }),
  z.strictObject({ status: z.enum(["we-do-it", "you-do-we-help"]), ...at, reason, nextStep: paragraph }),
  z.strictObject({ status: z.literal("not-possible"), ...at, reason, wouldMakeItPossible: paragraph, nextStep: paragraph }),
  z.strictObject({ status: z.literal("part-of"), ...at, reason, partOf: slug, nextStep: paragraph.optional() }),
]);

/** When it was sent, back from now; the hour is local, .5 is half past. Working days where a deadline is to be today or tomorrow. */
const hour = z.number().min(0).max(23.99);
export const sent = z.union([
  z.strictObject({ daysAgo: z.int().min(0).max(600), hour }),
  z.strictObject({ workingDaysAgo: z.int().min(0).max(40), hour }),
]);

/** Somebody asks an author whether this idea may go into another. `daysAfter`: working days after it was sent. */
const proposal = z.strictObject({
  into: slug,
  by: slug,
  daysAfter: z.int().min(0).max(40),
  reason: paragraph,
  /** Null: the author still has time. */
  reply: z.strictObject({ daysAfter: z.int().min(0).max(50), yes: z.boolean(), said: paragraph.optional() }).nullable(),
});

export const idea = z
  .strictObject({
    key: slug,
    /** Which idea its author made a version of. */
    variantOf: slug.optional(),
    title: z.string().trim().min(1).max(120),
    text: z.string().trim().min(1).max(6000),
    locality: slug,
    area: slug,
    /** Left out of a version, which is sent as anybody sends one: its themes follow from its words. */
    themes: z.array(slug).min(1).max(4).optional(),
    /** Null: sent by somebody without a mailbox. */
    author: slug.nullable(),
    /** Who sent it for the author. */
    helper: slug.optional(),
    /** Written on behalf of: an association, a business, a class. */
    onBehalfOf: slug.optional(),
    /** Which name is shown; with `written` it is the one somebody without a mailbox wrote. */
    shownName: z.discriminatedUnion("rule", [
      z.strictObject({ rule: z.enum(["own", "first-name", "a-citizen", "organisation"]) }),
      z.strictObject({ rule: z.literal("written"), name: line }),
    ]),
    halfDone: z.boolean(),
    phone: z
      .string()
      .regex(/^[0-9+ ]{8,20}$/)
      .optional(),
    submitted: sent,
    /** Without a mailbox: working days until somebody looked and let it through; null: still waiting. Else omitted: public at once. */
    lookedAfter: z.int().min(0).max(30).nullable().optional(),
    /** Working days until it was acknowledged; null: not yet. */
    acknowledgedAfter: z.int().min(0).max(60).nullable(),
    answers: z.array(answer).max(3),
    proposal: proposal.optional(),
    withdrawnAfterDays: z.int().min(0).optional(),
    /** What the author said of how it went, after the final answer. */
    howItWent: z.strictObject({ score: z.int().min(1).max(5), line: z.string().trim().min(1).max(500).optional() }).optional(),
  })
  .refine((one) => (one.author === null) === (one.lookedAfter !== undefined), {
    path: ["lookedAfter"],
    message: "write it exactly where author is null",
  })
  .refine((one) => (one.variantOf === undefined) === (one.themes !== undefined), {
    path: ["themes"],
    message: "write them exactly where variantOf is left out",
  })
  .refine((one) => one.variantOf === undefined || (one.author !== null && one.onBehalfOf === undefined), {
    path: ["variantOf"],
    message: "name the person whose version it is",
  })
  .refine((one) => one.shownName.rule !== "organisation" || one.onBehalfOf !== undefined, {
    path: ["onBehalfOf"],
    message: "say which organisation's name is shown",
  });

const said = {
  by: slug,
  /** Calendar days after the idea was sent, with the hour in the fraction. */
  daysAfter: z.number().min(0).max(120),
  name: z.enum(["own", "first-name", "citizen"]).optional(),
  text: z.string().trim().min(1).max(2000),
};

/** What people say under an idea, and how many of them support it. */
export const conversation = z.strictObject({
  idea: slug,
  supports: z.int().min(0).max(200),
  comments: z.array(
    z.strictObject({
      ...said,
      stand: z.enum(["for", "against", "question"]).optional(),
      replies: z.array(z.strictObject(said)).optional(),
    }),
  ),
});

export type DemoConversation = z.infer<typeof conversation>;
const phase = z.enum(["idea", "planning", "decision", "doing"]);
const aFate = z.union([
  z.strictObject({ idea: slug }),
  z.strictObject({ idea: slug, fate: z.enum(["taken-up", "partly"]), because: paragraph }),
  z.strictObject({ idea: slug, fate: z.literal("not"), because: paragraph, possibleIf: paragraph }),
]);
const fromNow = z.int().min(-600).max(600);

/** Something on its way, told back from "now" in days of the calendar; those that a question has are ideas of ideas.json. */
export const listing = z
  .strictObject({
    key: slug,
    title: z.string().trim().min(1).max(120),
    what: paragraph,
    openFor: paragraph,
    fixed: paragraph,
    /** Null: the whole municipality. */
    locality: slug.nullable(),
    area: slug,
    themes: z.array(slug).min(1).max(4),
    /** Null: the area decides. */
    committee: slug.nullable(),
    published: z.strictObject({ daysAgo: z.int().min(0).max(600), hour }),
    decideInDays: fromNow,
    question: z.strictObject({ text: z.string().trim().min(1).max(300), endsInDays: fromNow }).nullable(),
    phases: z
      .array(z.strictObject({ phase, daysAgo: z.int().min(0).max(600), note: paragraph.optional(), newsInDays: fromNow.optional() }))
      .min(1),
    answers: z.array(aFate),
    /** Null: nobody has said yet what was heard. Else working days after the question's end. */
    told: z.strictObject({ workingDaysAfter: z.int().min(1).max(60), heard: paragraph, doing: paragraph }).nullable(),
  })
  .refine((one) => one.told === null || one.answers.every((answer) => "fate" in answer), {
    path: ["answers"],
    message: "say the fate of each answer before it is told",
  })
  .refine((one) => one.question !== null || (one.told === null && one.answers.length === 0), {
    path: ["question"],
    message: "ask something, or take out the answers",
  });

export type DemoListing = z.infer<typeof listing>;
export type DemoPerson = z.infer<typeof person>;
export type DemoOrganisation = z.infer<typeof organisation>;
export type DemoIdea = z.infer<typeof idea>;
export type DemoAnswer = DemoIdea["answers"][number];
