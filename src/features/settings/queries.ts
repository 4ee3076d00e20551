// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { localDayOf } from "#platform/clock/local-day.ts";
import { query } from "#platform/operations/operation.ts";
import { standsAsMade } from "#platform/settings/change.ts";
import type { Setting } from "#platform/settings/setting.ts";
import { historyOf, newestOf } from "#platform/settings/history.ts";
import { change, secretariat } from "./operations.ts";
import { countsOf, namesIn } from "./store.ts";

/** So many changes on a page. */
const most = 30;

const anId = z
  .string()
  .max(40)
  .regex(/^([0-9a-f]{8}-[0-9a-f-]{27})?$/)
  .optional()
  .transform((value) => value || undefined);

/** What was changed, newest first; of one kind or one thing where asked for. */
export const history = query({
  name: "settings.history",
  input: z.object({ kind: z.string().max(40).optional(), key: z.string().max(200).optional(), after: anId }),
  may: secretariat,
  api: false,
  async run({ db, input }) {
    const rows = await historyOf(db, {
      kind: input.kind === "" ? undefined : input.kind?.replaceAll("\u0000", ""),
      key: input.key === "" ? undefined : input.key?.replaceAll("\u0000", ""),
      after: input.after,
      limit: most + 1,
    });
    const shown = rows.slice(0, most);
    return { changes: shown, more: rows.length > most ? shown.at(-1)?.id : undefined, names: await namesIn(db, shown), asked: input };
  },
});

/** One change, whether it can be undone, and what came after it where it cannot. */
export function beforeUndoingOf(all: readonly Setting[]) {
  const settings = new Map(all.map((setting) => [setting.kind, setting]));
  return query({
    name: "settings.before-undoing",
    input: z.object({}),
    on: change,
    may: secretariat,
    api: false,
    async run({ db, on }) {
      const now = await settings.get(on.kind)?.read(db, on.key, false);
      const newest = await newestOf(db, on);
      const fields = Object.keys({ ...on.before, ...on.after });
      const stands = now && Object.fromEntries(fields.map((field) => [field, now[field] ?? null]));
      const differs = { id: on.id, kind: on.kind, key: on.key, name: on.name, undoes: null, before: on.after, after: stands ?? null };
      return {
        change: on,
        possible: settings.has(on.kind) && standsAsMade(now, on),
        newest: newest?.id === on.id ? undefined : newest,
        differs,
        names: await namesIn(db, [on, differs, ...(newest ? [newest] : [])]),
      };
    },
  });
}

/** How much there is to decide on, and what was changed last. */
export const overviewOf = () =>
  query({
    name: "settings.overview",
    input: z.object({}),
    may: secretariat,
    api: false,
    async run({ db, now }) {
      const [counts, changes] = await Promise.all([countsOf(db, localDayOf(now)), historyOf(db, { limit: 5 })]);
      return { counts, changes, names: await namesIn(db, changes) };
    },
  });
