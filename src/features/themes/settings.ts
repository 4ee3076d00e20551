// SPDX-License-Identifier: EUPL-1.2
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import type { Setting } from "#platform/settings/setting.ts";
import { deleteTheme, putTheme, readTheme, usesOfTheme } from "./store-settings.ts";

/** A theme with its words. Suggestion and search hear of it at once. */
export const themeSetting: Setting = {
  kind: "theme",
  moves: ["theme", "idea"],
  read: readTheme,
  async write(tx, id, next) {
    if (next === undefined) await deleteTheme(tx, id);
    else await putTheme(tx, id, next);
  },
  async check(tx, id, next, before) {
    const { things, below } = await usesOfTheme(tx, id);
    if (next === undefined && (things > 0 || below > 0)) throw new Refusal(409, "theme-in-use");
    if (!next) return;
    const parent = next["parent"];
    if (typeof parent !== "string" || parent === before?.["parent"]) return;
    // Two levels: what has themes below it cannot lie below another, nor can one lie below itself.
    const above = parent === id ? undefined : await readTheme(tx, parent, true);
    if (above?.parent !== null || below > 0) throw invalid({ parent: "two-levels" });
  },
  name: (value) => ({ da: String(value["name"] ?? ""), en: String(value["nameEn"] ?? "") }),
};
