// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";
import { answeringOn, type Absence, type Answering, type Somebody } from "./absence.ts";
import { areasOf, type Area } from "./store.ts";

/** All absences that hold or held, first made first; who came back is left out. */
export const absencesOf = keep(["area", "person"], async (db): Promise<Absence[]> => {
  const rows = await db
    .selectFrom("places.absence as absence")
    .innerJoin("people.shown as person", "person.id", "absence.person")
    .leftJoin("people.shown as other", "other.id", "absence.stand_in")
    .select([
      "absence.id",
      "absence.person",
      "person.name",
      "absence.from_day",
      "absence.until_day",
      "absence.stand_in",
      "other.name as other",
    ])
    .where("absence.back_at", "is", null)
    .orderBy("absence.made_at")
    .orderBy("absence.stand_in")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: { id: row.person, name: row.name ?? "" },
    from: row.from_day,
    until: row.until_day,
    standIn: row.stand_in === null ? undefined : { id: row.stand_in, name: row.other ?? "" },
  }));
});

/**
 * Who answers for an area on a day: pages, mails and the workbench all ask here. In: the area's id, and a day or an instant.
 * Costs no query where areas and absences are kept in memory. An area that is not there has nobody.
 */
export async function answeringToday(db: Db | Tx, area: string, when: Date | LocalDay): Promise<Answering | undefined> {
  const [areas, absences] = await Promise.all([areasOf(db), absencesOf(db)]);
  const one = areas.find(({ id }) => id === area);
  return one && answeringOn(one, absences, localDayOf(when));
}

/** A thing of an area as letters speak of it: to, and in the name of, who answers today. In: its contact person as the area names them. */
export async function withAnswerer<T extends { area: string; contactPerson: string; contactName: string }>(
  db: Db | Tx,
  on: T,
  when: Date | LocalDay,
): Promise<T> {
  const answering = await answeringToday(db, on.area, when);
  return answering ? { ...on, contactPerson: answering.who.id, contactName: answering.who.name } : on;
}

/** The same of every area at once. */
export async function allAnsweringToday(db: Db | Tx, when: Date | LocalDay): Promise<(Answering & { area: Area })[]> {
  const [areas, absences] = await Promise.all([areasOf(db), absencesOf(db)]);
  return areas.map((area) => ({ area, ...answeringOn(area, absences, localDayOf(when)) }));
}

/** Who may be away or step in: whoever answers for an area, works for the municipality or is of the secretariat on this day. */
export async function colleaguesOf(db: Db | Tx, today: LocalDay): Promise<Somebody[]> {
  const { rows } = await sql<Somebody>`
    SELECT person.id, person.name FROM people.shown person WHERE NOT person.erased AND (
      person.id IN (SELECT answers_for.person FROM places.answers_for)
      OR person.id IN (SELECT role.person FROM people.shown_role role WHERE role.role IN ('secretariat', 'employee')
        AND role.from_day <= ${today}::date AND (role.until_day IS NULL OR role.until_day >= ${today}::date)))
    ORDER BY person.name COLLATE platform.danish, person.id`.execute(db);
  return rows;
}

type NewAbsence = {
  id: string;
  person: string;
  from: LocalDay;
  until: LocalDay;
  standIn: string | undefined;
  by: string;
  now: Date;
};

/** The database refuses two at the same time, and an area that nobody would answer for. */
export const addAbsence = (tx: Tx, { id, person, from, until, standIn, by, now }: NewAbsence): Promise<unknown> =>
  tx
    .insertInto("places.absence")
    .values({ id, person, from_day: from, until_day: until, stand_in: standIn ?? null, made_by: by, made_at: now })
    .execute();

export const endAbsence = (tx: Tx, id: string, { by, now }: { by: string; now: Date }): Promise<unknown> =>
  tx.updateTable("places.absence").set({ back_by: by, back_at: now }).where("id", "=", id).where("back_at", "is", null).execute();

/** Forgets absences that ended so many days ago. */
export const tidyAbsences = (db: Db, before: LocalDay): Promise<unknown> =>
  db.deleteFrom("places.absence").where("until_day", "<", before).execute();
