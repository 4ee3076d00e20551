// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import type { Tx } from "#platform/db/connect.ts";
import { loadMunicipality } from "#platform/municipality/load.ts";
import type { Theme } from "#platform/municipality/schema.ts";
import type { World } from "#platform/operations/world.ts";
import { root } from "#platform/root.ts";
import { followFiles } from "#platform/settings/follow-files.ts";
import { areasOf } from "#features/places/index.ts";
import { spokenThemes } from "./store.ts";
import { putWords } from "./store-settings.ts";

/**
 * Puts the themes and their synonyms in place. Repeatable: what the municipality has changed or taken away stays as it left it;
 * the rest follows the folder. An area that a theme lacked, because there were none yet, is added.
 */
export async function load(world: World): Promise<void> {
  const { themes } = loadMunicipality(join(root, "municipalities", world.config.municipality));
  await world.write.transaction().execute(async (tx) => {
    const areas = new Map((await areasOf(tx)).map(({ slug, id }) => [slug, id]));
    const rows = await spokenThemes(tx);
    const ids = new Map(rows.map(({ key, id }) => [key, id]));
    // The upper level first: the lower one refers to it.
    const inOrder = themes.toSorted((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
    await followFiles(
      tx,
      "theme",
      inOrder.map((theme) => {
        const row = rows.find(({ key }) => key === theme.key);
        const { key, synonyms, area: _, ...file } = theme;
        const parent = (): string | undefined => (theme.parent === null ? undefined : ids.get(theme.parent));
        return {
          key,
          file: { ...file, words: sorted([...synonyms.da, ...synonyms.en]) },
          now: row && {
            da: row.name.da,
            en: row.name.en,
            pattern: row.pattern,
            parent: rows.find(({ id }) => id === row.parent)?.key ?? null,
            words: sorted(row.synonyms),
          },
          add: async () => void ids.set(key, await addTheme(world, tx, theme, { area: areas.get(theme.area), parent: parent() })),
          follow: async () => {
            if (!row) return;
            const { da: name, en: name_en, pattern } = theme;
            await tx
              .updateTable("themes.theme")
              .set({ name, name_en, pattern, parent: parent() ?? null })
              .where("id", "=", row.id)
              .execute();
            await putWords(tx, row.id, synonyms);
          },
        };
      }),
    );
    for (const theme of themes) await fillArea(tx, theme.key, areas.get(theme.area));
  });
}

const sorted = (words: readonly string[]): string[] => words.toSorted((a, b) => (a < b ? -1 : 1));

async function addTheme(
  { ids }: World,
  tx: Tx,
  { key, da, en, pattern, synonyms }: Theme,
  { area, parent }: { area: string | undefined; parent: string | undefined },
): Promise<string> {
  const id = ids.uuid();
  await tx
    .insertInto("themes.theme")
    .values({ id, key, parent: parent ?? null, name: da, name_en: en, pattern, default_area: area ?? null })
    .execute();
  await putWords(tx, id, synonyms);
  return id;
}

async function fillArea(tx: Tx, key: string, area: string | undefined): Promise<void> {
  if (area !== undefined)
    await tx.updateTable("themes.theme").set({ default_area: area }).where("key", "=", key).where("default_area", "is", null).execute();
}
