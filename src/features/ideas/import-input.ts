// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { isLocalDay, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { atLeast, optionalEmail, optionalText, text } from "#platform/forms/fields.ts";
import type { Columns } from "#platform/import/columns.ts";
import { foreignDay } from "#platform/import/foreign-day.ts";
import { invalid, type FieldErrors } from "#platform/operations/refusal.ts";
import { slugOf } from "#platform/text/slug.ts";
import { areasOf, localitiesOf, suggestArea, type Area, wholeMunicipality } from "#features/places/index.ts";
import { suggestThemes, type Theme } from "#features/themes/index.ts";
import type { FinalStatus } from "./idea.ts";
import { texts } from "./texts.ts";

/** What the columns of a foreign file may be called. */
export const columns: Columns = [
  { field: "externalId", names: ["nummer", "id", "externalId", "eksternt id", "external id", "reference", "sag"] },
  { field: "title", names: ["titel", "title", "overskrift", "emne", "heading", "subject"], required: true },
  { field: "text", names: ["tekst", "text", "beskrivelse", "description", "indhold", "body", "forslag"], required: true },
  { field: "where", names: ["sted", "locality", "lokalområde", "place", "by", "town"] },
  { field: "area", names: ["område", "area", "forvaltning", "department", "forvaltningsområde"] },
  { field: "email", names: ["e-mail", "email", "mail", "mailadresse"] },
  { field: "writtenOn", names: ["indsendt", "createdAt", "dato", "oprettet", "created", "date", "submitted"] },
  { field: "status", names: ["status", "afgørelse", "decision"] },
  { field: "answer", names: ["svar", "answer", "begrundelse", "reply", "reason"] },
  { field: "answeredOn", names: ["besvaret", "answeredAt", "svaret den", "answered"] },
  { field: "possibleIf", names: ["hvad skulle der til", "possibleIf", "possible if"] },
  { field: "nextStep", names: ["næste skridt", "nextStep", "next step"] },
];

/** One line of a foreign file. */
export const BroughtIn = z.object({
  source: text({ max: 120 }),
  externalId: text({ max: 200 }),
  fetchedOn: z
    .string()
    .max(10)
    .refine(isLocalDay, { params: { kind: "day" } }),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  title: atLeast(3, 120),
  text: atLeast(10, 6000),
  where: optionalText({ max: 80 }),
  area: optionalText({ max: 120 }),
  email: optionalEmail(),
  writtenOn: foreignDay(),
  status: optionalText({ max: 60 }),
  answer: optionalText({ max: 4000 }),
  answeredOn: foreignDay(),
  possibleIf: optionalText({ max: 1000 }),
  nextStep: optionalText({ max: 1000 }),
});

export type Line = z.output<typeof BroughtIn>;

export type OldAnswer = {
  status: FinalStatus;
  reason: string;
  on: LocalDay | undefined;
  possibleIf: string | undefined;
  nextStep: string | undefined;
};

/** A line with everything that it names found. */
export type Found = { locality: string | undefined; area: Area; themes: Theme[]; answer: OldAnswer | undefined };

/** Looks up what a line names; throws what is wrong with it, all of it at once. */
export async function findAll(db: Db | Tx, line: Line, now: Date): Promise<Found> {
  const [localities, areas, themes] = await Promise.all([localitiesOf(db), areasOf(db), suggestThemes(db, `${line.title}\n${line.text}`)]);
  const wanted = line.where === undefined ? wholeMunicipality : slugOf(line.where.replace(/^\d{4}\s+/, ""));
  const locality = localities.find(({ slug, name }) => slug === wanted || slugOf(name) === wanted);
  const area =
    line.area === undefined
      ? await suggestArea(db, { text: `${line.title}\n${line.text}`, themes })
      : areas.find(({ slug, name, nameEn }) => [slug, slugOf(name), slugOf(nameEn)].includes(slugOf(line.area ?? "")));
  const { answer, errors } = answerIn(line);
  const today = localDayOf(now);
  const wrong: FieldErrors = {
    ...(locality || wanted === wholeMunicipality ? {} : { where: "unknown" }),
    ...(area ? {} : { area: "unknown" }),
    ...((line.writtenOn ?? "") > today ? { writtenOn: "future" } : {}),
    ...((line.answeredOn ?? "") > today ? { answeredOn: "future" } : {}),
    ...errors,
  };
  if (!area || Object.keys(wrong).length > 0) throw invalid(wrong);
  return { locality: locality?.id, area, themes, answer };
}

const open = [
  "modtaget",
  "ny",
  "aaben",
  "venter",
  "venter-paa-svar",
  "vi-undersoeger",
  "i-gang",
  "received",
  "new",
  "open",
  "waiting",
  "investigating",
  "in-progress",
];
const final: Record<FinalStatus, readonly string[]> = {
  "we-do-it": ["we-do-it", "vi-goer-det", "ja", "godkendt", "gennemfoert", "accepted", "done", "yes"],
  "you-do-we-help": ["you-do-we-help", "i-goer-det-vi-hjaelper", "samskabelse", "you-do-it-we-help"],
  "not-possible": ["not-possible", "det-kan-ikke-lade-sig-goere", "kan-ikke-lade-sig-goere", "nej", "afvist", "rejected", "declined", "no"],
  // Which idea it went into cannot be told by a number of another system.
  "part-of": [],
};

/** The words that a file may say a status with. */
export const knownStatuses = [...open, ...Object.values(final).flat()];

/** An old answer is final. One that was still being looked into comes in without one, and gets its days from today. */
function answerIn({ status, answer: reason, answeredOn: on, possibleIf, nextStep }: Line): {
  answer: OldAnswer | undefined;
  errors: FieldErrors;
} {
  const none = { answer: undefined, errors: {} };
  const said = slugOf(status ?? "");
  if (said === "") return reason === undefined ? none : { ...none, errors: { status: "required" } };
  if (open.includes(said)) return none;
  const found = Object.entries(final).find(([, words]) => words.includes(said))?.[0] as FinalStatus | undefined;
  if (found === undefined) return { ...none, errors: { status: "unknown" } };
  if (reason === undefined) return { ...none, errors: { answer: "required" } };
  if (found !== "not-possible") return { answer: { status: found, reason, on, nextStep, possibleIf: undefined }, errors: {} };
  const t = texts("da");
  return {
    answer: { status: found, reason, on, possibleIf: possibleIf ?? t("import.possible-if"), nextStep: nextStep ?? t("import.next-step") },
    errors: {},
  };
}
