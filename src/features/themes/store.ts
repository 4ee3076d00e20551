// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { isWeave } from "#design/index.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";
import { bestThemes, type SpokenTheme, type Theme } from "./theme.ts";

type Row = { id: string; key: string; parent: string | null; name: string; name_en: string; pattern: string; default_area: string | null };

const theme = ({ id, key, parent, name, name_en, pattern, default_area }: Row): Theme => ({
  id,
  key,
  parent,
  name: { da: name, en: name_en },
  area: default_area,
  // The database knows the same six.
  pattern: isWeave(pattern) ? pattern : "basket",
});

/** All themes of both levels, in the order they were loaded. */
export const themesOf = keep(["theme"], async (db): Promise<Theme[]> =>
  (await db.selectFrom("themes.theme").selectAll().orderBy("id").execute()).map(theme),
);

/** The upper level alone, in Danish order. */
export const topThemes = keep(["theme"], async (db): Promise<Theme[]> => {
  const rows = await db
    .selectFrom("themes.theme")
    .selectAll()
    .where("parent", "is", null)
    .orderBy(sql`name COLLATE platform.danish`)
    .execute();
  return rows.map(theme);
});

/** All themes with the words they are known by. */
export const spokenThemes = keep(["theme"], async (db): Promise<SpokenTheme[]> => {
  const { rows } = await sql<Row & { synonyms: string[] }>`
    SELECT theme.*, ARRAY(SELECT word FROM themes.synonym WHERE synonym.theme = theme.id) AS synonyms
    FROM themes.theme ORDER BY theme.id`.execute(db);
  return rows.map((row) => ({ ...theme(row), synonyms: row.synonyms }));
});

/** What a text is about: at most three themes, best first. */
export const suggestThemes = async (db: Db | Tx, text: string, most = 3): Promise<Theme[]> =>
  bestThemes(await spokenThemes(db), text, most);

/** The themes of many things, in the themes' own order. One query. */
export async function themesOfThings(db: Db | Tx, things: string[]): Promise<Map<string, Theme[]>> {
  if (things.length === 0) return new Map();
  const rows = await db
    .selectFrom("platform.thing_theme as tie")
    .innerJoin("themes.theme as theme", "theme.id", "tie.theme")
    .select("tie.thing")
    .selectAll("theme")
    .where("tie.thing", "in", things)
    .orderBy("theme.id")
    .execute();
  return new Map([...Map.groupBy(rows, (row) => row.thing)].map(([thing, of]) => [thing, of.map(theme)]));
}
