// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";

/** `kind`: association, business, institution, local-council, group or municipality. `locality`: its id, where it is at home. */
export type Organisation = { id: string; slug: string; name: string; kind: string; locality: string | null };

const organisations = (db: Db | Tx) =>
  db
    .selectFrom("people.organisation as organisation")
    .select(["organisation.id", "organisation.slug", "organisation.name", "organisation.kind", "organisation.locality"]);

/** Those that a person speaks for on a day, by name: one query. */
export const organisationsOf = (db: Db | Tx, person: string, today: LocalDay): Promise<Organisation[]> =>
  organisations(db)
    .where(sql<boolean>`people.speaks_for(${person}, organisation.id, ${today})`)
    .where("organisation.id", "in", (eb) => eb.selectFrom("people.membership").select("organisation").where("person", "=", person))
    .orderBy(sql`organisation.name COLLATE platform.danish`)
    .orderBy("organisation.id")
    .execute();

/** An organisation by its readable address, with what it says of itself. */
export const organisationBySlug = (db: Db | Tx, slug: string): Promise<(Organisation & { about: string; aboutEn: string }) | undefined> =>
  organisations(db)
    .select(["organisation.about", "organisation.about_en as aboutEn"])
    .where("organisation.slug", "=", slug)
    .executeTakeFirst();

/** Who speaks for an organisation on a day, longest first: one query. */
export async function speakersOf(db: Db | Tx, organisation: string, today: LocalDay): Promise<string[]> {
  const rows = await db
    .selectFrom("people.membership as membership")
    .select("membership.person")
    .where("membership.organisation", "=", organisation)
    .where("membership.part", "=", "speaks-for")
    .where(sql<boolean>`people.speaks_for(membership.person, membership.organisation, ${today})`)
    .groupBy("membership.person")
    .orderBy((eb) => eb.fn.min("membership.from_day"))
    .orderBy("membership.person")
    .execute();
  return rows.map(({ person }) => person);
}
