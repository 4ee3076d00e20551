// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";

/** What happened to a thing, as it was written down with it: what the listeners of an event are given the number of. */
export type Happening = { id: number; name: string; thing: string; by: string | null; data: Record<string, unknown> };

/** An event by its number; undefined where it is about no thing (any more). */
export async function happening(db: Db | Tx, id: number): Promise<Happening | undefined> {
  const event = await occurrence(db, id);
  return event?.thing ? { ...event, thing: event.thing } : undefined;
}

/** The same of an event that need not be about a thing. */
export async function occurrence(db: Db | Tx, id: number): Promise<(Omit<Happening, "thing"> & { thing: string | null }) | undefined> {
  const row = await db
    .selectFrom("platform.event")
    .select(["id", "name", "thing", "actor_person", "data"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const data = row.data !== null && typeof row.data === "object" && !Array.isArray(row.data) ? row.data : {};
  return { id: row.id, name: row.name, thing: row.thing, by: row.actor_person, data };
}
