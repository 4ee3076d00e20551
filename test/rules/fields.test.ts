// SPDX-License-Identifier: EUPL-1.2
// CPR numbers are refused in every free text (docs/privacy): every field of every operation is tried with one.
import assert from "node:assert/strict";
import test from "node:test";
import { z } from "zod";
import { allFeatures } from "#app/features.ts";
import { text } from "#platform/forms/fields.ts";
import type { Operation } from "#platform/operations/operation.ts";

/** What is looked up and never kept as it was typed. Each says where. */
const lookedUp: Record<string, string> = {
  "newsletter.confirm token": "found by its hash",
  "newsletter.stop-from-mail token": "found by its hash",
  "settings.change-identity seen": "compared with what stands there",
  "settings.change-deadlines seen": "compared with what stands there",
  "settings.change-look seen": "compared with what stands there",
  "settings.change-text seen": "compared with what stands there",
  "themes.change seen": "compared with what stands there",
  "places.change-area seen": "compared with what stands there",
  "places.name-area-people seen": "compared with what stands there",
  "places.close-area seen": "compared with what stands there",
  "places.change-locality seen": "compared with what stands there",

  "ideas.submit where": "one of the localities",
  "ideas.submit area": "one of the areas",
  "ideas.edit where": "one of the localities",
  "ideas.fork where": "one of the localities",
  "ideas.fork area": "one of the areas",
  "ideas.hand-over area": "one of the areas",
  "upcoming.draft where": "one of the localities",
  "upcoming.draft area": "one of the areas",
  "upcoming.draft committee": "one of the committees",
  "upcoming.edit where": "one of the localities",
  "upcoming.edit area": "one of the areas",
  "upcoming.edit committee": "one of the committees",
  "ideas.claim code": "compared by its hash",
  "ideas.confirm token": "compared by its hash",
  "feedback.answer-from-mail token": "compared by its hash",
  "people.ask-to-log-in back": "one of our own addresses",
  "enquiries.send area": "one of the areas",
  "enquiries.hand-over area": "one of the areas",
  "enquiries.ask-for-idea where": "one of the localities",
  "enquiries.say-yes where": "one of the localities",
  "enquiries.say-yes-by-link where": "one of the localities",
  "enquiries.confirm token": "compared by its hash",
  "enquiries.claim code": "compared by its hash",
  "enquiries.say-yes-by-link token": "compared by its hash",
  "enquiries.say-no-by-link token": "compared by its hash",
  "people.log-in-with-link token": "compared by its hash",
  "people.step-into who": "one of the demo's people",
  "dialogue.confirm-following token": "compared by its hash",
  "workbench.stop-mornings token": "compared by its hash",
  "upcoming.stop-invitations token": "compared by its hash",
  "newsletter.stop-comments-from-mail token": "compared by its hash",
  "dialogue.stop-from-mail token": "compared by its hash",
  "dialogue.confirm-support token": "compared by its hash",
  "dialogue.take-back-support-from-mail token": "compared by its hash",
  "exchange.submit where": "one of the places",
  "exchange.submit organisation": "one that the writer speaks for",
  "exchange.edit where": "one of the places",
  "exchange.introduce organisation": "one that the writer speaks for",
  "exchange.register-help organisation": "one that the writer speaks for",
  "exchange.save-profile for": "one that the writer speaks for",
  "exchange.remove-profile for": "one that the writer speaks for",
  "exchange.confirm token": "compared by its hash",
  "exchange.renew-by-link token": "compared by its hash",
  "exchange.claim code": "compared by its hash",
};

const operations = [...allFeatures().operations.values()];

test("no operation takes a CPR number in a text that it keeps", () => {
  const fields = operations.flatMap((operation) => Object.keys(operation.input.shape));
  assert.ok(fields.length >= 20, `only ${fields.length} fields were tried`);
  assert.deepEqual(
    operations.flatMap((operation) => takesCpr(operation.name, operation.input)),
    [],
  );
});

test("nothing is excused that is no field any more", () => {
  const known = operations.flatMap(({ name, input }) => Object.keys(input.shape).map((field) => `${name} ${field}`));
  assert.deepEqual(
    Object.keys(lookedUp).filter((field) => !known.includes(field)),
    [],
  );
});

test("every field that takes free text has its longest length", () => {
  assert.deepEqual(
    operations.flatMap((operation) => endless(operation.name, operation.input)),
    [],
  );
});

test("red: a text field that was not made by the forms is found", () => {
  const bare = z.object({ title: z.string(), note: text({ max: 100 }), more: z.array(z.string().max(60)), way: z.enum(["a", "b"]) });
  assert.deepEqual(takesCpr("x.y", bare), ["x.y title", "x.y more"]);
  assert.deepEqual(endless("x.y", bare), ["x.y title"]);
});

const numbers = ["010190-1234", "Mit nummer er 0101901234, tak", ["010190-1234"]];
// Kept only where it is one of a list in the database: the store looks it up.
const chosen = new Set(["choice", "choices"]);

const takesCpr = (name: Operation["name"], input: z.ZodObject): string[] =>
  Object.entries(input.shape)
    .filter(
      ([field, schema]) =>
        !(`${name} ${field}` in lookedUp) && !chosen.has(fieldKind(schema)) && numbers.some((number) => accepts(schema, number)),
    )
    .map(([field]) => `${name} ${field}`);

const endless = (name: Operation["name"], input: z.ZodObject): string[] =>
  Object.entries(input.shape)
    .filter(([, schema]) => accepts(schema, "a ".repeat(100_000)) || accepts(schema, "a".repeat(200_000)))
    .map(([field]) => `${name} ${field}`);

const accepts = (schema: unknown, value: unknown): boolean => schema instanceof z.ZodType && schema.safeParse(value).success;

function fieldKind(schema: unknown): string {
  const meta = schema instanceof z.ZodType ? schema.meta() : undefined;
  const field = meta?.["field"];
  return typeof field === "string" ? field : "";
}
