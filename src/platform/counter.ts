// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/working-days.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

/** A number that goals can point at, with the records behind it: what was counted, out of what. */
export type Counter = {
  name: `${string}.${string}`;
  kind: string;
  words(lang: Lang): string;
  /** Of a period, first and last day. Ids of things. */
  count(db: Db, period: { from: LocalDay; until: LocalDay }): Promise<{ counted: string[]; outOf: string[] }>;
};
