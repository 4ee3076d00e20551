// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Value } from "#platform/settings/setting.ts";
import { atHomeIn } from "#features/people/index.ts";

export const locality = (db: Db | Tx, id: string, lock: boolean): Promise<Value | undefined> =>
  db
    .selectFrom("places.locality")
    .select(["slug", "name", "postal_code as postalCode", "lat", "lon", "approximate"])
    .where("id", "=", id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

export async function putLocality(tx: Tx, id: string, value: Value): Promise<void> {
  const row = {
    slug: String(value["slug"]),
    name: String(value["name"]),
    postal_code: String(value["postalCode"]),
    lat: Number(value["lat"]),
    lon: Number(value["lon"]),
    approximate: value["approximate"] === true,
  };
  await tx
    .insertInto("places.locality")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

export const deleteLocality = (tx: Tx, id: string): Promise<unknown> => tx.deleteFrom("places.locality").where("id", "=", id).execute();

/** How many things, people and organisations are in a locality. */
export async function usesOfLocality(db: Db | Tx, id: string): Promise<number> {
  const { count } = await db
    .selectFrom("platform.thing")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("locality", "=", id)
    .executeTakeFirstOrThrow();
  return count + (await atHomeIn(db, id));
}

/** How much of each there is to decide on, from a day on. */
export async function placesToSet(db: Db | Tx, today: string): Promise<{ areas: number; localities: number; closedDays: number }> {
  const { rows } = await sql<{ areas: number; localities: number; closedDays: number }>`
    SELECT (SELECT count(*) FROM places.area WHERE successor IS NULL) AS areas, (SELECT count(*) FROM places.locality) AS localities,
      (SELECT count(*) FROM places.closed_day WHERE day >= ${today}) AS "closedDays"`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("A count has a row");
  return row;
}

export const closedDay = (db: Db | Tx, day: string, lock: boolean): Promise<Value | undefined> =>
  db
    .selectFrom("places.closed_day")
    .select(["day", "name", "name_en as nameEn"])
    .where("day", "=", day)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

export async function putClosedDay(tx: Tx, day: string, value: Value): Promise<void> {
  const row = { name: String(value["name"]), name_en: String(value["nameEn"]) };
  await tx
    .insertInto("places.closed_day")
    .values({ day, ...row })
    .onConflict((conflict) => conflict.column("day").doUpdateSet(row))
    .execute();
}

export const deleteClosedDay = (tx: Tx, day: string): Promise<unknown> =>
  tx.deleteFrom("places.closed_day").where("day", "=", day).execute();

export const closedDaysFrom = (db: Db | Tx, day: string): Promise<{ day: string; name: string; nameEn: string }[]> =>
  db.selectFrom("places.closed_day").select(["day", "name", "name_en as nameEn"]).where("day", ">=", day).orderBy("day").execute();

export async function localityIdBySlug(db: Db | Tx, slug: string): Promise<string | undefined> {
  const row = await db.selectFrom("places.locality").select("id").where("slug", "=", slug).executeTakeFirst();
  return row?.id;
}

export async function localityNameTaken(db: Db | Tx, id: string, name: string): Promise<boolean> {
  const row = await db.selectFrom("places.locality").select("id").where("name", "=", name).where("id", "<>", id).executeTakeFirst();
  return row !== undefined;
}
