// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import type { Setting } from "#platform/settings/setting.ts";

/** Slices that may be switched off, by name. Those that others stand on are not among them. */
export const mayBeOff = (features: readonly Feature[]): string[] =>
  features.filter((feature) => feature.mayBeOff === true && feature.rank !== 1).map(({ name }) => name);

/** A part of the site, on or off. Switched off, its pages and jobs rest; what it holds stays. */
export function moduleSetting(features: readonly Feature[]): Setting {
  const known = new Set(mayBeOff(features));
  return {
    kind: "module",
    moves: ["module"],
    async read(db, key) {
      if (!known.has(key)) return undefined;
      const row = await db.selectFrom("platform.module_off").select("name").where("name", "=", key).executeTakeFirst();
      return { on: row === undefined };
    },
    async write(tx, key, next) {
      if (next?.["on"] === false)
        await tx
          .insertInto("platform.module_off")
          .values({ name: key })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      else await tx.deleteFrom("platform.module_off").where("name", "=", key).execute();
    },
    check(_tx, key, next) {
      if (!known.has(key) || next === undefined) throw new Refusal(409, "core");
    },
    name: (_value, key) => ({ da: key, en: key }),
  };
}
