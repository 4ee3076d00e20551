// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { operation, type Finder } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { withRole } from "#platform/operations/rule.ts";
import { undoChange } from "#platform/settings/change.ts";
import type { Setting } from "#platform/settings/setting.ts";
import { changeById, type Told } from "#platform/settings/history.ts";

export const secretariat = withRole("secretariat");

/** A change by its id. */
export const change: Finder<Told> = {
  kind: "setting-change",
  find: async (db, reference) => (z.uuid().safeParse(reference).success ? changeById(db, reference) : undefined),
};

/** Puts back what stood before a change, whatever it was about; refused where something came after it. */
export function undoOf(all: readonly Setting[]) {
  const settings = new Map(all.map((setting) => [setting.kind, setting]));
  return operation({
    name: "settings.undo",
    input: z.object({}),
    on: change,
    may: secretariat,
    audit: "setting.undone",
    api: false,
    moves: [...new Set([...settings.values()].flatMap(({ moves }) => moves))],
    settings: true,
    async run({ on, ...act }) {
      const setting = settings.get(on.kind);
      if (!setting) throw notFound();
      await undoChange(act, setting, on);
      return { reference: on.id };
    },
  });
}
