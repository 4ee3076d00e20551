// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import type { Setting, Value } from "#platform/settings/setting.ts";

const read = (db: Db | Tx, id: string, lock: boolean): Promise<Value | undefined> =>
  db
    .selectFrom("people.role")
    .select(["person", "role", "committee", "from_day as fromDay", "until_day as untilDay"])
    .where("id", "=", id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

/** A role with its dates. The database refuses to take the last of the secretariat away. */
export const roleSetting: Setting = {
  kind: "role",
  moves: ["person", "area"],
  read,
  async write(tx, id, next, before, now) {
    const work = next === undefined ? tx.deleteFrom("people.role").where("id", "=", id).execute() : put(tx, id, next, before, now);
    await work.catch((error: unknown) => {
      if (isLast(error)) throw new Refusal(409, "last-secretariat");
      throw error;
    });
  },
  check(_tx, _id, next) {
    const until = next?.["untilDay"];
    if (next && typeof until === "string" && dayBefore(String(next["fromDay"])) > until) throw invalid({ untilDay: "before-first" });
  },
  name: (value) => ({ da: String(value["role"] ?? ""), en: String(value["role"] ?? "") }),
};

const put = (tx: Tx, id: string, next: Value, before: Value | undefined, now: Date): Promise<unknown> =>
  before === undefined
    ? sql`INSERT INTO people.role (id, person, role, committee, from_day, until_day, given_at)
        VALUES (${id}, ${next["person"]}, ${next["role"]}, ${next["committee"]}, ${next["fromDay"]}, ${next["untilDay"]}, ${now})`.execute(
        tx,
      )
    : sql`UPDATE people.role SET until_day = ${next["untilDay"]} WHERE id = ${id}`.execute(tx);

const isLast = (error: unknown): boolean => error instanceof Error && "constraint" in error && error.constraint === "keep_a_secretariat";

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
