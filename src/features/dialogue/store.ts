// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { personOf } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Finder } from "#platform/operations/operation.ts";
import type { Tie } from "./tie.ts";

/** A thing as much as one needs to know of it to follow it, support it or talk about it. */
export type Followed = { id: string; kind: string; reference: string; title: string };

/** What anybody may follow: what is public. Its author may follow it before that too. */
export const followable: Finder<Followed> = {
  kind: "thing",
  find: (db, reference, { actor }) =>
    things(db)
      .where("thing.reference", "=", reference)
      .where((eb) => eb.or([eb("thing.visibility", "=", "public"), eb("thing.owner_person", "=", personOf(actor)?.id ?? null)]))
      .executeTakeFirst(),
};

/** What anybody may support: what is public, for whoever asks. */
export const publicOne: Finder<Followed> = {
  kind: "thing",
  find: (db, reference) => things(db).where("thing.reference", "=", reference).where("thing.visibility", "=", "public").executeTakeFirst(),
};

/** The same by id, for what a mailed link is about: public only. */
export const publicThing = (db: Db | Tx, id: string): Promise<Followed | undefined> =>
  things(db).where("thing.id", "=", id).where("thing.visibility", "=", "public").executeTakeFirst();

const things = (db: Db | Tx) =>
  db
    .selectFrom("platform.thing as thing")
    .innerJoin("platform.search_document as document", "document.thing", "thing.id")
    .select(["thing.id", "thing.kind", "thing.reference", "document.title"])
    .where("thing.withdrawn_at", "is", null);

type Tied = { thing: string; person: string };

const rows = { follow: sql.table("dialogue.follow"), support: sql.table("dialogue.support") };

/** From now on this person follows or supports the thing. Twice is once. */
export const tie = (tx: Tx, what: Tie, { thing, person, now }: Tied & { now: Date }): Promise<unknown> =>
  sql`INSERT INTO ${rows[what]} (thing, person, since) VALUES (${thing}, ${person}, ${now}) ON CONFLICT DO NOTHING`.execute(tx);

export const untie = (tx: Tx, what: Tie, { thing, person }: Tied): Promise<unknown> =>
  sql`DELETE FROM ${rows[what]} WHERE thing = ${thing} AND person = ${person}`.execute(tx);

export async function isTied(db: Db | Tx, what: Tie, { thing, person }: Tied): Promise<boolean> {
  return (await sql`SELECT 1 FROM ${rows[what]} WHERE thing = ${thing} AND person = ${person}`.execute(db)).rows.length > 0;
}

/** From now on this person hears when the thing moves. Following twice is following. */
export const follow = (tx: Tx, tied: Tied & { now: Date }): Promise<unknown> => tie(tx, "follow", tied);
export const stopFollowing = (tx: Tx, tied: Tied): Promise<unknown> => untie(tx, "follow", tied);
export const isFollowing = (db: Db | Tx, thing: string, person: string): Promise<boolean> => isTied(db, "follow", { thing, person });

export const support = (tx: Tx, tied: Tied & { now: Date }): Promise<unknown> => tie(tx, "support", tied);

export async function followersCount(db: Db | Tx, thing: string): Promise<number> {
  const { count } = await db
    .selectFrom("dialogue.follow")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("thing", "=", thing)
    .executeTakeFirstOrThrow();
  return count;
}

/** The persons who hear when a thing moves, in the order they began to follow. `addressesOf` says where to write to. */
export async function followersOf(db: Db | Tx, thing: string): Promise<string[]> {
  const following = await db
    .selectFrom("dialogue.follow")
    .select("person")
    .where("thing", "=", thing)
    .orderBy("since")
    .orderBy("person")
    .execute();
  return following.map((row) => row.person);
}
