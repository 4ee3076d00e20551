// SPDX-License-Identifier: EUPL-1.2
import type { Migration } from "#platform/db/migrate.ts";

/** The next free migration number, four digits: the one after the last, or the next that `step` divides. */
export function nextNumber(migrations: Migration[], step: number): string {
  const last = Math.max(0, ...migrations.map(({ name }) => Number(name.slice(0, 4))));
  return String((Math.floor(last / step) + 1) * step).padStart(4, "0");
}
