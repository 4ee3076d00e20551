// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";

/** What people may say under a thing: to stand by it, and to talk about it. */
export type Talk = {
  support: boolean;
  /** "weigh": for, against or a question. "build": the thing is not finished, so nobody is against it yet. */
  comments(db: Db | Tx, thing: string): Promise<"weigh" | "build">;
};
