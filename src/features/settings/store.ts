// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { SettingChange } from "#platform/settings/setting.ts";
import { rolesFrom } from "#features/people/index.ts";
import { placesToSet } from "#features/places/index.ts";
import { themesOf } from "#features/themes/index.ts";
import type { Names } from "./history-words.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What the ids in some changes are called now: persons, areas, and whose a role is. One query. */
export async function namesIn(db: Db, changes: readonly SettingChange[]): Promise<Names> {
  const ids = [
    ...new Set(
      changes.flatMap(({ key, before, after }) =>
        [key, ...Object.values(before ?? {}), ...Object.values(after ?? {})].filter(
          (part): part is string => typeof part === "string" && uuid.test(part),
        ),
      ),
    ),
  ];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; da: string; en: string }>`
    SELECT id, name AS da, name AS en FROM people.shown WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name, name_en FROM places.shown_area WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT role.id, person.name, person.name FROM people.shown_role role JOIN people.shown person ON person.id = role.person WHERE role.id = ANY (${ids}::uuid[])`.execute(
    db,
  );
  const names = new Map<string, Record<Lang, string>>(rows.map(({ id, da, en }) => [id, { da, en }]));
  // A role that is gone is known by its change.
  for (const { kind, key, before, after } of changes) {
    const person = after?.["person"] ?? before?.["person"];
    const named = typeof person === "string" ? names.get(person) : undefined;
    if (kind === "role" && !names.has(key) && named) names.set(key, named);
  }
  return names;
}

export type Counts = { areas: number; localities: number; closedDays: number; themes: number; roles: number; texts: number; off: number };

/** How much there is of each, on a day. */
export async function countsOf(db: Db, today: string): Promise<Counts> {
  const [places, themes, roles, own] = await Promise.all([placesToSet(db, today), themesOf(db), rolesFrom(db, today), ownOf(db)]);
  return { ...places, themes: themes.length, roles, ...own };
}

async function ownOf(db: Db): Promise<{ texts: number; off: number }> {
  const { rows } = await sql<{ texts: number; off: number }>`
    SELECT (SELECT count(*) FROM platform.text_override) AS texts, (SELECT count(*) FROM platform.module_off) AS off`.execute(db);
  return rows[0] ?? { texts: 0, off: 0 };
}
