// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { SettingChange, Value } from "./setting.ts";

/** A change with when it was and who made it; without a name it came from the server's command line. */
export type Told = SettingChange & { at: Date; who: string | undefined };

type Row = Omit<Told, "who" | "before" | "after" | "name"> & { who: string | null; name: unknown; before: unknown; after: unknown };

const told = ({ who, name, before, after, ...row }: Row): Told => ({
  ...row,
  who: who ?? undefined,
  // Written by `mutate` from a SettingChange, and never touched since.
  name: name as Told["name"],
  before: before as Value | null,
  after: after as Value | null,
});

const changes = (db: Db | Tx) =>
  db
    .selectFrom("platform.setting_change as change")
    .leftJoin("people.shown as person", "person.id", "change.person")
    .select([
      "change.id",
      "change.at",
      "change.kind",
      "change.key",
      "change.name",
      "change.before",
      "change.after",
      "change.undoes",
      "person.name as who",
    ]);

/** The changes, newest first; of one thing where kind and key are given. `after` is the id of the last one seen. */
export async function historyOf(
  db: Db | Tx,
  { kind, key, after, limit }: { kind?: string | undefined; key?: string | undefined; after?: string | undefined; limit: number },
): Promise<Told[]> {
  const rows = await changes(db)
    .$if(kind !== undefined, (query) => query.where("change.kind", "=", kind ?? ""))
    .$if(key !== undefined, (query) => query.where("change.key", "=", key ?? ""))
    .$if(after !== undefined, (query) => query.where("change.id", "<", after ?? ""))
    .orderBy("change.id", "desc")
    .limit(sql.lit(limit))
    .execute();
  return rows.map(told);
}

export async function changeById(db: Db | Tx, id: string): Promise<Told | undefined> {
  const row = await changes(db).where("change.id", "=", id).executeTakeFirst();
  return row && told(row);
}

/** What came after a change, of the same thing: the newest. */
export async function newestOf(db: Db | Tx, { kind, key }: { kind: string; key: string }): Promise<Told | undefined> {
  const [newest] = await historyOf(db, { kind, key, limit: 1 });
  return newest;
}
