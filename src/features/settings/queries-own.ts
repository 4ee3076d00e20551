// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Feature } from "#platform/feature.ts";
import { optionalText } from "#platform/forms/fields.ts";
import { modulesOff } from "#platform/modules.ts";
import { query, type Query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import type { Setting, Value } from "#platform/settings/setting.ts";
import { roleToSet, rolesHeld } from "#features/people/index.ts";
import { areasOf, closedDaysFrom, closedDayToSet, localitiesOf, localityToSet, usesOfLocality } from "#features/places/index.ts";
import { themesOf, themeToSet } from "#features/themes/index.ts";
import { mayBeOff } from "./modules.ts";
import { identity, look, only, promises } from "./municipality.ts";
import { secretariat } from "./operations.ts";
import { aText } from "./operations-own.ts";
import { findTexts } from "./words.ts";

const nothing = z.object({});

const ofMunicipality = (name: `settings.${string}`, setting: Setting): Query<Value> =>
  query({
    name,
    input: nothing,
    may: secretariat,
    api: false,
    async run({ db }) {
      const value = await setting.read(db, only, false);
      if (!value) throw notFound();
      return value;
    },
  });

export const beforeIdentity = ofMunicipality("settings.before-identity", identity);
export const beforePromises = ofMunicipality("settings.before-deadlines", promises);
export const beforeLook = ofMunicipality("settings.before-look", look);

export const localities = query({
  name: "settings.localities",
  input: nothing,
  may: secretariat,
  api: false,
  run: async ({ db }) => ({ localities: await localitiesOf(db) }),
});

export const oneLocality = query({
  name: "settings.locality",
  input: nothing,
  on: localityToSet,
  may: secretariat,
  api: false,
  run: async ({ db, on }) => ({ value: on, uses: await usesOfLocality(db, on.id) }),
});

export const closedDays = query({
  name: "settings.closed-days",
  input: nothing,
  may: secretariat,
  api: false,
  run: async ({ db, now }) => ({ days: await closedDaysFrom(db, localDayOf(now)) }),
});

export const oneClosedDay = query({
  name: "settings.closed-day",
  input: nothing,
  on: closedDayToSet,
  may: secretariat,
  api: false,
  run: async ({ on }) => ({ value: on }),
});

export const allThemes = query({
  name: "settings.themes",
  input: nothing,
  may: secretariat,
  api: false,
  run: async ({ db }) => ({ themes: await themesOf(db) }),
});

/** One theme, or a new one: with what it can lie below, and where it usually belongs. */
export const oneTheme = query({
  name: "settings.theme",
  input: nothing,
  on: themeToSet,
  may: secretariat,
  api: false,
  async run({ db, on }) {
    const [all, areas] = await Promise.all([themesOf(db), areasOf(db)]);
    return { theme: on, tops: all.filter(({ parent, id }) => parent === null && id !== on.id), areas };
  },
});

export const beforeAddingTheme = query({
  name: "settings.before-adding-theme",
  input: nothing,
  may: secretariat,
  api: false,
  async run({ db }) {
    const [all, areas] = await Promise.all([themesOf(db), areasOf(db)]);
    return { theme: undefined, tops: all.filter(({ parent }) => parent === null), areas };
  },
});

export const allRoles = query({
  name: "settings.roles",
  input: nothing,
  may: secretariat,
  api: false,
  run: async ({ db, now }) => ({ roles: await rolesHeld(db, localDayOf(now)) }),
});

export const oneRole = query({
  name: "settings.role",
  input: nothing,
  on: roleToSet,
  may: secretariat,
  api: false,
  run: async ({ on }) => on,
});

export const oneText = query({ name: "settings.text", input: nothing, on: aText, may: secretariat, api: false, run: async ({ on }) => on });

/** So many texts on a page: more words find fewer. */
const mostTexts = 40;

export function ownQueriesOf(features: readonly Feature[], slices: readonly string[]) {
  const known = new Set(mayBeOff(features));
  return {
    texts: query({
      name: "settings.texts",
      input: z.object({ q: optionalText({ max: 100 }) }),
      may: secretariat,
      api: false,
      async run({ db, input }) {
        const words = input.q ?? "";
        const found = await findTexts(db, { words, slices: [...slices], most: mostTexts + 1 });
        return { words, texts: found.slice(0, mostTexts), more: found.length > mostTexts };
      },
    }),
    modules: query({
      name: "settings.modules",
      input: nothing,
      may: secretariat,
      api: false,
      async run({ db }) {
        const off = await modulesOff(db);
        return {
          optional: [...known].map((name) => ({ name, on: !off.has(name) })),
          core: features.filter(({ name, routes }) => !known.has(name) && routes.length > 0).map(({ name }) => name),
        };
      },
    }),
    oneModule: query({
      name: "settings.module",
      input: nothing,
      on: { kind: "module-setting", find: async (_db, reference) => (known.has(reference) ? { name: reference } : undefined) },
      may: secretariat,
      api: false,
      run: async ({ db, on }) => ({ name: on.name, on: !(await modulesOff(db)).has(on.name) }),
    }),
  };
}
