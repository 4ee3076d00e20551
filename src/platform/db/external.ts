// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "./connect.ts";

/** Which line of which source something is. */
export type Origin = { kind: string; source: string; externalId: string };

/** The thing that a line became, if it was brought in before. */
export const broughtIn = (
  db: Db | Tx,
  { kind, source, externalId }: Origin,
): Promise<{ reference: string; fingerprint: Buffer } | undefined> =>
  db
    .selectFrom("platform.external as external")
    .innerJoin("platform.thing as thing", "thing.id", "external.thing")
    .select(["thing.reference", "external.fingerprint"])
    .where("external.kind", "=", kind)
    .where("external.source", "=", source)
    .where("external.external_id", "=", externalId)
    .executeTakeFirst();

/** Writes down where a thing came from, in the transaction that made it. */
export const noteOrigin = (
  tx: Tx,
  { kind, source, externalId, ...from }: Origin & { thing: string; fetchedOn: LocalDay; fingerprint: Buffer; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("platform.external")
    .values({
      thing: from.thing,
      kind,
      source,
      external_id: externalId,
      fetched_on: from.fetchedOn,
      brought_in_at: from.now,
      fingerprint: from.fingerprint,
    })
    .execute();
