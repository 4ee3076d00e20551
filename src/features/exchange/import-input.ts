// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { isLocalDay, localDayOf } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { atLeast, optionalText, text } from "#platform/forms/fields.ts";
import type { Columns } from "#platform/import/columns.ts";
import { foreignDay } from "#platform/import/foreign-day.ts";
import { invalid, type FieldErrors } from "#platform/operations/refusal.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { slugOf } from "#platform/text/slug.ts";
import { localitiesOf, suggestArea, wholeMunicipality, type Area } from "#features/places/index.ts";
import { suggestThemes, themesOf, type Theme } from "#features/themes/index.ts";
import type { ContributionType, PartyKind, PostKind } from "./post.ts";
import { isSlot, type Slot } from "./weekdays.ts";

/** What the columns of a foreign file may be called. */
export const columns: Columns = [
  { field: "externalId", names: ["nummer", "id", "externalId", "eksternt id", "external id", "reference"] },
  { field: "kind", names: ["slags", "kind", "art", "side"], required: true },
  { field: "title", names: ["titel", "title", "overskrift", "heading"], required: true },
  { field: "text", names: ["tekst", "text", "beskrivelse", "description", "body"], required: true },
  { field: "type", names: ["type", "contributionType", "contribution type", "bidrag"], required: true },
  { field: "where", names: ["sted", "locality", "lokalområde", "place", "by", "town"] },
  { field: "remote", names: ["hjemmefra", "remote"] },
  { field: "partyKind", names: ["hvem", "partyKind", "party kind", "aktørtype"] },
  { field: "partyName", names: ["navn", "partyName", "party name", "aktør"] },
  { field: "weekdays", names: ["ugedage", "weekdays", "tider", "times"] },
  { field: "themes", names: ["emner", "themes", "emne", "theme"] },
  { field: "createdAt", names: ["oprettet", "createdAt", "dato", "created", "date"] },
  { field: "expiresAt", names: ["udløber", "expiresAt", "expires"] },
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
  kind: text({ max: 40 }),
  title: atLeast(3, 120),
  text: atLeast(3, 6000),
  type: text({ max: 40 }),
  where: optionalText({ max: 80 }),
  remote: optionalText({ max: 10 }),
  partyKind: optionalText({ max: 40 }),
  partyName: optionalText({ max: 160 }),
  weekdays: optionalText({ max: 600 }),
  themes: optionalText({ max: 600 }),
  createdAt: foreignDay(),
  expiresAt: foreignDay(),
});

export type Line = z.output<typeof BroughtIn>;

/** A line with everything that it names found. */
export type Found = {
  kind: PostKind;
  type: ContributionType;
  partyKind: PartyKind;
  locality: string | undefined;
  remote: boolean;
  slots: Slot[];
  themes: Theme[];
  area: Area;
};

/** Looks up what a line names; throws what is wrong with it, all of it at once. */
export async function findAll(db: Db | Tx, line: Line, now: Date): Promise<Found> {
  const words = `${line.title}\n${line.text}`;
  const [localities, all, suggested] = await Promise.all([localitiesOf(db), themesOf(db), suggestThemes(db, words)]);
  const wanted = line.where === undefined ? wholeMunicipality : slugOf(line.where.replace(/^\d{4}\s+/, ""));
  const locality = localities.find(({ slug, name }) => slug === wanted || slugOf(name) === wanted);
  const named = listIn(line.themes).map((name) => all.find(({ key, name: of }) => key === slugOf(name) || slugOf(of.da) === slugOf(name)));
  const slots = listIn(line.weekdays);
  const kind = kindIn(line.kind);
  const type = meant(types, line.type);
  const partyKind = line.partyKind === undefined ? "citizen" : meant(parties, line.partyKind);
  const themes = named.length > 0 ? named.flatMap((theme) => theme ?? []) : suggested;
  const area = await suggestArea(db, { text: words, themes });
  const wrong: FieldErrors = {
    ...(kind ? {} : { kind: "unknown" }),
    ...(type ? {} : { type: "unknown" }),
    ...(partyKind ? {} : { partyKind: "unknown" }),
    ...(locality || wanted === wholeMunicipality ? {} : { where: "unknown" }),
    ...(slots.every(isSlot) ? {} : { weekdays: "unknown" }),
    ...(named.some((theme) => theme === undefined) ? { themes: "unknown" } : {}),
    ...((line.createdAt ?? "") > localDayOf(now) ? { createdAt: "future" } : {}),
  };
  if (!kind || !type || !partyKind || !area || Object.keys(wrong).length > 0) throw invalid(wrong);
  return {
    kind,
    type,
    partyKind,
    locality: locality?.id,
    remote: isYes(line.remote),
    slots: slots.filter(isSlot),
    themes: themes.slice(0, 3),
    area,
  };
}

/** A private person is known by the first name alone, also where a list says "Holm, Karen". Undefined where there is only a last name. */
export const firstNameIn = (typed: string): string | undefined => firstNameOf(typed.slice(typed.indexOf(",") + 1)) || undefined;

/** Whether a line offers or looks for something; undefined where it says neither. */
export const kindIn = (typed: string): PostKind | undefined => meant(kinds, typed);

const kinds: Record<PostKind, readonly string[]> = {
  offer: ["offer", "tilbud", "giver"],
  need: ["need", "efterlysning", "behov", "request", "ask", "soeger"],
};
const types: Record<ContributionType, readonly string[]> = {
  time: ["time", "tid"],
  skill: ["skill", "evne", "kunnen"],
  thing: ["thing", "ting"],
  space: ["space", "lokale", "sted"],
  knowledge: ["knowledge", "viden"],
  transport: ["transport", "koersel"],
  sponsorship: ["sponsorship", "sponsorat", "money-sponsor", "sponsor"],
  visit: ["visit", "besoeg", "aabne-doere"],
};
const parties: Record<PartyKind, readonly string[]> = {
  citizen: ["citizen", "borger", "person", "personal"],
  association: ["association", "forening"],
  business: ["business", "virksomhed", "company"],
  institution: ["institution", "public"],
  "local-council": ["local-council", "lokalraad"],
  group: ["group", "gruppe", "informal-group", "borgergruppe"],
  municipality: ["municipality", "kommune", "municipal-unit", "kommunal-enhed"],
};

const meant = <T extends string>(words: Record<T, readonly string[]>, typed: string): T | undefined => {
  const said = slugOf(typed.replaceAll("_", "-"));
  return (Object.keys(words) as T[]).find((one) => words[one].includes(said));
};

const isYes = (typed: string | undefined): boolean => ["true", "ja", "yes", "1", "x"].includes((typed ?? "").toLowerCase());

/** A JSON list, or words with commas or semicolons between. */
function listIn(typed: string | undefined): string[] {
  if (typed === undefined) return [];
  if (typed.startsWith("[")) {
    try {
      const read: unknown = JSON.parse(typed);
      return Array.isArray(read) ? read.map(String) : [typed];
    } catch {
      return [typed];
    }
  }
  return typed
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
