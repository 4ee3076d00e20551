// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Feature } from "#platform/feature.ts";
import { colour, email, line, optionalText, phone, tick, wholeNumber } from "#platform/forms/fields.ts";
import { operation, type Finder, type Operation } from "#platform/operations/operation.ts";
import { changeFields } from "#platform/settings/change.ts";
import type { Setting } from "#platform/settings/setting.ts";
import { mayBeOff, moduleSetting } from "./modules.ts";
import { identity, look, only, promises } from "./municipality.ts";
import { secretariat } from "./operations.ts";
import { ownText, textOf, type Text } from "./words.ts";

const seen = z.string().max(40).optional();

/** One part of the municipality's own facts. */
function ofMunicipality<Input extends z.ZodObject>(name: `settings.${string}`, setting: Setting, audit: string, input: Input): Operation {
  return operation({
    name,
    // What is not sent stays.
    input: input.partial().extend({ seen }),
    may: secretariat,
    audit,
    api: false,
    moves: setting.moves,
    settings: true,
    async run({ input: sent, ...act }) {
      const { seen: version, ...fields } = z.looseObject({ seen }).parse(sent);
      const parts = z.record(z.string(), z.union([z.string(), z.number()]).optional()).parse(fields);
      await changeFields(act, setting, { key: only, fields: parts, seen: version });
      return {};
    },
  });
}

export const changeIdentity = ofMunicipality(
  "settings.change-identity",
  identity,
  "municipality.named",
  z.object({ name: line({ max: 80 }), place: line({ max: 80 }), phone: phone(), email: email() }),
);

export const changePromises = ofMunicipality(
  "settings.change-deadlines",
  promises,
  "municipality.deadlines-changed",
  z.object({
    lookDays: wholeNumber({ min: 1, max: 30 }),
    acknowledgeDays: wholeNumber({ min: 1, max: 30 }),
    answerDays: wholeNumber({ min: 1, max: 90 }),
    remindDays: wholeNumber({ min: 1, max: 9 }),
  }),
);

export const changeLook = ofMunicipality(
  "settings.change-look",
  look,
  "municipality.look-changed",
  z.object({
    wordMark: line({ max: 30 }),
    beside: line({ max: 40 }),
    fjordLight: colour(),
    fjordDark: colour(),
    fjordTintLight: colour(),
    fjordTintDark: colour(),
    threadLight: colour(),
    threadDark: colour(),
    threadTintLight: colour(),
    threadTintDark: colour(),
  }),
);

/** A text by its slice and key. */
export const aText: Finder<Text> = { kind: "text-setting", find: (db, reference, { lock }) => textOf(db, reference, lock) };

/** Says a text in the municipality's own words; an empty field is as it was delivered. */
export const changeText = operation({
  name: "settings.change-text",
  input: z.object({ da: optionalText({ max: 2000 }), en: optionalText({ max: 2000 }), seen }),
  on: aText,
  may: secretariat,
  audit: "text.changed",
  api: false,
  moves: ownText.moves,
  settings: true,
  async run({ on, input, ...act }) {
    const own = (lang: "da" | "en"): string | null => (input[lang] === undefined || input[lang] === on.standard[lang] ? null : input[lang]);
    await changeFields(act, ownText, { key: on.reference, fields: { da: own("da"), en: own("en") }, seen: input.seen });
    return {};
  },
});

/** Switches a part of the site on or off. Those that others stand on are not there to be switched. */
export function switchOf(features: readonly Feature[]) {
  const setting = moduleSetting(features);
  const known = new Set(mayBeOff(features));
  return operation({
    name: "settings.switch-module",
    input: z.object({ on: tick() }),
    on: { kind: "module-setting", find: async (_db, reference) => (known.has(reference) ? { name: reference } : undefined) },
    may: secretariat,
    audit: "module.switched",
    api: false,
    moves: setting.moves,
    settings: true,
    async run({ on, input, ...act }) {
      await changeFields(act, setting, { key: on.name, fields: { on: input.on }, seen: undefined });
      return {};
    },
  });
}

export const ownSettings = (features: readonly Feature[]): Setting[] => [identity, promises, look, ownText, moduleSetting(features)];
