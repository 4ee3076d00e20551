// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { World } from "#platform/operations/world.ts";

/** Says at start that row level security does not hold the database's user, where it does not. */
export async function warnWhereUnguarded({ read, log }: Pick<World, "read" | "log">): Promise<boolean> {
  const { rows } = await sql<{ name: string; free: boolean }>`
    SELECT rolname AS name, rolsuper OR rolbypassrls AS free FROM pg_roles WHERE rolname = current_user`.execute(read);
  const [user] = rows;
  if (!user?.free) return false;
  log.warn(
    `The database user "${user.name}" is a superuser or passes row level security: enquiries are then guarded by the program alone. Give Medborger a user of its own (docs/operations.md).`,
  );
  return true;
}
