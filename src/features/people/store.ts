// SPDX-License-Identifier: EUPL-1.2
import type { RoleName } from "#platform/auth/actor.ts";
import type { Ids } from "#platform/clock/ids.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { nameFromMailbox } from "./link.ts";

/**
 * The mailbox of an address, made when somebody writes it for the first time. Whether it was known, and whether it is
 * anybody's, does not show: the same statement, the same answer.
 */
export async function ensureMailbox(tx: Tx, address: string, lang: Lang, { ids, now }: { ids: Ids; now: Date }): Promise<string> {
  const { id } = await tx
    .insertInto("people.mailbox")
    .values({ id: ids.uuid(), address: address.toLowerCase(), lang, created_at: now })
    .onConflict((conflict) => conflict.column("address").doUpdateSet((eb) => ({ address: eb.ref("excluded.address") })))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Says that a mailbox's owner is at the other end. Out: the person; made now where the mailbox was nobody's, called
 * `name` or, where none was given, by the first part of the mailbox.
 */
export async function confirmMailbox(
  tx: Tx,
  mailbox: string,
  name: string | undefined,
  { ids, now }: { ids: Ids; now: Date },
): Promise<string> {
  const known = await tx
    .selectFrom("people.mailbox")
    .select(["person", "address"])
    .where("id", "=", mailbox)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (known.person !== null) return known.person;
  const person = await addPerson(tx, { name: name ?? nameFromMailbox(known.address), ids, now });
  await tx.updateTable("people.mailbox").set({ person, confirmed_at: now }).where("id", "=", mailbox).execute();
  return person;
}

async function addPerson(tx: Tx, { name, ids, now }: { name: string; ids: Ids; now: Date }): Promise<string> {
  const id = ids.uuid();
  await tx.insertInto("people.person").values({ id, name, created_at: now }).execute();
  return id;
}

/** The confirmed mailboxes of somebody. */
export const mailboxIdsOf = async (db: Db | Tx, person: string): Promise<string[]> =>
  (await db.selectFrom("people.mailbox").select("id").where("person", "=", person).execute()).map(({ id }) => id);

/** The person of an address, made with its mailbox where there is none: for those whom the municipality names itself. */
export async function personOfMailbox(
  tx: Tx,
  { address, name, lang }: { address: string; name?: string; lang: Lang },
  made: { ids: Ids; now: Date },
): Promise<{ id: string; mailbox: string }> {
  const mailbox = await ensureMailbox(tx, address, lang, made);
  return { mailbox, id: await confirmMailbox(tx, mailbox, name, made) };
}

export const mailboxOf = (db: Db | Tx, id: string) =>
  db.selectFrom("people.mailbox").select(["id", "address", "person", "lang"]).where("id", "=", id).executeTakeFirst();

/** Where what persons should know is written to: one query. Suspended and erased persons, and those without a mailbox, are left out; the first confirmed mailbox counts. */
export async function addressesOf(
  db: Db | Tx,
  persons: string[],
): Promise<Map<string, { mailbox: string; address: string; lang: Lang; name: string }>> {
  if (persons.length === 0) return new Map();
  const rows = await db
    .selectFrom("people.mailbox as mailbox")
    .innerJoin("people.person as person", "person.id", "mailbox.person")
    .distinctOn("person.id")
    .select(["person.id as person", "person.name", "mailbox.id as mailbox", "mailbox.address", "mailbox.lang"])
    .where("person.id", "in", persons)
    .where("person.suspended_at", "is", null)
    .where("person.erased_at", "is", null)
    .orderBy("person.id")
    .orderBy("mailbox.confirmed_at")
    .execute();
  return new Map(rows.map(({ person, lang, ...row }) => [person, { ...row, lang: lang === "en" ? "en" : "da" }]));
}

export const rename = (tx: Tx, person: string, name: string): Promise<unknown> =>
  tx.updateTable("people.person").set({ name }).where("id", "=", person).execute();

export async function giveRole(
  tx: Tx,
  role: {
    person: string;
    role: Exclude<RoleName, "contact-person" | "deputy">;
    committee?: string;
    fromDay: string;
    givenBy?: string;
    ids: Ids;
    now: Date;
  },
): Promise<void> {
  const { person, committee, fromDay, givenBy, ids, now } = role;
  const held = await tx
    .selectFrom("people.role")
    .select("id")
    .where("person", "=", person)
    .where("role", "=", role.role)
    .where("committee", "is not distinct from", committee ?? null)
    .where((eb) => eb.or([eb("until_day", "is", null), eb("until_day", ">=", fromDay)]))
    .executeTakeFirst();
  if (held) return;
  await tx
    .insertInto("people.role")
    .values({
      id: ids.uuid(),
      person,
      role: role.role,
      committee: committee ?? null,
      from_day: fromDay,
      given_by: givenBy ?? null,
      given_at: now,
    })
    .execute();
}

/** Whether somebody may come in at all. */
export async function isWelcome(db: Db | Tx, person: string): Promise<boolean> {
  const row = await db.selectFrom("people.person").select(["suspended_at", "erased_at"]).where("id", "=", person).executeTakeFirst();
  return row?.suspended_at === null && row.erased_at === null;
}

/** Who holds a role on a day everywhere in the municipality, first given first. */
export async function withRoleToday(db: Db | Tx, role: RoleName, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom("people.role as role")
    .innerJoin("people.person as person", "person.id", "role.person")
    .select("role.person")
    .where("role.role", "=", role)
    .where("role.from_day", "<=", today)
    .where((eb) => eb.or([eb("role.until_day", "is", null), eb("role.until_day", ">=", today)]))
    .where("person.suspended_at", "is", null)
    .where("person.erased_at", "is", null)
    .groupBy("role.person")
    .orderBy((eb) => eb.fn.min("role.given_at"))
    .execute();
  return rows.map((row) => row.person);
}
