// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { Value } from "#platform/settings/setting.ts";

/** A theme as the secretariat edits it. */
export type ThemeRow = {
  key: string;
  parent: string | null;
  name: string;
  nameEn: string;
  pattern: string;
  area: string | null;
  words: string[];
  wordsEn: string[];
};

export async function readTheme(db: Db | Tx, id: string, lock: boolean): Promise<ThemeRow | undefined> {
  const row = await db
    .selectFrom("themes.theme")
    .select(["key", "parent", "name", "name_en as nameEn", "pattern", "default_area as area"])
    .where("id", "=", id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return undefined;
  const words = await db.selectFrom("themes.synonym").select(["lang", "word"]).where("theme", "=", id).orderBy("word").execute();
  const of = (lang: Lang): string[] => words.filter((word) => word.lang === lang).map(({ word }) => word);
  return { ...row, words: of("da"), wordsEn: of("en") };
}

export async function putTheme(tx: Tx, id: string, value: Value): Promise<void> {
  const theme = value as unknown as ThemeRow;
  const row = {
    key: theme.key,
    parent: theme.parent,
    name: theme.name,
    name_en: theme.nameEn,
    pattern: theme.pattern,
    default_area: theme.area,
  };
  await tx
    .insertInto("themes.theme")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await putWords(tx, id, { da: theme.words, en: theme.wordsEn });
}

/** The words a theme is known by, in place of those it had. */
export async function putWords(tx: Tx, theme: string, words: Record<Lang, readonly string[]>): Promise<void> {
  await tx.deleteFrom("themes.synonym").where("theme", "=", theme).execute();
  const rows = (["da", "en"] as const).flatMap((lang) => [...new Set(words[lang])].map((word) => ({ theme, lang, word })));
  if (rows.length > 0) await tx.insertInto("themes.synonym").values(rows).execute();
}

export const deleteTheme = (tx: Tx, id: string): Promise<unknown> => tx.deleteFrom("themes.theme").where("id", "=", id).execute();

/** How many things and lower themes hang on a theme. */
export async function usesOfTheme(db: Db | Tx, id: string): Promise<{ things: number; below: number }> {
  const { rows } = await sql<{ things: number; below: number }>`
    SELECT (SELECT count(*) FROM platform.thing_theme WHERE theme = ${id}) AS things, (SELECT count(*) FROM themes.theme WHERE parent = ${id}) AS below`.execute(
    db,
  );
  return rows[0] ?? { things: 0, below: 0 };
}

export async function themeIdByKey(db: Db | Tx, key: string): Promise<string | undefined> {
  const row = await db.selectFrom("themes.theme").select("id").where("key", "=", key).executeTakeFirst();
  return row?.id;
}
