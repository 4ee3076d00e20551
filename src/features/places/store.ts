// SPDX-License-Identifier: EUPL-1.2
import type { ClosedDays } from "#platform/clock/working-days.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";
import type { Somebody } from "./absence.ts";

export type { Somebody } from "./absence.ts";

export type Locality = { id: string; slug: string; name: string; postalCode: string; lat: number; lon: number; approximate: boolean };
export type Area = {
  id: string;
  slug: string;
  name: string;
  nameEn: string;
  about: string;
  aboutEn: string;
  keywords: string[];
  contactPerson: Somebody;
  deputy: Somebody;
  phone: string;
  hours: string;
  hoursEn: string;
  /** Working days. */
  acknowledgeDays: number;
  answerDays: number;
};

const localities = (db: Db | Tx) =>
  db
    .selectFrom("places.locality as locality")
    .select([
      "locality.id",
      "locality.slug",
      "locality.name",
      "locality.postal_code as postalCode",
      "locality.lat",
      "locality.lon",
      "locality.approximate",
    ]);

/** All localities in Danish order. */
export const localitiesOf = keep(["place"], (db): Promise<Locality[]> => localities(db).orderBy("locality.name").execute());

export const localityBySlug = async (db: Db | Tx, slug: string): Promise<Locality | undefined> =>
  (await localitiesOf(db)).find((locality) => locality.slug === slug);

/** All localities with how many public things lie in each, of all kinds or of one. One query. */
export const localitiesWithCounts = (db: Db | Tx, kind?: string): Promise<(Locality & { count: number })[]> =>
  localities(db)
    .select((eb) =>
      eb
        .selectFrom("platform.thing as thing")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("thing.locality", "=", "locality.id")
        .where("thing.visibility", "=", "public")
        .where("thing.withdrawn_at", "is", null)
        .$if(kind !== undefined, (query) => query.where("thing.kind", "=", kind ?? ""))
        .as("count"),
    )
    .orderBy("locality.name")
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, count: row.count ?? 0 })));

const areas = (db: Db | Tx) =>
  db
    .selectFrom("places.area as area")
    .innerJoin("people.shown as contact", "contact.id", "area.contact_person")
    .innerJoin("people.shown as deputy", "deputy.id", "area.deputy")
    .select([
      "area.id",
      "area.slug",
      "area.name",
      "area.name_en as nameEn",
      "area.about",
      "area.about_en as aboutEn",
      "area.keywords",
      "area.phone",
      "area.hours",
      "area.hours_en as hoursEn",
      "area.acknowledge_days as acknowledgeDays",
      "area.answer_days as answerDays",
      "area.contact_person",
      "contact.name as contact_name",
      "area.deputy as deputy_id",
      "deputy.name as deputy_name",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof areas>["executeTakeFirstOrThrow"]>>;
const area = ({ contact_person, contact_name, deputy_id, deputy_name, ...row }: Row): Area => ({
  ...row,
  contactPerson: { id: contact_person, name: contact_name ?? "" },
  deputy: { id: deputy_id, name: deputy_name ?? "" },
});

/** All areas that are open, with their contact person and deputy, in Danish order. */
export const areasOf = keep(["area", "person"], async (db): Promise<Area[]> =>
  (await areas(db).where("area.successor", "is", null).orderBy("area.name").execute()).map(area),
);

export const areaById = async (db: Db | Tx, id: string): Promise<Area | undefined> => (await areasOf(db)).find((one) => one.id === id);

export const areaBySlug = async (db: Db | Tx, slug: string): Promise<Area | undefined> =>
  (await areasOf(db)).find((one) => one.slug === slug);

/** The municipality's own closed days, for working days (`#platform/clock/working-days.ts`). */
export const calendarOf = keep(["calendar"], async (db): Promise<ClosedDays> => {
  const rows = await db.selectFrom("places.closed_day").select("day").execute();
  return new Set(rows.map((row) => row.day));
});

/** The area of what fits nowhere: the one that somebody of the secretariat answers for, or who took it over. */
export const generalArea = keep(["area", "person"], async (db): Promise<string | undefined> => {
  const row = await db
    .selectFrom("places.area as area")
    .innerJoin("people.shown_role as role", (join) =>
      join.on((eb) => eb.or([eb("role.person", "=", eb.ref("area.contact_person")), eb("role.person", "=", eb.ref("area.deputy"))])),
    )
    .select("area.id")
    .where("role.role", "=", "secretariat")
    .where("role.until_day", "is", null)
    .orderBy((eb) => eb("area.successor", "is not", null))
    .orderBy((eb) => eb("role.person", "=", eb.ref("area.deputy")))
    .limit(1)
    .executeTakeFirst();
  const closed = await closedAreasOf(db);
  return row && (closed.find(({ id }) => id === row.id)?.heir ?? row.id);
});

/** Areas that are closed, each with the open one that has taken over, however many closed in between. */
export const closedAreasOf = keep(["area"], async (db): Promise<{ id: string; heir: string; keywords: string[] }[]> => {
  const rows = await db.selectFrom("places.area").select(["id", "successor", "keywords"]).where("successor", "is not", null).execute();
  const next = new Map(rows.map(({ id, successor }) => [id, successor]));
  const heirOf = (id: string): string => {
    const heir = next.get(id);
    return heir ? heirOf(heir) : id;
  };
  return rows.map(({ id, keywords }) => ({ id, heir: heirOf(id), keywords }));
});
