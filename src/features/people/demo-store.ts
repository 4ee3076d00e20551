// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { z } from "zod";
import type { Db, Tx } from "#platform/db/connect.ts";

/** How somebody stands on the demo's log-in page: two lines in each language. */
const entry = z.object({ order: z.number(), da: z.array(z.string()), en: z.array(z.string()) });
export type DemoPerson = { id: string; key: string; name: string; entry: z.infer<typeof entry> };

/** Who one can step into, in their order. In a world that is no demo they are all suspended (see `openOrCloseDemoDoors`). */
export async function demoPeople(db: Db | Tx): Promise<DemoPerson[]> {
  const rows = await openDemoPeople(db).execute();
  return rows.map((row) => ({ ...row, entry: entry.parse(row.entry) })).toSorted((a, b) => a.entry.order - b.entry.order);
}

export async function demoPerson(db: Db | Tx, key: string): Promise<DemoPerson | undefined> {
  const row = await openDemoPeople(db).where("person.demo_key", "=", key).executeTakeFirst();
  return row && { ...row, entry: entry.parse(row.entry) };
}

const openDemoPeople = (db: Db | Tx) =>
  db
    .selectFrom("people.person as person")
    .select(["person.id", "person.demo_key as key", "person.name", "person.demo_entry as entry"])
    .where("person.demo_key", "is not", null)
    .where("person.demo_entry", "is not", null)
    .where("person.suspended_at", "is", null)
    .where("person.erased_at", "is", null)
    .$narrowType<{ key: string }>();

/**
 * A database that was once a demo and now is none: its invented people can no longer be stepped into, and who had is out
 * at the next request. Opened again when it is a demo again.
 */
export const openOrCloseDemoDoors = (tx: Tx, { demo, now }: { demo: boolean; now: Date }): Promise<unknown> =>
  tx
    .updateTable("people.person")
    .set({ suspended_at: demo ? null : now })
    .where("demo_key", "is not", null)
    .where("suspended_at", demo ? "is not" : "is", null)
    .execute();

/** Ids of named people by key, for the demo's other stories and for tests. */
export async function personsByKey(db: Db | Tx): Promise<Map<string, string>> {
  const rows = await db.selectFrom("people.person").select(["id", "demo_key"]).where("demo_key", "is not", null).execute();
  return new Map(rows.map(({ id, demo_key }) => [demo_key ?? "", id]));
}

export async function organisationsByKey(db: Db | Tx): Promise<Map<string, string>> {
  const rows = await db.selectFrom("people.organisation").select(["id", "demo_key"]).where("demo_key", "is not", null).execute();
  return new Map(rows.map(({ id, demo_key }) => [demo_key ?? "", id]));
}

/** Where the named people and their organisations live: told once the localities are there. In: key → slug of the locality. */
export async function settle(
  tx: Tx,
  { people, organisations }: { people: [string, string][]; organisations: [string, string][] },
): Promise<void> {
  for (const [key, slug] of people) {
    await sql`UPDATE people.person SET locality = (SELECT id FROM places.shown_locality WHERE slug = ${slug}) WHERE demo_key = ${key} AND locality IS NULL`.execute(
      tx,
    );
  }
  for (const [key, slug] of organisations) {
    await sql`UPDATE people.organisation SET locality = (SELECT id FROM places.shown_locality WHERE slug = ${slug}) WHERE demo_key = ${key} AND locality IS NULL`.execute(
      tx,
    );
  }
}
