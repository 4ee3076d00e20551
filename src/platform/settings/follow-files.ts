// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import type { Tx } from "#platform/db/connect.ts";

/** What stands in the database and what the municipality's folder says, as plain facts that can be compared. */
type Facts = Record<string, unknown>;
export type FromFile = { key: string; file: Facts; now: Facts | undefined; add(): Promise<unknown>; follow(): Promise<unknown> };

/**
 * Puts rows of the municipality's folder in place. New ones are added. One that still is what the folder once made of it follows
 * the folder; one that somebody changed, or took away, is left as it is, at every start.
 */
export async function followFiles(tx: Tx, kind: string, rows: readonly FromFile[]): Promise<void> {
  const loaded = new Map(
    (await tx.selectFrom("platform.loaded").select(["key", "hash"]).where("kind", "=", kind).execute()).map(({ key, hash }) => [key, hash]),
  );
  for (const { key, file, now, add, follow } of rows) {
    const [wanted, known] = [hashOf(file), loaded.get(key)];
    const stands = now && hashOf(now);
    if (known === wanted && stands !== undefined) continue;
    if (now === undefined && known === undefined) await add();
    else if (stands !== undefined && stands !== wanted && stands === known) await follow();
    // What stood here before this was kept, and was not what the folder says, has been changed by somebody.
    else if (stands !== wanted) continue;
    await tx
      .insertInto("platform.loaded")
      .values({ kind, key, hash: wanted })
      .onConflict((conflict) => conflict.columns(["kind", "key"]).doUpdateSet({ hash: wanted }))
      .execute();
  }
}

function hashOf(facts: Facts): string {
  const inOrder = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(inOrder)).digest("base64url");
}
