// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { day, line } from "#platform/forms/fields.ts";
import { operation, type Finder } from "#platform/operations/operation.ts";
import { invalid } from "#platform/operations/refusal.ts";
import { changeFields, changeSetting } from "#platform/settings/change.ts";
import type { Value } from "#platform/settings/setting.ts";
import { slugOf } from "#platform/text/slug.ts";
import { secretariat } from "./operations-area.ts";
import { closedDaySetting, localitySetting } from "./settings.ts";
import { closedDay, locality, localityIdBySlug } from "./store-settings.ts";

const seen = z.string().max(40).optional();

/** Degrees, with a comma or a point. */
const degrees = (min: number, max: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .max(20)
        .regex(/^\s*\d{1,3}([.,]\d{1,8})?\s*$/)
        .transform((typed) => Number(typed.trim().replace(",", "."))),
    ])
    .refine((value) => value >= min && value <= max, { params: { kind: "degrees" } });

const place = {
  name: line({ max: 80 }),
  postalCode: z
    .string()
    .max(20)
    .transform((typed) => typed.trim())
    .refine((typed) => /^\d{4}$/.test(typed), { params: { kind: "postal-code" } }),
  lat: degrees(54, 58),
  lon: degrees(7, 16),
};

export type LocalityToSet = Value & { id: string };
export const localityToSet: Finder<LocalityToSet> = {
  kind: "locality-setting",
  async find(db, reference, { lock }) {
    const id = await localityIdBySlug(db, reference);
    const row = id === undefined ? undefined : await locality(db, id, lock);
    return id !== undefined && row ? { ...row, id } : undefined;
  },
};

export const addLocality = operation({
  name: "places.add-locality",
  input: z.object(place),
  may: secretariat,
  audit: "locality.added",
  api: false,
  moves: localitySetting.moves,
  settings: true,
  async run({ input, ...act }) {
    const slug = slugOf(input.name).slice(0, 60);
    if (slug === "" || (await localityIdBySlug(act.tx, slug)) !== undefined) throw invalid({ name: "taken" });
    const key = act.ids.uuid();
    await changeSetting(act, localitySetting, { key, next: { ...input, slug, approximate: false } });
    act.note(key);
    return { reference: slug };
  },
});

export const changeLocality = operation({
  name: "places.change-locality",
  input: z.object(place).partial().extend({ seen }),
  on: localityToSet,
  may: secretariat,
  audit: "locality.changed",
  api: false,
  moves: localitySetting.moves,
  settings: true,
  async run({ on, input: { seen: version, ...fields }, ...act }) {
    await changeFields(act, localitySetting, { key: on.id, fields, seen: version });
    act.note(on.id);
    return {};
  },
});

/** Takes away a locality that nothing and nobody is in. */
export const removeLocality = operation({
  name: "places.remove-locality",
  input: z.object({}),
  on: localityToSet,
  may: secretariat,
  audit: "locality.removed",
  api: false,
  moves: localitySetting.moves,
  settings: true,
  async run({ on, ...act }) {
    await changeSetting(act, localitySetting, { key: on.id, next: undefined });
    act.note(on.id);
    return {};
  },
});

/** A day on which the municipality is closed: it does not count in new promises. */
export const addClosedDay = operation({
  name: "places.add-closed-day",
  input: z.object({ day: day(), name: line({ max: 80 }), nameEn: line({ max: 80 }) }),
  may: secretariat,
  audit: "closed-day.added",
  api: false,
  moves: closedDaySetting.moves,
  settings: true,
  async run({ input, ...act }) {
    if (await closedDay(act.tx, input.day, true)) throw invalid({ day: "taken" });
    await changeSetting(act, closedDaySetting, { key: input.day, next: input });
    return {};
  },
});

export const closedDayToSet: Finder<Value & { id: string }> = {
  kind: "closed-day-setting",
  async find(db, reference, { lock }) {
    const row = day().safeParse(reference).success ? await closedDay(db, reference, lock) : undefined;
    return row && { ...row, id: reference };
  },
};

export const removeClosedDay = operation({
  name: "places.remove-closed-day",
  input: z.object({}),
  on: closedDayToSet,
  may: secretariat,
  audit: "closed-day.removed",
  api: false,
  moves: closedDaySetting.moves,
  settings: true,
  async run({ on, ...act }) {
    await changeSetting(act, closedDaySetting, { key: on.id, next: undefined });
    return {};
  },
});
