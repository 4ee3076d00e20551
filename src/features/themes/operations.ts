// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { choice, line, words } from "#platform/forms/fields.ts";
import type { Tx } from "#platform/db/connect.ts";
import { operation, type Finder } from "#platform/operations/operation.ts";
import { invalid } from "#platform/operations/refusal.ts";
import { withRole } from "#platform/operations/rule.ts";
import { changeFields, changeSetting } from "#platform/settings/change.ts";
import { slugOf } from "#platform/text/slug.ts";
import { areaBySlug } from "#features/places/index.ts";
import { themeSetting } from "./settings.ts";
import { readTheme, themeIdByKey, usesOfTheme, type ThemeRow } from "./store-settings.ts";

const secretariat = withRole("secretariat");

export type ThemeToSet = ThemeRow & { id: string; things: number; below: number };
export const themeToSet: Finder<ThemeToSet> = {
  kind: "theme-setting",
  async find(db, reference, { lock }) {
    const id = await themeIdByKey(db, reference);
    const row = id === undefined ? undefined : await readTheme(db, id, lock);
    return id !== undefined && row ? { ...row, id, ...(await usesOfTheme(db, id)) } : undefined;
  },
};

const shape = {
  name: line({ max: 80 }),
  nameEn: line({ max: 80 }),
  words: words({ most: 100, longest: 40 }),
  wordsEn: words({ most: 100, longest: 40 }),
};
// By slug and key, so that a form need not know ids. "": none.
const places = { parent: choice(80), area: choice(80) };

async function placed(tx: Tx, { parent, area }: { parent?: string | undefined; area?: string | undefined }) {
  const above = parent === undefined ? null : await themeIdByKey(tx, parent);
  if (above === undefined) throw invalid({ parent: "wrong" });
  const usual = area === undefined ? null : (await areaBySlug(tx, area))?.id;
  if (usual === undefined) throw invalid({ area: "wrong" });
  return { parent: above, area: usual };
}

export const changeTheme = operation({
  name: "themes.change",
  input: z.object({ ...shape, ...places, seen: z.string().max(40).optional() }),
  on: themeToSet,
  may: secretariat,
  audit: "theme.changed",
  api: false,
  moves: themeSetting.moves,
  settings: true,
  async run({ on, input: { seen, parent, area, ...fields }, ...act }) {
    await changeFields(act, themeSetting, { key: on.id, fields: { ...fields, ...(await placed(act.tx, { parent, area })) }, seen });
    act.note(on.id);
    return {};
  },
});

export const addTheme = operation({
  name: "themes.add",
  input: z.object({ ...shape, ...places }),
  may: secretariat,
  audit: "theme.added",
  api: false,
  moves: themeSetting.moves,
  settings: true,
  async run({ input: { parent, area, ...fields }, ...act }) {
    const key = slugOf(fields.name).slice(0, 60);
    if (key === "" || (await themeIdByKey(act.tx, key)) !== undefined) throw invalid({ name: "taken" });
    const at = await placed(act.tx, { parent, area });
    const above = at.parent === null ? undefined : await readTheme(act.tx, at.parent, true);
    const id = act.ids.uuid();
    await changeSetting(act, themeSetting, { key: id, next: { key, ...fields, ...at, pattern: above?.pattern ?? "basket" } });
    act.note(id);
    return { reference: key };
  },
});

/** Takes away a theme that nothing is about and that has none below it. */
export const removeTheme = operation({
  name: "themes.remove",
  input: z.object({}),
  on: themeToSet,
  may: secretariat,
  audit: "theme.removed",
  api: false,
  moves: themeSetting.moves,
  settings: true,
  async run({ on, ...act }) {
    await changeSetting(act, themeSetting, { key: on.id, next: undefined });
    act.note(on.id);
    return {};
  },
});
