// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";

/** Whoever works for the municipality, and some others, with where we write to them: for the secretariat's forms. One query. */
export async function staffOf(db: Db | Tx, also: string[]): Promise<{ id: string; name: string; address: string }[]> {
  const { rows } = await sql<{ id: string; name: string; address: string }>`
    SELECT DISTINCT ON (person.name, person.id) person.id, person.name, mailbox.address
    FROM people.person JOIN people.mailbox ON mailbox.person = person.id
    WHERE person.erased_at IS NULL AND person.suspended_at IS NULL AND (person.id = ANY (${also}::uuid[]) OR EXISTS (
      SELECT FROM people.role WHERE role.person = person.id AND role.until_day IS NULL AND role.role IN ('employee', 'secretariat')))
    ORDER BY person.name, person.id, mailbox.confirmed_at`.execute(db);
  return rows;
}

/** How many persons and organisations are at home in a locality. */
export async function atHomeIn(db: Db | Tx, locality: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT (SELECT count(*) FROM people.person WHERE locality = ${locality}) + (SELECT count(*) FROM people.organisation WHERE locality = ${locality}) AS count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** How many roles are held on a day or later. */
export async function rolesFrom(db: Db | Tx, day: string): Promise<number> {
  const { count } = await db
    .selectFrom("people.role")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where((eb) => eb.or([eb("until_day", "is", null), eb("until_day", ">=", day)]))
    .executeTakeFirstOrThrow();
  return count;
}

export type RoleHeld = {
  id: string;
  person: string;
  name: string;
  role: string;
  committee: string | null;
  fromDay: string;
  untilDay: string | null;
};

const roles = (db: Db | Tx) =>
  db
    .selectFrom("people.role as role")
    .innerJoin("people.person as person", "person.id", "role.person")
    .select([
      "role.id",
      "role.person",
      "person.name",
      "role.role",
      "role.committee",
      "role.from_day as fromDay",
      "role.until_day as untilDay",
    ]);

/** Roles that are held on a day or later, by name. */
export const rolesHeld = (db: Db | Tx, day: string): Promise<RoleHeld[]> =>
  roles(db)
    .where((eb) => eb.or([eb("role.until_day", "is", null), eb("role.until_day", ">=", day)]))
    .orderBy("role.role")
    .orderBy("person.name")
    .orderBy("role.id")
    .execute();

export const roleById = (db: Db | Tx, id: string): Promise<RoleHeld | undefined> => roles(db).where("role.id", "=", id).executeTakeFirst();

/** Whether a person has a role already, on a day or later. */
export async function heldRole(
  db: Db | Tx,
  { person, role, committee, from }: { person: string; role: string; committee: string | null; from: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("people.role")
    .select("id")
    .where("person", "=", person)
    .where("role", "=", role)
    .where("committee", "is not distinct from", committee)
    .where((eb) => eb.or([eb("until_day", "is", null), eb("until_day", ">=", from)]))
    .executeTakeFirst();
  return row !== undefined;
}
