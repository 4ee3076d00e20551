// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Kinds } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

/** Something that was promised an answer: what the measures of an area are counted from. */
export type PromisedCase = {
  kind: string;
  /** What anybody may open. Null of what is private: it is counted, and nothing else of it leaves its slice. */
  open: { reference: string; title: string } | null;
  /** The area that answers, or answered. */
  area: string;
  sentAt: Date;
  /** When it got its final answer. */
  answeredAt: Date | null;
  /** The day that holds: as promised, or as "we are looking into it" moved it. */
  dueBy: LocalDay;
  /** How often it was moved. */
  postponed: number;
};

/** A table that anybody can fetch. The first column is the key: rows come in its order, and the next part begins after it. */
export type Dataset = {
  /** In the address: "ideer" gives /aabne-data/ideer.csv. */
  key: string;
  title(lang: Lang): string;
  about(lang: Lang): string;
  columns: readonly { name: string; about(lang: Lang): string }[];
  /** Kinds whose changes make it old. */
  kinds: readonly string[];
  /** At most so many rows after a key, each in the order of the columns. Only what is public. */
  rows(db: Db, part: { after: string | undefined; most: number; now: Date; base: string; kinds: Kinds }): Promise<Cell[][]>;
};
export type Cell = string | number | boolean | null;
