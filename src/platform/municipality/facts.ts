// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Db, Tx } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";
import { municipality, water, type Municipality, type Water } from "./schema.ts";

const facts = z.object({ municipality, water });
export type MunicipalityFacts = { municipality: Municipality; water: Water };

/** What the municipality is called, how it looks and what it promises: as the database has it now. */
export const factsOf = keep(["site"], async (db): Promise<MunicipalityFacts> =>
  factsIn(await db.selectFrom("platform.municipality").select("facts").executeTakeFirstOrThrow()),
);

/** The facts in a row of `platform.municipality`. */
export const factsIn = (row: { facts: unknown }): MunicipalityFacts => facts.parse(row.facts);

/** The same, held for the transaction where `lock`: read anew. */
export async function readFacts(db: Db | Tx, lock: boolean): Promise<MunicipalityFacts> {
  const row = await db
    .selectFrom("platform.municipality")
    .select("facts")
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirstOrThrow();
  return factsIn(row);
}

export const writeFacts = (tx: Tx, next: MunicipalityFacts): Promise<unknown> =>
  tx
    .updateTable("platform.municipality")
    .set({ facts: JSON.stringify(facts.parse(next)), name: next.municipality.name })
    .execute();

/** How many working days before its day somebody is reminded of what they answer. */
export const remindDaysOf = async (db: Db | Tx): Promise<number> => (await factsOf(db)).municipality.deadlines.remindDays;

/** Within how many working days what nobody has confirmed is looked at. */
export const lookDaysOf = async (db: Db | Tx): Promise<number> => (await factsOf(db)).municipality.deadlines.lookDays;
