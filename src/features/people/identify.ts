// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Actor, Person, Role, RoleName } from "#platform/auth/actor.ts";
import { hashOfToken } from "#platform/auth/session.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Identify } from "#platform/feature.ts";

type Row = {
  id: string;
  name: string;
  demo: string | null;
  roles: { role: RoleName; committee: string | null }[];
  areas: { role: RoleName; area: string }[];
};

const rolesOf = (today: string) => sql`
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', role.role, 'committee', role.committee)), '[]')
       FROM people.role WHERE role.person = person.id AND role.from_day <= ${today}::date AND (role.until_day IS NULL OR role.until_day >= ${today}::date)) AS roles,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', part.role, 'area', part.area)), '[]')
       FROM (SELECT role, area FROM places.answers_for WHERE answers_for.person = person.id
             UNION ALL SELECT DISTINCT 'deputy', area FROM places.stands_in WHERE stands_in.person = person.id AND ${today}::date BETWEEN from_day AND until_day) AS part) AS areas`;

/** Who holds a session's token, with the roles that hold on this day of the municipality. One query; it changes nothing. */
export const identify: Identify = async (db, token, now) => {
  const { rows } = await sql<Row>`
    SELECT person.id, person.name, person.demo_key AS demo, ${rolesOf(localDayOf(now))}
    FROM platform.session JOIN people.person ON person.id = session.person
    WHERE session.token_hash = ${hashOfToken(token)} AND session.ended_at IS NULL AND session.expires_at > ${now}
      AND person.suspended_at IS NULL AND person.erased_at IS NULL`.execute(db);
  return rows[0] && holder(rows[0]);
};

function holder({ id, name, demo, roles, areas }: Row): { person: Person; roles: Role[] } {
  const given = roles.map(({ role, committee }): Role => (committee === null ? { role } : { role, committee }));
  return { person: { id, name, demo: demo ?? undefined }, roles: [...given, ...areas] };
}

/** A person as an actor, for jobs that look at the product with their eyes. */
export async function actorOf(db: Db | Tx, person: string, now: Date): Promise<Actor> {
  const { rows } = await sql<Row>`
    SELECT person.id, person.name, person.demo_key AS demo, ${rolesOf(localDayOf(now))}
    FROM people.person WHERE person.id = ${person}::uuid`.execute(db);
  if (!rows[0]) throw new Error("There is no such person");
  return { kind: "person", browser: "job", ...holder(rows[0]) };
}

/** One of the named people as an actor, for tests and for what the demo tells. */
export async function actorByKey(db: Db | Tx, key: string, now: Date): Promise<Actor> {
  const { rows } = await sql<Row>`
    SELECT person.id, person.name, person.demo_key AS demo, ${rolesOf(localDayOf(now))}
    FROM people.person WHERE person.demo_key = ${key}`.execute(db);
  if (!rows[0]) throw new Error(`Nobody in the demo is called "${key}"`);
  return { kind: "person", browser: `demo-${key}`, ...holder(rows[0]) };
}
