// SPDX-License-Identifier: EUPL-1.2
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import type { Setting, Value } from "#platform/settings/setting.ts";
import { addArea, areaNameTaken, changeArea, deleteArea, readArea, thingsIn, type AreaRow } from "./store-area.ts";
import {
  closedDay,
  deleteClosedDay,
  deleteLocality,
  locality,
  localityNameTaken,
  putClosedDay,
  putLocality,
  usesOfLocality,
} from "./store-settings.ts";

/** Everything about an area that the secretariat decides. Its key is its id: the address stays when the name changes. */
export const areaSetting: Setting = {
  kind: "area",
  moves: ["area", "idea", "theme"],
  read: (db, key, lock) => readArea(db, key, lock),
  async write(tx, key, next, before) {
    const work =
      next === undefined
        ? deleteArea(tx, key)
        : before === undefined
          ? addArea(tx, key, asArea(next))
          : changeArea(tx, key, { next: asArea(next), before: asArea(before) });
    await work.catch((error: unknown) => {
      if (isBare(error)) throw invalid({ deputy: "away" });
      throw error;
    });
  },
  async check(tx, key, next, before) {
    // Things lie in it: it is closed with a successor, never taken away.
    if (next === undefined && (await thingsIn(tx, key)) > 0) throw new Refusal(409, "area-in-use");
    if (next === undefined) return;
    const area = asArea(next);
    if (area.name !== before?.["name"] && (await areaNameTaken(tx, key, area.name))) throw invalid({ name: "taken" });
    if (area.contactPerson === area.deputy) throw invalid({ deputy: "same" });
    if (area.acknowledgeDays > area.answerDays) throw invalid({ answerDays: "before-acknowledging" });
    if (area.successor !== null && area.successor !== before?.["successor"]) {
      const heir = await readArea(tx, area.successor, true);
      if (area.successor === key || heir?.successor !== null) throw invalid({ successor: "wrong" });
    }
  },
  tells(area, next, before) {
    const [was, is] = [before?.["successor"] ?? null, next?.["successor"] ?? null];
    return next && before && was !== is ? [{ name: "places.changed-hands", data: { area, from: was ?? area, to: is ?? area } }] : [];
  },
  name: (value) => ({ da: String(value["name"] ?? ""), en: String(value["nameEn"] ?? "") }),
};

/** Both are away on some of the same days: the database says so. */
const isBare = (error: unknown): boolean => error instanceof Error && "constraint" in error && error.constraint === "somebody_answers";

// Written by this slice's own operations, or read from its own table.
const asArea = (value: Value): AreaRow => value as unknown as AreaRow;

export const localitySetting: Setting = {
  kind: "locality",
  moves: ["place"],
  read: locality,
  async write(tx, key, next) {
    if (next === undefined) await deleteLocality(tx, key);
    else await putLocality(tx, key, next);
  },
  async check(tx, key, next, before) {
    if (next === undefined && (await usesOfLocality(tx, key)) > 0) throw new Refusal(409, "locality-in-use");
    if (next && next["name"] !== before?.["name"] && (await localityNameTaken(tx, key, String(next["name"]))))
      throw invalid({ name: "taken" });
  },
  name: (value) => ({ da: String(value["name"] ?? ""), en: String(value["name"] ?? "") }),
};

/** A day on which no deadline moves on. Its key is the day. */
export const closedDaySetting: Setting = {
  kind: "closed-day",
  moves: ["calendar"],
  read: closedDay,
  async write(tx, key, next) {
    if (next === undefined) await deleteClosedDay(tx, key);
    else await putClosedDay(tx, key, next);
  },
  name: (value) => ({ da: String(value["name"] ?? ""), en: String(value["nameEn"] ?? "") }),
};
