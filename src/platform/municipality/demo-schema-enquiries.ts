// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { sent } from "./demo-schema.ts";
import { paragraph, slug } from "./schema.ts";

const title = z.string().trim().min(1).max(120);
const daysAfter = z.int().min(0).max(60);

/** What the named people asked, and what came of it. Days are working days after it was sent. */
export const enquiry = z.strictObject({
  key: slug,
  author: slug,
  area: slug,
  subject: title,
  text: paragraph,
  submitted: sent,
  phone: z
    .string()
    .regex(/^12 34 56 \d\d$/, "write a number that nobody has: 12 34 56 and two digits")
    .optional(),
  callWhen: z.string().max(200).optional(),
  acknowledgedAfter: daysAfter.optional(),
  answers: z
    .array(
      z.discriminatedUnion("status", [
        z.strictObject({ status: z.enum(["answered", "called"]), daysAfter, text: paragraph }),
        z.strictObject({ status: z.literal("investigating"), daysAfter, newInDays: z.int().min(1).max(60), text: paragraph }),
      ]),
    )
    .max(3)
    .optional(),
  missed: z.array(daysAfter).max(3).optional(),
  handOver: z.strictObject({ daysAfter, from: slug, to: slug }).optional(),
  note: z.strictObject({ daysAfter, text: paragraph }).optional(),
  proposal: z.strictObject({ daysAfter, title, text: paragraph, locality: slug }).optional(),
  /** The key of the same person's idea that it became. */
  became: z.strictObject({ idea: slug, askedAfter: daysAfter, saidAfter: daysAfter }).optional(),
  withdrawnAfterDays: z.int().min(0).max(30).optional(),
});
export type DemoEnquiry = z.output<typeof enquiry>;
