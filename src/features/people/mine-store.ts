// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

export type MyThing = { id: string; kind: string; reference: string; title: string; visibility: string; withdrawn: boolean; at: Date };
export type Mine = {
  mailboxes: string[];
  organisations: { name: string; kind: string; part: string }[];
  areas: { name: string; part: string }[];
  things: MyThing[];
  follows: MyThing[];
};

/** How many things my page shows of a sort; what is older is found in the lists. */
const most = 50;

/** Everything on a person's own page: four queries, whatever they have. In: the day that memberships are judged on. */
export async function mineOf(db: Db, person: string, { today, lang }: { today: string; lang: Lang }): Promise<Mine> {
  const [mailboxes, organisations, areas, things] = await Promise.all([
    mailboxesOf(db, person),
    membershipsOf(db, person, today),
    areasOf(db, person, lang),
    thingsOf(db, person),
  ]);
  return {
    mailboxes,
    organisations,
    areas,
    things: things.filter((thing) => thing.mine).map(plain),
    follows: things.filter((thing) => !thing.mine).map(plain),
  };
}

const plain = ({ mine: _, ...thing }: MyThing & { mine: boolean }): MyThing => thing;

async function mailboxesOf(db: Db, person: string): Promise<string[]> {
  const rows = await db.selectFrom("people.mailbox").select("address").where("person", "=", person).orderBy("confirmed_at").execute();
  return rows.map((row) => row.address);
}

/** Those that a person is in on a day, and whether they may speak for them. */
export const membershipsOf = (db: Db, person: string, today: string): Promise<{ name: string; kind: string; part: string }[]> =>
  db
    .selectFrom("people.membership as membership")
    .innerJoin("people.organisation as organisation", "organisation.id", "membership.organisation")
    .select(["organisation.name", "organisation.kind", "membership.part"])
    .where("membership.person", "=", person)
    .where("membership.from_day", "<=", today)
    .where((eb) => eb.or([eb("membership.until_day", "is", null), eb("membership.until_day", ">=", today)]))
    .orderBy("organisation.name")
    .execute();

async function areasOf(db: Db, person: string, lang: Lang): Promise<{ name: string; part: string }[]> {
  const rows = await db
    .selectFrom("places.answers_for as part")
    .innerJoin("places.shown_area as area", "area.id", "part.area")
    .select(["area.name", "area.name_en", "part.role"])
    .where("part.person", "=", person)
    .orderBy("area.name")
    .execute();
  return rows.map(({ name, name_en, role }) => ({ name: (lang === "en" ? name_en : name) ?? "", part: role ?? "" }));
}

/** What the person made, whatever its state, and what of the public they follow: newest first. */
async function thingsOf(db: Db, person: string): Promise<(MyThing & { mine: boolean })[]> {
  const { rows } = await sql<MyThing & { mine: boolean }>`
    (SELECT thing.id, thing.kind, thing.reference, coalesce(document.title, '') AS title, thing.visibility, thing.withdrawn_at IS NOT NULL AS withdrawn,
       thing.created_at AS at, true AS mine
     FROM platform.thing LEFT JOIN platform.search_document document ON document.thing = thing.id
     WHERE thing.owner_person = ${person} ORDER BY thing.created_at DESC LIMIT ${most})
    UNION ALL
    (SELECT thing.id, thing.kind, thing.reference, document.title, thing.visibility, false, follow.since, false
     FROM dialogue.shown_follow follow JOIN platform.thing ON thing.id = follow.thing JOIN platform.search_document document ON document.thing = thing.id
     WHERE follow.person = ${person} AND thing.owner_person IS DISTINCT FROM ${person} AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL
     ORDER BY follow.since DESC LIMIT ${most})
    ORDER BY at DESC`.execute(db);
  return rows;
}
