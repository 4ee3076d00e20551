// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";

/** GDPR for one table. Forgetting it does not compile (the manifest demands it) and a test holds it against the database. */
export type TablePrivacy = {
  table: `${string}.${string}`;
  /** What it is for, in a sentence (Art. 5(1)(b)). */
  why: string;
  /** Article 6 ground, or "no personal data". */
  basis: "no personal data" | "6(1)(e) public task" | "6(1)(c) legal duty" | "6(1)(a) consent";
  /** In words, with the number of days where it ends by itself. */
  retention: string;
  /** Rows of one person for the export, or why there are none. */
  export: ((tx: Tx, person: string) => Promise<unknown[]>) | string;
  /** Removes or anonymises one person's rows, or says why they stay. */
  erase: ((tx: Tx, person: string) => Promise<void>) | string;
};
