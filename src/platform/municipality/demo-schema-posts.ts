// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { line, paragraph, slug } from "./schema.ts";

/** What people of the demo offer and need on the exchange, and who was introduced to whom. Told back from "now" in days of the calendar. */

export const contributionTypes = ["time", "skill", "thing", "space", "knowledge", "transport", "sponsorship", "visit"] as const;
export const partyKinds = ["citizen", "association", "business", "institution", "local-council", "group", "municipality"] as const;

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const timesOfDay = ["morning", "afternoon", "evening"] as const;
const slot = z.enum(weekdays.flatMap((weekday) => timesOfDay.map((time) => `${weekday}-${time}` as const)));

/** Never today: whatever the hour when the demo is made, it has been. The hour is local, .5 is half past. */
const moment = { daysAgo: z.int().min(1).max(600), hour: z.number().min(0).max(23.99) };
const days = z.int().min(1).max(400);
const fromNow = z.int().min(-600).max(400);
const phone = z.string().regex(/^12 34 56 \d\d$/, "write a number that nobody has: 12 34 56 and two digits");

const turn = z.discriminatedUnion("what", [
  z.strictObject({ what: z.enum(["paused", "resumed", "fulfilled", "withdrawn"]), ...moment }),
  /** `expiresInDays`: from the day on which it was renewed. */
  z.strictObject({ what: z.literal("renewed"), ...moment, expiresInDays: days }),
]);

export const post = z
  .strictObject({
    key: slug,
    kind: z.enum(["offer", "need"]),
    title: z.string().trim().min(1).max(120),
    text: z.string().trim().min(1).max(2000),
    contributionType: z.enum(contributionTypes),
    /** Null: sent by somebody who had not logged in. */
    author: slug.nullable(),
    /** Who sent it for the author. */
    helper: slug.optional(),
    /** Whom the author speaks for. */
    organisation: slug.optional(),
    /** A party that stands in no register, as it was written. */
    partyName: line.optional(),
    partyKind: z.enum(partyKinds).optional(),
    phone: phone.optional(),
    /** Null: the whole municipality. */
    locality: slug.nullable(),
    remote: z.boolean(),
    reachKm: z.int().min(1).max(60).optional(),
    weekdays: z.array(slot).min(1).optional(),
    fromInDays: fromNow.optional(),
    untilInDays: fromNow.optional(),
    persons: z.int().min(1).max(500).optional(),
    /** Left out: there is as much as is asked for. */
    quantity: z.int().min(1).max(500).optional(),
    audience: z.enum(["public", "registered"]).optional(),
    /** The exchange asks for no age below fifteen. */
    minAge: z.int().min(15).max(99).optional(),
    credential: z.enum(["childrens-attest", "driving-licence", "first-aid"]).optional(),
    routing: z.enum(["direct", "brokered"]),
    sent: z.strictObject(moment),
    /** From the day on which it was sent. */
    expiresInDays: days,
    /** Left out where the words say it. */
    themes: z.array(slug).min(1).max(4).optional(),
    /** The same party's post of another year. */
    copyOf: slug.optional(),
    /** When a broker looked at the first post of a new party; null: still waiting. Left out: public at once. */
    looked: z.strictObject(moment).nullable().optional(),
    /** What the broker said where it was not let through. */
    notLetThrough: paragraph.optional(),
    turns: z.array(turn).max(6).optional(),
    /** The idea that it is needed for. */
    forIdea: slug.optional(),
    /** What a broker did when nobody had answered it. */
    helped: z.strictObject({ ...moment, by: slug, note: paragraph }).optional(),
  })
  .refine((one) => (one.partyName === undefined) === (one.partyKind === undefined), {
    path: ["partyKind"],
    message: "write partyName and partyKind together, or neither",
  })
  .refine((one) => one.partyName === undefined || one.organisation === undefined, {
    path: ["partyName"],
    message: "name either an organisation of the register or one that stands in none",
  })
  .refine((one) => one.forIdea === undefined || one.kind === "need", {
    path: ["forIdea"],
    message: "an idea lacks what is needed, not what is offered",
  })
  .refine((one) => one.author !== null || (one.partyName !== undefined && one.organisation === undefined), {
    path: ["partyName"],
    message: "write the name of whoever sent it without logging in",
  })
  .refine((one) => one.notLetThrough === undefined || (one.looked !== null && one.looked !== undefined), {
    path: ["looked"],
    message: "say when a broker looked at what was not let through",
  });

