// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { z } from "zod";
import type { Db, Tx } from "#platform/db/connect.ts";
import { staffOf } from "#features/people/index.ts";

/** An area as the secretariat edits it. */
export type AreaRow = {
  slug: string;
  name: string;
  nameEn: string;
  about: string;
  aboutEn: string;
  keywords: string[];
  contactPerson: string;
  deputy: string;
  phone: string;
  hours: string;
  hoursEn: string;
  acknowledgeDays: number;
  answerDays: number;
  /** Closed: who took over. */
  successor: string | null;
};

export const readArea = (db: Db | Tx, id: string, lock: boolean): Promise<AreaRow | undefined> =>
  db
    .selectFrom("places.area")
    .select([
      "slug",
      "name",
      "name_en as nameEn",
      "about",
      "about_en as aboutEn",
      "keywords",
      "contact_person as contactPerson",
      "deputy",
      "phone",
      "hours",
      "hours_en as hoursEn",
      "acknowledge_days as acknowledgeDays",
      "answer_days as answerDays",
      "successor",
    ])
    .where("id", "=", id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

const columns = (area: AreaRow) => ({
  slug: area.slug,
  name: area.name,
  name_en: area.nameEn,
  about: area.about,
  about_en: area.aboutEn,
  keywords: area.keywords,
  contact_person: area.contactPerson,
  deputy: area.deputy,
  phone: area.phone,
  hours: area.hours,
  hours_en: area.hoursEn,
  acknowledge_days: area.acknowledgeDays,
  answer_days: area.answerDays,
  successor: area.successor,
});

export const addArea = (tx: Tx, id: string, area: AreaRow): Promise<unknown> =>
  tx
    .insertInto("places.area")
    .values({ id, ...columns(area) })
    .execute();

/** Takes away an area that nothing lies in; what usually belonged there belongs nowhere. */
export async function deleteArea(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("places.moved_thing").where("area", "=", id).execute();
  await tx.deleteFrom("places.area").where("id", "=", id).execute();
}

/** Closed, it gives all that lies in it to its successor; reopened, it gets back what still lies there. */
export async function changeArea(tx: Tx, id: string, { next, before }: { next: AreaRow; before: AreaRow }): Promise<void> {
  await tx.updateTable("places.area").set(columns(next)).where("id", "=", id).execute();
  if (next.successor === before.successor) return;
  if (before.successor !== null) await takeBack(tx, id, before.successor);
  if (next.successor !== null) await giveAway(tx, id, next.successor);
}

const giveAway = (tx: Tx, from: string, to: string): Promise<unknown> =>
  sql`WITH moved AS (UPDATE platform.thing SET area = ${to} WHERE area = ${from} RETURNING id)
    INSERT INTO places.moved_thing (area, thing) SELECT ${from}, id FROM moved`.execute(tx);

const takeBack = (tx: Tx, to: string, from: string): Promise<unknown> =>
  sql`WITH lent AS (DELETE FROM places.moved_thing WHERE area = ${to} RETURNING thing)
    UPDATE platform.thing SET area = ${to} FROM lent WHERE thing.id = lent.thing AND thing.area = ${from}`.execute(tx);

/** An area that was closed, or is open again: whose hands its things were in, in whose they are, and which they are, oldest first. */
export type ChangedHands = { closed: boolean; from: Named; to: Named; things: { id: string; kind: string }[] };
type Named = { id: string; name: string; nameEn: string };

/** What an event `places.changed-hands` told of; undefined where it has been taken back since. */
export async function changedHands(db: Db | Tx, data: Record<string, unknown>): Promise<ChangedHands | undefined> {
  const said = handsData.safeParse(data).data;
  if (!said) return undefined;
  const areas = await db.selectFrom("places.area").select(["id", "name", "name_en as nameEn", "successor"]).execute();
  const find = (id: string) => areas.find((area) => area.id === id);
  const [area, from, to] = [find(said.area), find(said.from), find(said.to)];
  if (!area || !from || !to || (area.successor ?? area.id) !== to.id) return undefined;
  const closed = area.successor !== null;
  const things = await db
    .selectFrom("platform.thing as thing")
    .select(["thing.id", "thing.kind"])
    .where("thing.area", "=", to.id)
    .where("thing.withdrawn_at", "is", null)
    .$if(closed, (query) =>
      query.where("thing.id", "in", (eb) =>
        eb.selectFrom("places.moved_thing as moved").select("moved.thing").where("moved.area", "=", area.id),
      ),
    )
    .orderBy("thing.created_at")
    .orderBy("thing.id")
    .execute();
  return { closed, from, to, things };
}

const handsData = z.object({ area: z.uuid(), from: z.uuid(), to: z.uuid() });

/** How many things lie in an area, public or not. */
export async function thingsIn(db: Db | Tx, area: string): Promise<number> {
  const { count } = await db
    .selectFrom("platform.thing")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("area", "=", area)
    .executeTakeFirstOrThrow();
  return count;
}

/** Who can be chosen for an area: whoever works for the municipality or answers for an area already, with where we write to them. */
export async function peopleToChoose(db: Db | Tx): Promise<{ id: string; name: string; address: string }[]> {
  const rows = await db.selectFrom("places.area").select(["contact_person", "deputy"]).execute();
  return staffOf(db, [...new Set(rows.flatMap((row) => [row.contact_person, row.deputy]))]);
}

/** An area by its slug or by its name, also a closed one. */
export async function areaIdBySlug(db: Db | Tx, slug: string): Promise<string | undefined> {
  const row = await db.selectFrom("places.area").select("id").where("slug", "=", slug).executeTakeFirst();
  return row?.id;
}

/** Whether another has the name already. */
export async function areaNameTaken(db: Db | Tx, id: string, name: string): Promise<boolean> {
  const row = await db.selectFrom("places.area").select("id").where("name", "=", name).where("id", "<>", id).executeTakeFirst();
  return row !== undefined;
}

/** Every area, with who answers for it and how much lies in it; the closed ones too. One query. */
export const areasToSet = (db: Db | Tx) =>
  db
    .selectFrom("places.area as area")
    .innerJoin("people.shown as contact", "contact.id", "area.contact_person")
    .innerJoin("people.shown as deputy", "deputy.id", "area.deputy")
    .leftJoin("places.area as heir", "heir.id", "area.successor")
    .select((eb) => [
      "area.id",
      "area.slug",
      "area.name",
      "area.name_en as nameEn",
      "area.answer_days as answerDays",
      "contact.name as contactName",
      "deputy.name as deputyName",
      "heir.name as heirName",
      "heir.name_en as heirNameEn",
      eb
        .selectFrom("platform.thing as thing")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("thing.area", "=", "area.id")
        .as("things"),
    ])
    .orderBy("area.name")
    .execute();