const side = z.enum(["giver", "seeker"]);
const who = z.strictObject({ person: slug, organisation: slug.optional() });

const reply = z.discriminatedUnion("yes", [
  z.strictObject({
    side,
    ...moment,
    yes: z.literal(true),
    /** What the other side may see once both have said yes. */
    email: z.literal(true).optional(),
    phone: phone.optional(),
    /** Who wrote the answer down for somebody who said it on the phone. */
    by: slug.optional(),
  }),
  z.strictObject({ side, ...moment, yes: z.literal(false), reason: paragraph.optional(), by: slug.optional() }),
]);

export const introduction = z
  .strictObject({
    key: slug,
    offer: slug.optional(),
    need: slug.optional(),
    /** Whoever has no post in it. */
    giver: who.optional(),
    seeker: who.optional(),
    /** Help that nobody had asked for in a post: what was done. */
    registered: z
      .strictObject({ title: z.string().trim().min(1).max(120), contributionType: z.enum(contributionTypes), locality: slug })
      .optional(),
    initiator: z.enum(["giver", "seeker", "broker"]),
    route: z.enum(["direct", "brokered"]),
    broker: slug.optional(),
    /** What the other reads: a greeting, or a broker's reason. */
    greeting: paragraph.optional(),
    sent: z.strictObject(moment),
    /** How many of a quantity. */
    takes: z.int().min(1).max(500).optional(),
    replies: z.array(reply).max(2),
    withdrawn: z.strictObject({ ...moment, reason: paragraph.optional() }).optional(),
    messages: z.array(z.strictObject({ from: z.enum(["giver", "seeker", "broker"]), ...moment, text: paragraph })).optional(),
    /** `inDays`: the agreed day, from now. */
    agreement: z.strictObject({ ...moment, what: paragraph, inDays: fromNow }).optional(),
    noAgreement: z.strictObject({ ...moment, reason: paragraph }).optional(),
    outcomes: z
      .array(
        z.strictObject({
          side,
          ...moment,
          happened: z.boolean(),
          minutes: z.int().min(5).max(6000).optional(),
          /** How it went, 1 to 5. */
          score: z.int().min(1).max(5).optional(),
          line: z.string().trim().min(1).max(500).optional(),
        }),
      )
      .max(2)
      .optional(),
    thanks: z.array(z.strictObject({ from: side, ...moment, text: paragraph, public: z.boolean() })).optional(),
    /** What a broker found out where the two did not say the same. */
    resolution: z.strictObject({ by: slug, ...moment, happened: z.boolean(), text: paragraph }).optional(),
  })
  .refine((one) => (one.giver === undefined) !== (one.offer === undefined), {
    path: ["giver"],
    message: "say whose offer it is, or who gives without one",
  })
  .refine((one) => (one.seeker === undefined) !== (one.need === undefined), {
    path: ["seeker"],
    message: "say whose need it is, or who receives without one",
  })
  .refine((one) => (one.registered !== undefined) === (one.offer === undefined && one.need === undefined), {
    path: ["registered"],
    message: "write what was done exactly where no post is in it",
  })
  .refine((one) => (one.greeting === undefined) === (one.registered !== undefined), {
    path: ["greeting"],
    message: "write it, except where help is registered afterwards",
  })
  .refine((one) => (one.route === "brokered") === (one.broker !== undefined), {
    path: ["broker"],
    message: "name the broker exactly where the route is brokered",
  })
  .refine((one) => one.initiator !== "broker" || one.route === "brokered", {
    path: ["route"],
    message: "what a broker begins goes through the broker",
  });

export type DemoPost = z.infer<typeof post>;
export type DemoIntroduction = z.infer<typeof introduction>;
export type DemoReply = DemoIntroduction["replies"][number];
export type Moment = { daysAgo: number; hour: number };
